import { expect, test } from './test.ts';
import { twiceOnlyIf } from './pages.ts';
import { openStory } from './story.ts';

for (const mode of ['scroll', 'step', 'flat'] as const)
  // the second browser walks the mode in which pictures stay while the words move
  test(
    `mode ${mode} can be walked by keyboard from top to bottom, with focus in sight and no trap`,
    twiceOnlyIf(mode === 'scroll'),
    async ({ page }) => {
      test.slow();
      await openStory(page, mode);
      const seen = new Set<string>();
      const hidden: string[] = [];
      let ended = false;
      for (let i = 0; i < 900 && !ended; i++) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement | SVGElement | null;
          if (!element || element === document.body) return null;
          element.setAttribute('data-walked', String(Number(element.getAttribute('data-walked') ?? 0) + 1));
          // of a name that runs over two lines the first part, of a mark on a map its middle
          const part = element.querySelector('.hit') ?? element;
          const { x, y, width, height } = part.getClientRects()[0] as DOMRect;
          const [cx, cy] = [x + width / 2, y + height / 2];
          const over = document.elementFromPoint(cx, cy)?.closest('.chapter-bar, .step-words, [popover]');
          return {
            name: `${element.tagName} ${element.className?.toString()} ${element.getAttribute('href') ?? element.id}`.slice(
              0,
              90,
            ),
            times: Number(element.getAttribute('data-walked')),
            sight: cy >= 0 && cy <= innerHeight && (!over || over.contains(element)),
            foot: element.closest('.site-footer') !== null,
          };
        });
        if (!focus) break;
        expect(focus.times, `trapped at ${focus.name}`).toBe(1);
        seen.add(focus.name);
        if (!focus.sight) hidden.push(focus.name);
        ended = focus.foot;
      }
      expect(ended, `${seen.size} stops, and the end was not reached`).toBe(true);
      expect(hidden).toEqual([]);
      console.log(`Keyboard walk, ${mode}: ${seen.size} stops, 0 traps, focus always in sight`);
    },
  );

test('a link before each map that stays leads past it', async ({ page }) => {
  await openStory(page, 'scroll');
  for (const link of await page.locator('.skip-figure').all()) {
    await link.focus();
    await expect(link).toBeVisible();
    await page.keyboard.press('Enter');
    const focused = await page.evaluate(() => document.activeElement?.className);
    expect(focused).toBe('after-steps');
  }
});

test('the menu of chapters opens, closes and gives focus back, and the page stays where it is', async ({
  page,
}) => {
  await openStory(page, undefined, '#moscow');
  const before = await page.evaluate(() => scrollY);
  const button = page.getByRole('button', { name: 'Chapters' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#chapters')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('#chapters')).toBeHidden();
  await expect(button).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test('a name opens the card of the person, and leads to the page of people without it', async ({ page }) => {
  await openStory(page);
  const name = page.locator('.person-name').first();
  await name.focus();
  await page.keyboard.press('Enter');
  const card = page.locator('.person-note:popover-open');
  await expect(card).toHaveCount(1);
  await expect(card).toContainText('Side');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(name).toBeFocused();
  expect(await name.getAttribute('href')).toMatch(/\/people\/#/);
});
