import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { PAGES } from './pages.ts';

for (const path of PAGES)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing on ${path}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      for (const details of await page.locator('details').all())
        await details.evaluate((element) => element.setAttribute('open', ''));
      const { violations } = await new AxeBuilder({ page: page as never }).analyze();
      expect(
        violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
        ),
      ).toEqual([]);
    });
