import { CHROMIUM_ONLY, faultsOf, openOnPhone } from './pages.ts';
import { expect, test, type Page } from './test.ts';

const mark = (page: Page, id = 'dolmabahce') => page.locator(`.picture:visible a[href="#istanbul-${id}"]`);
const note = (page: Page) => page.locator('#chart-istanbul mark-note');
const plain = (text: string | null) => text?.replace(/\s+/g, ' ').trim();

/** The note says what the entry of the list says, word for word. */
async function expectEntry(page: Page, id = 'dolmabahce') {
  await expect(note(page)).toBeVisible();
  const entry = plain(await page.locator(`#istanbul-${id}`).textContent());
  expect(plain(await note(page).locator('div').first().textContent())).toBe(entry);
}

test('a note opens while the pointer is over a mark, stays when it moves onto the note, and goes with it', async ({
  page,
}) => {
  await page.goto('/charts/istanbul/');
  await mark(page).locator('.hit').hover();
  await expectEntry(page);
  await note(page).hover();
  await page.waitForTimeout(400);
  await expect(note(page)).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(note(page)).toBeHidden();
});

test('every place is reached and described by keyboard, with the same words', async ({ page }) => {
  await page.goto('/charts/istanbul/');
  const entries = await page
    .locator('.picture:visible a')
    .evaluateAll((marks) => marks.map((each) => each.getAttribute('href')?.replace('#istanbul-', '') ?? ''));
  expect(entries.length).toBeGreaterThan(2);
  await mark(page, entries[0]).focus();
  for (const id of entries) {
    await expect(mark(page, id)).toBeFocused();
    await page.keyboard.press('Shift');
    await expectEntry(page, id);
    await expect(mark(page, id)).toHaveAttribute('aria-describedby', `istanbul-${id}`);
    await page.keyboard.press('Tab');
  }
  // the last Tab went on, not into the note
  await expect(note(page)).toBeHidden();
  expect(await page.evaluate(() => document.activeElement?.closest('mark-note'))).toBeNull();
});

// the driver of Firefox has no touch
test('the note closes when its map goes on to another state', CHROMIUM_ONLY, async ({ browser, baseURL }) => {
  const page = await openOnPhone(browser, `${baseURL}charts/istanbul/`);
  // as in Safari, where a tap gives a link no focus that it could lose
  await page.evaluate(() => addEventListener('mousedown', (event) => event.preventDefault()));
  await mark(page).locator('.hit').tap();
  await expectEntry(page);
  await page.locator('chart-stage').evaluate((stage) => stage.setAttribute('state', 'the-wait'));
  await expect(note(page)).toBeHidden();
  await page.context().close();
});

test('Escape closes the note, and the keyboard stays at the mark; Enter goes to the list', async ({
  page,
}) => {
  await page.goto('/charts/istanbul/');
  await mark(page, 'ataturk-airport').focus();
  await page.keyboard.press('Tab');
  await expectEntry(page);
  await page.keyboard.press('Escape');
  await expect(note(page)).toBeHidden();
  await expect(mark(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#istanbul-dolmabahce$/);
});

// the driver of Firefox has no touch
test('a tap opens the note, a second one goes to the list', CHROMIUM_ONLY, async ({ browser, baseURL }) => {
  const page = await openOnPhone(browser, `${baseURL}charts/istanbul/`);
  await mark(page).locator('.hit').tap();
  await expectEntry(page);
  await expect(page).not.toHaveURL(/#/);
  const box = await note(page).boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  await mark(page).locator('.hit').tap();
  await expect(page).toHaveURL(/#istanbul-dolmabahce$/);
  await expect(note(page)).toBeHidden();
  await mark(page, 'ataturk-airport').locator('.hit').tap();
  await note(page).getByText('Go to the list').tap();
  await expect(page).toHaveURL(/#istanbul-ataturk-airport$/);
  await page.context().close();
});

test('axe finds nothing in an open note', async ({ page }) => {
  await page.goto('/charts/istanbul/');
  await mark(page).locator('.hit').hover();
  await expect(note(page)).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});
