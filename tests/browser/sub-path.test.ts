import { expect, test } from './test.ts';
import { PAGES } from './pages.ts';

const TALKS = process.env.SITE_TALKS as string;

for (const path of PAGES)
  test(`${path} under /talks/ loads everything it asks for`, async ({ page }) => {
    const failed: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
    });
    page.on('requestfailed', (request) => failed.push(request.url()));
    page.on('pageerror', (error) => failed.push(String(error)));
    await page.goto(TALKS.replace(/\/$/, '') + path);
    await page.evaluate(() => document.fonts.ready);
    expect(failed).toEqual([]);
    await expect(page.locator('h1')).toHaveCount(1);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toMatch(
      /Ten Sans|Label fallback/,
    );
  });
