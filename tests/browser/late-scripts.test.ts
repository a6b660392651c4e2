import { expect, test, type Page } from 'playwright/test';

/** Where the parts of a page begin, px from its top; the builder's example further down may come when it can. */
const placesOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1, figure, figcaption, .key, .rows, .claims-moment, .foot)')]
      .filter((element) => element.checkVisibility())
      .map((element) => `${element.className || element.tagName} ${element.getBoundingClientRect().top}`),
  );

test.skip(
  ({ browserName }) => browserName === 'firefox',
  'it says that faces are ready only when all scripts have come',
);

for (const path of ['charts/istanbul/', 'charts/region/', 'charts/ties/', 'charts/positions/at/', 'day/'])
  for (const width of [390, 1440])
    test(`nothing on ${path} moves at ${width} px when its scripts come late`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      let release: () => void = () => {};
      const held = new Promise<void>((done) => (release = done));
      await page.route(/\/_astro\/.*\.js|\/scripts\/known-at\.js/, async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(path, { waitUntil: 'commit' });
      await expect(page.locator('footer').last()).toBeVisible();
      await page.evaluate(() => document.fonts.ready.then(() => {}));
      const waiting = page.locator('[inert]');
      expect(await waiting.count()).toBeGreaterThan(0);
      const before = await placesOf(page);
      release();
      await expect(waiting).toHaveCount(0);
      expect(await placesOf(page)).toEqual(before);
    });

test.describe('where no script runs', () => {
  test.use({ javaScriptEnabled: false });
  test('what needs one takes no room', async ({ page }) => {
    for (const path of ['charts/istanbul/', 'charts/ties/', 'day/']) {
      await page.goto(path);
      const waiting = page.locator('[inert]');
      expect(await waiting.count()).toBeGreaterThan(0);
      for (const each of await waiting.all()) await expect(each).toBeHidden();
    }
  });
});
