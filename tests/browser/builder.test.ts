import { CHROMIUM_ONLY, looksAgain } from './pages.ts';
import { expect, test, type Page } from './test.ts';

const builder = (page: Page) => page.locator('embed-builder');
const code = (page: Page) => builder(page).locator('textarea').first();
const slide = (page: Page, px: number) =>
  builder(page)
    .locator('[name=width]')
    .evaluate((input: HTMLInputElement, value) => {
      input.value = String(value);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, px);

test('a choice goes into every code and into the preview', async ({ page }) => {
  await page.goto('/charts/istanbul/');
  const plain = await code(page).inputValue();
  expect(plain).toContain('/embed/istanbul/"');
  await builder(page).getByLabel('Moment').selectOption({ index: 1 });
  await builder(page).getByLabel('Colours').selectOption('dark');
  await builder(page).getByLabel('Without the title').check();
  const chosen = '/embed/istanbul/the-wait/?theme=dark&plain=1';
  expect(await code(page).inputValue()).toContain(`${chosen.replace('&', '&amp;')}"`);
  for (const text of await builder(page)
    .locator('textarea.code')
    .evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value)))
    if (text.includes('<iframe')) expect(text).toContain('/embed/istanbul/the-wait/?theme=dark');
  // frame and picture are called what the state is called
  expect(await code(page).inputValue()).toContain('title="The Russian team landed at 03:15, then waited."');
  const size = await page.evaluate(async () => {
    const picture = new Image();
    picture.src = '/charts/istanbul.the-wait.png';
    await picture.decode();
    return `width="${picture.naturalWidth / 2}" height="${picture.naturalHeight / 2}"`;
  });
  for (const recipe of ['newsletter', 'image', 'document', 'amp']) {
    const text = await page.locator(`#code-${recipe}`).inputValue();
    expect(text, recipe).toContain('/charts/istanbul.the-wait.png');
    expect(text, recipe).toContain('Nothing else is marked.');
    expect(text, recipe).toContain('The Russian team landed at 03:15, then waited.');
    expect(text, recipe).not.toMatch(/A palace was named|istanbul\.png|Dolmabahçe/);
    if (/<img /.test(text)) expect(text, recipe).toContain(size);
  }
  // systems that ask for the answer themselves get the address of the state
  for (const recipe of ['wordpress', 'ghost', 'drupal'])
    await expect(page.locator(`#code-${recipe}`)).toHaveValue(/\/embed\/istanbul\/the-wait\/$/);
  // another state has its own height
  expect(await code(page).inputValue()).not.toContain(/height="\d+"/.exec(plain)?.[0] ?? '-');
  await expect(builder(page).locator('iframe')).toHaveAttribute('src', chosen);
  await builder(page).getByLabel('Moment').selectOption({ index: 0 });
  await expect(page.locator('#code-wordpress')).toHaveValue(/\/charts\/istanbul\/$/);
});

test('the preview shows the whole embed in a host of any width, and no wider than there is room', async ({
  page,
}) => {
  await page.goto('/charts/ties/');
  const frame = builder(page).locator('iframe');
  await frame.scrollIntoViewIfNeeded();
  const inner = page.frameLocator('embed-builder iframe');
  for (const width of [280, 360, 720, 1200]) {
    await slide(page, width);
    await expect.poll(() => inner.locator('html').evaluate(() => innerWidth)).toBe(width);
    await expect(builder(page).locator('output')).toContainText(`${width} px`);
    const cut = await inner.locator('html').evaluate((html) => html.scrollHeight - innerHeight);
    expect(cut, `${width} px`).toBeLessThanOrEqual(0);
    const [shown, room] = await Promise.all([
      frame.boundingBox(),
      builder(page).locator('.builder-room').boundingBox(),
    ]);
    expect(shown?.width).toBeLessThanOrEqual((room?.width ?? 0) + 1);
    expect(Math.abs((shown?.height ?? 0) - (room?.height ?? 0))).toBeLessThan(2);
  }
  await expect(builder(page).locator('output')).toContainText('shown at');
});

test('without its title, or at another moment, the embed has the height of its code', async ({
  page,
  browserName,
}) => {
  // tests/hosts/height.test.ts measures every chart at every width in both
  const widths = looksAgain(browserName) ? [560] : [300, 560, 1000];
  await page.goto('/charts/istanbul/');
  const frame = builder(page).locator('iframe');
  await frame.scrollIntoViewIfNeeded();
  const inner = page.frameLocator('embed-builder iframe').locator('html');
  // while the frame goes from one page to the next it has no figures
  const spare = () =>
    inner.evaluate((html) => innerHeight - html.getBoundingClientRect().height).catch(() => NaN);
  const width = () => inner.evaluate(() => innerWidth).catch(() => NaN);
  const states = [{ label: 'All moments, with a slider' }, { index: 0 }, { index: 2 }];
  for (const state of states.slice(0, looksAgain(browserName) ? 1 : undefined))
    for (const plain of [true, false]) {
      await builder(page).getByLabel('Moment').selectOption(state);
      await builder(page).getByLabel('Without the title').setChecked(plain);
      for (const px of widths) {
        await slide(page, px);
        const here = `${JSON.stringify(state)}, plain ${plain}, ${px} px`;
        await expect.poll(width, here).toBe(px);
        await expect.poll(spare, here).toBeLessThanOrEqual(8);
        await expect.poll(spare, here).toBeGreaterThanOrEqual(-0.02);
      }
    }
});

test('between a button and the line below it there is room', async ({ page }) => {
  await page.goto('/charts/istanbul/');
  const room = (selector: string) =>
    page.locator(`${selector} details[open]`).evaluate((details) => {
      const button = details.querySelector('button') as HTMLElement;
      return details.getBoundingClientRect().bottom - button.getBoundingClientRect().bottom;
    });
  for (const selector of ['#embed', '#words', '#cite'])
    expect(await room(selector), selector).toBeGreaterThanOrEqual(8);
});

// the driver of Firefox cannot allow the clipboard to be read
test('every code can be copied, and it is said that it was', CHROMIUM_ONLY, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/charts/ankara/');
  for (const recipe of await builder(page).locator('details').all()) {
    if ((await recipe.getAttribute('open')) === null) await recipe.locator('summary').click();
    await recipe.getByRole('button', { name: 'Copy' }).click();
    await expect(recipe.getByRole('status')).not.toBeEmpty();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await recipe.locator('textarea').inputValue(),
    );
  }
});
