import { expect } from 'playwright/test';
import { CHARTS } from '../browser/pages.ts';
import { here, test } from './host.ts';

// The code as a journalist pastes it, in columns of a page of another origin, with every script off.
test.use({ javaScriptEnabled: false, viewport: { width: 1300, height: 1000 } });

const WIDTHS = Array.from({ length: 47 }, (_, i) => 280 + i * 20);

for (const id of CHARTS)
  test(`${id}: the pasted code has the right height from 280 to 1,200 px, without any script`, async ({
    page,
    host,
    baseURL,
    browserName,
  }) => {
    await page.goto(`${baseURL}charts/${id}/`);
    const code = await page.locator('#embed-code').inputValue();
    expect(code).not.toMatch(/<script|\son[a-z]+=/);
    const body = here(code, baseURL as string);
    const url = host.page(`height-${id}`, `<body style="margin:0"><div id="column">${body}</div>`);
    await page.goto(url);
    const frame = page.frames()[1];
    if (!frame) throw new Error('no frame');
    await expect(page.frameLocator('iframe').locator('h1')).toBeVisible();
    const spare: number[] = [];
    for (const width of WIDTHS) {
      await page.locator('#column').evaluate((column: HTMLElement, px) => {
        column.style.width = `${px}px`;
      }, width);
      const given = await page
        .locator('iframe')
        .evaluate((element) => element.getBoundingClientRect().height);
      const box = () => frame.evaluate(() => document.documentElement.getBoundingClientRect().toJSON());
      // the frame is laid out in a process of its own; a scroll bar would take some of its width
      await expect.poll(async () => (await box()).width, { message: `${id} at ${width} px` }).toBe(width);
      spare.push(given - (await box()).height);
    }
    const [least, most] = [Math.min(...spare), Math.max(...spare)];
    console.log(
      `Height of ${id} in ${browserName}, ${spare.length} widths: ${Math.max(0, -least).toFixed(1)} px cut off, at most ${most.toFixed(1)} px spare`,
    );
    expect(least).toBeGreaterThanOrEqual(-0.02);
    expect(most).toBeLessThanOrEqual(8);
  });
