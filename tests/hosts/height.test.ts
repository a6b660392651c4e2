import { expect, type Frame } from 'playwright/test';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { CHARTS } from '../browser/pages.ts';
import { here, test } from './host.ts';

// The code as a journalist pastes it, in columns of a page of another origin, with every script off.
test.use({ javaScriptEnabled: false, viewport: { width: 1300, height: 1000 } });

for (const id of CHARTS)
  test(`${id}: the heights are right from 280 to 1,200 px, without any script`, async ({
    page,
    host,
    baseURL,
    browserName,
  }) => {
    await page.goto(`${baseURL}charts/${id}/`);
    const code = await page.locator('#code-frame').inputValue();
    expect(code).not.toMatch(/<script|\son[a-z]+=/);
    expect(code).toContain(lawOf(`${id}/`));
    for (const { path, step } of embedsOf(id)) {
      // the builder changes address and height alike for a state
      const own = code.replace(lawOf(`${id}/`), lawOf(path)).replace(`/embed/${id}/"`, `/embed/${path}"`);
      const body = `<body style="margin:0"><div id="column">${here(own, baseURL as string)}</div>`;
      await page.goto(host.page(`height-${path.replaceAll('/', '-')}`, body));
      const frame = page.frames()[1];
      if (!frame) throw new Error('no frame');
      await expect(page.frameLocator('iframe').locator('h1')).toBeVisible();
      const spare: number[] = [];
      for (let width = 280; width <= 1200; width += step) {
        const given = await page.locator('#column').evaluate((column: HTMLElement, px) => {
          column.style.width = `${px}px`;
          return column.querySelector('iframe')?.getBoundingClientRect().height ?? 0;
        }, width);
        spare.push(given - (await heightAt(frame, width)));
      }
      const [least, most] = [Math.min(...spare), Math.max(...spare)];
      const figures = `${Math.max(0, -least).toFixed(1)} px cut off, at most ${most.toFixed(1)} px spare`;
      console.log(`Height of /embed/${path} in ${browserName}, ${spare.length} widths: ${figures}`);
      expect(least, path).toBeGreaterThanOrEqual(-0.02);
      expect(most, path).toBeLessThanOrEqual(8);
    }
  });

/** The chart in steps of 20 px; its states, whose lines are set by the same code, in steps of 100 px. */
const embedsOf = (id: string) => [
  { path: `${id}/`, step: 20 },
  ...readdirSync(`.build/root/embed/${id}`)
    .filter((state) => existsSync(`.build/root/embed/${id}/${state}/index.html`))
    .map((state) => ({ path: `${id}/${state}/`, step: 100 })),
];

/** The CSS that gives the embed its height. */
function lawOf(path: string): string {
  const file = readFileSync(`.build/root/embed/${path}oembed.json`, 'utf8');
  return (JSON.parse(file) as { height_law: { css: string } }).height_law.css;
}

/**
 * How high the embed is once its frame, which is laid out in a process of its own, has the width. A scroll bar would take
 * some of the width.
 */
async function heightAt(frame: Frame, width: number): Promise<number> {
  let height = 0;
  const laidOut = async (): Promise<number> => {
    const box = await frame.evaluate(() => document.documentElement.getBoundingClientRect().toJSON());
    height = box.height;
    return box.width;
  };
  await expect
    .poll(laidOut, { message: `${frame.url()} at ${width} px`, intervals: [5, 10, 20, 50, 100] })
    .toBe(width);
  return height;
}
