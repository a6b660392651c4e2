import { expect, test } from './test.ts';
import { CHAPTERS, openMenu } from './pages.ts';

test('without JavaScript all chapters, the map and its list are there', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('article.chapter > header h2')).toHaveCount(CHAPTERS.length);
  await expect(page.getByRole('heading', { name: 'Istanbul', exact: true })).toBeVisible();
  // each step has its own picture
  const steps = page.locator('article#istanbul .step');
  await expect(steps.locator('.picture:visible')).toHaveCount(await steps.count());
  await expect(page.locator('#istanbul-dolmabahce')).toContainText('not confirmed');
});

test('without JavaScript a note opens and closes', async ({ page }) => {
  await page.goto('/');
  const note = page.locator('#note-ru-delegation-lands');
  await expect(note).toBeHidden();
  await page.locator('[popovertarget=note-ru-delegation-lands]').first().click();
  await expect(note).toBeVisible();
  await expect(note).toContainText('Channel One');
  await note.getByRole('button', { name: 'Close' }).click();
  await expect(note).toBeHidden();
});

test('without JavaScript the colours can be chosen', async ({ page }) => {
  await page.goto('/');
  const html = page.locator('html');
  await expect(html).toHaveCSS('background-color', 'rgb(251, 250, 246)');
  await openMenu(page);
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect(html).toHaveCSS('background-color', 'rgb(20, 23, 27)');
});

test('without JavaScript the embed code is there to be selected', async ({ page }) => {
  await page.goto('/charts/istanbul/');
  await expect(page.locator('#code-frame')).toHaveValue(/<iframe/);
  await expect(page.locator('#embed').getByRole('button')).toBeHidden();
});

test('without JavaScript the menu opens and closes', async ({ page }) => {
  await page.goto('/charts/');
  await expect(page.locator('#menu')).toBeHidden();
  await openMenu(page);
  await expect(page.locator('#menu').getByRole('link', { name: 'Corrections' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('#menu')).toBeHidden();
});
