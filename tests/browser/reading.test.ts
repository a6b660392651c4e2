import { expect, test } from './test.ts';
import { inGroups, isSampled, nameOf, ON_DESKTOP, openMenu, PAGES } from './pages.ts';

for (const group of inGroups(PAGES))
  test(`${nameOf(group)} load without errors, from this host only, and fit a screen 320 px wide`, async ({
    page,
    baseURL,
    browserName,
    isMobile,
  }) => {
    let path = '';
    const errors: string[] = [];
    const note = (error: string) => {
      // its own answer is one
      if (path !== '/404.html' || !/404/.test(error)) errors.push(`${path}: ${error}`);
    };
    page.on('console', (message) => {
      if (message.type() === 'error') note(message.text());
    });
    page.on('pageerror', (error) => note(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL as string) && !request.url().startsWith('data:'))
        note(`asks ${request.url()}`);
    });
    const { width, height } = page.viewportSize() as { width: number; height: number };
    for (path of browserName === 'firefox' || isMobile ? group.filter(isSampled) : group) {
      await page.setViewportSize({ width, height });
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      await page.setViewportSize({ width: 320, height: 700 });
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content, path).toBeLessThanOrEqual(window as number);
    }
    expect(errors).toEqual([]);
  });

test('a note opens at its mark by keyboard, says who said it, and closes with Escape', async ({ page }) => {
  await page.goto('/');
  const mark = page.locator('[popovertarget=note-tass-ten-oclock]').first();
  await mark.focus();
  await page.keyboard.press('Enter');
  const note = page.locator('#note-tass-ten-oclock');
  await expect(note).toBeVisible();
  await expect(note).toContainText('An unnamed source');
  await expect(note).toContainText('Says otherwise');
  await expect(note).toContainText('Kovalenko');
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await expect(mark).toBeFocused();
});

test('a mark on the map leads to its place in the list', async ({ page }) => {
  await page.goto('/charts/istanbul/');
  await page.locator('.picture:visible a[href="#istanbul-dolmabahce"]').click();
  await expect(page).toHaveURL(/#istanbul-dolmabahce$/);
  await expect(page.locator('#istanbul-dolmabahce')).toBeInViewport();
  await expect(page.locator('#istanbul-dolmabahce')).toContainText('not confirmed');
});

test(
  'the chosen colours hold on the next page, and nothing is kept before a choice',
  ON_DESKTOP,
  async ({ page }) => {
    await page.goto('/');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await openMenu(page);
    await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(await background()).toBe('rgb(20, 23, 27)');
    await page.goto('/charts/');
    expect(await background()).toBe('rgb(20, 23, 27)');
    await openMenu(page);
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
    await page.getByRole('radio', { name: 'System' }).check({ force: true });
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await page.evaluate(() => document.cookie)).toBe('');
  },
);

test('nothing is painted in other colours than the chosen ones', async ({ page }) => {
  await page.goto('/charts/');
  await page.evaluate(() => localStorage.setItem('theme', 'dark'));
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const look = (): void => {
      // none until the style is there
      const { backgroundColor } = getComputedStyle(document.documentElement);
      if (backgroundColor !== 'rgba(0, 0, 0, 0)') seen.add(backgroundColor);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto('/charts/');
  const seen = () => page.evaluate(() => [...(window as never as { seen: Set<string> }).seen]);
  await expect.poll(seen).toContain('rgb(20, 23, 27)');
  expect(await seen()).toEqual(['rgb(20, 23, 27)']);
});

test('the page can be walked by keyboard: skip link, navigation, marks, actions', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'a keyboard at a desktop');
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('.mark button').first()).toBeFocused();
});
