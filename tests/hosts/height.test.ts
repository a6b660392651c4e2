import { expect } from 'playwright/test';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { CHARTS } from '../browser/pages.ts';
import { here, test } from './host.ts';

// The code as a journalist pastes it, in columns of a page of another origin, with every script off.
test.use({ javaScriptEnabled: false, viewport: { width: 1300, height: 1000 } });

/** Each chart in steps of 20 px; its states, whose lines are set by the same code, in steps of 100 px. */
const EMBEDS = CHARTS.flatMap((id) => [
  { path: `${id}/`, step: 20 },
  ...readdirSync(`.build/root/embed/${id}`)
    .filter((state) => existsSync(`.build/root/embed/${id}/${state}/index.html`))
    .map((state) => ({ path: `${id}/${state}/`, step: 100 })),
]);

for (const { path, step } of EMBEDS)
  test(`${path}: the height is right from 280 to 1,200 px, without any script`, async ({
    page,
    host,
    baseURL,
    browserName,
  }) => {
    const [id = ''] = path.split('/');
    await page.goto(`${baseURL}charts/${id}/`);
    let code = await page.locator('#code-frame').inputValue();
    expect(code).not.toMatch(/<script|\son[a-z]+=/);
    // the builder changes address and height alike for a state
    const law = (of: string) =>
      (
        JSON.parse(readFileSync(`.build/root/embed/${of}oembed.json`, 'utf8')) as {
          height_law: { css: string };
        }
      ).height_law.css;
    expect(code).toContain(law(`${id}/`));
    code = code.replace(law(`${id}/`), law(path)).replace(`/embed/${id}/"`, `/embed/${path}"`);
    const body = `<body style="margin:0"><div id="column">${here(code, baseURL as string)}</div>`;
    await page.goto(host.page(`height-${path.replaceAll('/', '-')}`, body));
    const frame = page.frames()[1];
    if (!frame) throw new Error('no frame');
    await expect(page.frameLocator('iframe').locator('h1')).toBeVisible();
    const spare: number[] = [];
    for (let width = 280; width <= 1200; width += step) {
      await page.locator('#column').evaluate((column: HTMLElement, px) => {
        column.style.width = `${px}px`;
      }, width);
      const given = await page
        .locator('iframe')
        .evaluate((element) => element.getBoundingClientRect().height);
      const box = () => frame.evaluate(() => document.documentElement.getBoundingClientRect().toJSON());
      // the frame is laid out in a process of its own; a scroll bar would take some of its width
      await expect.poll(async () => (await box()).width, { message: `${path} at ${width} px` }).toBe(width);
      spare.push(given - (await box()).height);
    }
    const [least, most] = [Math.min(...spare), Math.max(...spare)];
    console.log(
      `Height of /embed/${path} in ${browserName}, ${spare.length} widths: ${Math.max(0, -least).toFixed(1)} px cut off, at most ${most.toFixed(1)} px spare`,
    );
    expect(least).toBeGreaterThanOrEqual(-0.02);
    expect(most).toBeLessThanOrEqual(8);
  });
