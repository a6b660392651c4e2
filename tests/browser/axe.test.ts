import { expect, test } from './test.ts';
import { faultsOf, PAGES } from './pages.ts';

for (const path of PAGES)
  test(`axe finds nothing on ${path}, light and dark`, async ({ page }) => {
    // the pages of people and sources hold hundreds of links, each with colours to be measured
    test.slow();
    await page.goto(path);
    await page
      .locator('details')
      .evaluateAll((all) => all.forEach((element) => element.setAttribute('open', '')));
    expect(await faultsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faultsOf(page, 'cat.color')).toEqual([]);
  });
