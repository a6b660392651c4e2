import { expect, test } from './test.ts';
import { faultsOf, inGroups, isSampled, nameOf, PAGES } from './pages.ts';

test.skip(
  ({ browserName }) => browserName === 'firefox',
  'axe judges the page, which is the same in each browser',
);

// story-modes.test.ts looks at the story in each mode; of charts one of each kind shows every rule something to judge
for (const group of inGroups(PAGES.filter((path) => path !== '/' && isSampled(path))))
  test(`axe finds nothing on ${nameOf(group)}, light and dark`, async ({ page }) => {
    // the pages of people and sources hold hundreds of links, each with colours to be measured
    test.slow();
    for (const path of group) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path);
      await page
        .locator('details')
        .evaluateAll((all) => all.forEach((element) => element.setAttribute('open', '')));
      expect(await faultsOf(page), path).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await faultsOf(page, 'cat.color'), path).toEqual([]);
    }
  });
