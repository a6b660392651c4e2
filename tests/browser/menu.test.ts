import { expect, test } from './test.ts';
import { CHARTS, CHROMIUM_ONLY } from './pages.ts';

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the menu opens and closes by keyboard, and a link of it leads on', async ({ page }) => {
    await page.goto('/people/');
    const button = page.getByRole('button', { name: 'Menu' });
    const menu = page.locator('#menu');
    await expect(menu).toBeHidden();
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(menu).toBeVisible();
    await expect(menu.locator('[aria-current=page]')).toHaveText('People');
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(menu.getByRole('link').first()).toBeFocused();
    await menu.getByRole('link', { name: 'Charts' }).click();
    await expect(page).toHaveURL(/\/charts\/$/);
  });
});

test('on a wide screen the menu stands in the line, without a button', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Menu' })).toBeHidden();
  const links = page.locator('#menu a');
  await expect(links).toHaveText([
    'Story',
    'Hour by hour',
    'Charts',
    'People',
    'Sources',
    'Contested',
    'Corrections',
    'About',
  ]);
  const tops = await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
});

test('the bar of the browser takes the chosen colours', async ({ page }) => {
  await page.goto('/about/');
  const bars = () =>
    page
      .locator('meta[name=theme-color]')
      .evaluateAll((all) => all.map((bar) => (bar as HTMLMetaElement).content));
  expect(await bars()).toEqual(['#fbfaf6', '#14171b']);
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  expect(await bars()).toEqual(['#14171b', '#14171b']);
  await page.getByRole('radio', { name: 'System' }).check({ force: true });
  expect(await bars()).toEqual(['#fbfaf6', '#14171b']);
});

// the driver of Firefox emulates no colours
test(
  'the gallery shows each chart once, in the colours of the page, and can be narrowed to a kind',
  CHROMIUM_ONLY,
  async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/charts/');
    await expect(page.locator('.gallery img:visible')).toHaveCount(CHARTS.length);
    await expect(page.locator('.gallery .only-dark:visible')).toHaveCount(CHARTS.length);
    const kinds = page.locator('.kinds input');
    for (let i = 1; i < (await kinds.count()); i++) {
      const kind = await kinds.nth(i).inputValue();
      await kinds.nth(i).check({ force: true });
      await expect(page.locator('.gallery > li:visible')).toHaveCount(
        await page.locator(`.gallery > .kind-${kind}`).count(),
      );
    }
  },
);

test('browsers read the feeds as XML', async ({ page }) => {
  // on a page of ours no text may become a document: its policy asks for trusted types
  await page.goto('about:blank');
  for (const path of ['feed.xml', 'sitemap.xml', ...CHARTS.map((id) => `charts/${id}/feed.xml`)]) {
    const answer = await page.request.get(`/${path}`);
    const root = await page.evaluate(
      (text) => {
        const parsed = new DOMParser().parseFromString(text, 'application/xml');
        return parsed.querySelector('parsererror')?.textContent ?? parsed.documentElement.localName;
      },
      await answer.text(),
    );
    expect(root, path).toBe(path === 'sitemap.xml' ? 'urlset' : 'feed');
  }
});
