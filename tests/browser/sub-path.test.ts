import { expect, test } from './test.ts';
import { inGroups, isSampled, nameOf, PAGES } from './pages.ts';

test.skip(({ browserName }) => browserName === 'firefox', 'a page names the same addresses in each browser');

const TALKS = process.env.SITE_TALKS as string;

for (const group of inGroups(PAGES.filter(isSampled)))
  test(`${nameOf(group)} under /talks/ load everything they ask for`, async ({ page }) => {
    const failed: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
    });
    page.on('requestfailed', (request) => {
      // a frame below the fold may still be loading when the next page is gone to
      const why = request.failure()?.errorText ?? '';
      if (why !== 'net::ERR_ABORTED') failed.push(`${why} ${request.url()}`);
    });
    page.on('pageerror', (error) => failed.push(String(error)));
    for (const path of group) {
      await page.goto(TALKS.replace(/\/$/, '') + path);
      await page.evaluate(() => document.fonts.ready);
      await expect(page.locator('h1'), path).toHaveCount(1);
      const fonts = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
      expect(fonts, path).toMatch(/Ten Sans|Label fallback/);
    }
    expect(failed).toEqual([]);
  });
