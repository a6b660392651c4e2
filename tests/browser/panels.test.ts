import { expect, test, type Page } from './test.ts';
import { CHARTS_OF_WORDS, CHROMIUM_ONLY, looksAgain, sizeOfPositions, WIDTHS } from './pages.ts';

// Charts that are words on their pages: what only a browser shows of them.

/** Texts that stick out of the box that holds them, and boxes of one list that overlap. */
const crowding = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('.two-versions, .timeline, .matrix, .board');
    if (!root) return ['there is no chart of words'];
    const found: string[] = [];
    const seen = (element: Element) => {
      const box = element.getBoundingClientRect();
      const clipped = element.closest('thead');
      const cut = clipped && getComputedStyle(clipped).clipPath !== 'none';
      return box.width > 1 && box.height > 1 && element.checkVisibility() && !cut;
    };
    const outer = root.getBoundingClientRect();
    const texts = [...root.querySelectorAll('p, h2, h4, th, summary, .certain')]
      .filter(seen)
      .map((element) => ({
        element,
        box: element.getBoundingClientRect(),
        text: `"${element.textContent?.trim().slice(0, 40)}"`,
        wider: element.scrollWidth > element.clientWidth + 1,
      }));
    for (const { element, box, text, wider } of texts) {
      if (box.left < outer.left - 1 || box.right > outer.right + 1) found.push(`${text} leaves the chart`);
      if (wider && getComputedStyle(element).display !== 'inline')
        found.push(`${text} is wider than its place`);
    }
    const down = texts.sort((a, b) => a.box.top - b.box.top);
    down.forEach((a, i) => {
      for (let j = i + 1; j < down.length; j++) {
        const b = down[j] as (typeof down)[number];
        if (b.box.top > a.box.bottom - 1) break;
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (across > 1 && high > 1 && !a.element.contains(b.element) && !b.element.contains(a.element))
          found.push(`${a.text} and ${b.text} overlap`);
      }
    });
    return found;
  });

for (const id of CHARTS_OF_WORDS)
  test(`nothing in ${id} overlaps or is cut, at any width and at twice the size of text`, async ({
    page,
    browserName,
  }) => {
    const widths = looksAgain(browserName) ? WIDTHS.filter((_, i) => i % 3 === 1) : WIDTHS;
    await page.goto(`/charts/${id}/`);
    await page.evaluate(() => document.fonts.ready);
    for (const size of ['', '200%'])
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate((value) => {
          document.documentElement.style.fontSize = value;
        }, size);
        expect(await crowding(page), `${width} px ${size}`).toEqual([]);
      }
  });

test('how the questions turned out is closed at first, and opens by keyboard', async ({ page }) => {
  await page.goto('/charts/questions/');
  const outcome = page.locator('.outcome').first();
  await expect(outcome).toBeHidden();
  expect(await page.locator('.board details[open]').count()).toBe(0);
  await page.locator('.board summary').first().focus();
  await page.keyboard.press('Enter');
  await expect(outcome).toBeVisible();
  await expect(outcome).toContainText('came later');
});

// Firefox knows no ::details-content to print with
test('on paper nothing of the questions is closed', CHROMIUM_ONLY, async ({ page }) => {
  await page.goto('/charts/questions/');
  await page.emulateMedia({ media: 'print' });
  for (const outcome of await page.locator('.outcome').all())
    expect((await outcome.boundingBox())?.height).toBeGreaterThan(20);
});

test('the positions are a table with a header for each column, cards or not', async ({ page }) => {
  const { columns, rows, silent } = sizeOfPositions();
  await page.goto('/charts/positions/');
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.getByRole('columnheader')).toHaveCount(columns);
    await expect(page.getByRole('rowheader')).toHaveCount(rows);
    await expect(page.getByRole('cell', { name: 'not stated' })).toHaveCount(silent);
  }
});

test('both versions have the same width at every width of the page', async ({ page }) => {
  await page.goto('/charts/ten-oclock/');
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const tops = await page.locator('.version').evaluateAll((both) =>
      both.map((version) => {
        const box = version.getBoundingClientRect();
        const rows = [...version.querySelectorAll('li')].map((row) =>
          Math.round(row.getBoundingClientRect().top),
        );
        return { width: Math.round(box.width), top: Math.round(box.top), rows };
      }),
    );
    expect(tops[0]).toEqual(tops[1]);
  }
});
