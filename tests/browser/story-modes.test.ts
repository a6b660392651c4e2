import { expect, test, type Page } from './test.ts';
import {
  contentOf,
  expectPictureOf,
  expectToFit,
  MODES,
  openMenu,
  openStory,
  flatPictures,
} from './story.ts';
import { CHROMIUM_ONLY, faultsOf, ON_DESKTOP, twiceOnlyIf } from './pages.ts';

const choose = async (page: Page, name: string) => {
  await openMenu(page);
  await page.getByRole('radio', { name, exact: true }).check();
  await page.keyboard.press('Escape');
};
const reading = (page: Page) => page.evaluate(() => document.documentElement.dataset.reading);

test('the story has the same ids, words and pictures in each mode', async ({ page }) => {
  await openStory(page);
  const scroll = await contentOf(page);
  await choose(page, 'Step by step');
  const step = await contentOf(page);
  await choose(page, 'All at once');
  const flat = await contentOf(page);
  expect(step).toEqual(scroll);
  expect(flat).toEqual(scroll);
  expect(new Set(scroll.ids).size).toBe(scroll.ids.length);
  console.log(
    `Story: ${scroll.ids.length} ids, ${scroll.pictures.length} frames of pictures, the same in each mode`,
  );
});

test('each mode shows the words of each step once, and one picture at a time or each its own', async ({
  page,
}) => {
  await openStory(page, 'flat');
  const steps = await page.locator('.step').count();
  expect(steps).toBeGreaterThan(0);
  const seen = () =>
    page.evaluate(() => {
      const shown = (element: Element) => element.checkVisibility();
      return {
        words: [...document.querySelectorAll('.step-words')].filter(shown).length,
        pictures: [...document.querySelectorAll('story-steps svg[data-state]')].filter(shown).length,
        blocks: document.querySelectorAll('story-steps').length,
      };
    });
  expect(await seen()).toMatchObject({ words: steps, pictures: await flatPictures(page) });
  await choose(page, 'Scroll');
  const scroll = await seen();
  expect(scroll).toMatchObject({ words: steps, pictures: scroll.blocks });
  await choose(page, 'Step by step');
  const step = await seen();
  expect(step).toMatchObject({ words: step.blocks, pictures: step.blocks });
});

test('a picture that steps share is named after the step that is read, and steps back around what it stresses', async ({
  page,
}) => {
  await openStory(page);
  for (const [mode, name] of [
    ['scroll', 'Scroll'],
    ['step', 'Step by step'],
    ['flat', 'All at once'],
  ] as const) {
    await choose(page, name);
    const shared = page.locator('story-steps[data-alt]').first();
    const steps = shared.locator('.step');
    for (const at of [1, 0, 2]) {
      const step = steps.nth(at);
      const id = (await step.getAttribute('id')) as string;
      await page.evaluate((hash) => (location.hash = hash), id);
      await expectPictureOf(page, id);
      const picture = shared.locator('svg[data-state]').filter({ visible: true });
      const named = mode === 'flat' ? shared : step;
      await expect(picture).toHaveAttribute('aria-label', (await named.getAttribute('data-alt')) as string);
      const back = picture.locator('.dim');
      await expect(back).toHaveCount(
        mode === 'flat' ? 0 : await picture.locator(`[data-dim~="${id}"]`).count(),
      );
      if (mode !== 'flat') expect(await back.count()).toBeGreaterThan(0);
    }
  }
});

test('nothing is kept before a choice; a choice holds on the next visit', ON_DESKTOP, async ({ page }) => {
  await openStory(page);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    '',
  ]);
  expect(await reading(page)).toBe('scroll');
  await choose(page, 'All at once');
  await page.reload();
  expect(await reading(page)).toBe('flat');
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ reading: 'flat' });
});

test('the place is kept only while the reader asks for it', ON_DESKTOP, async ({ page }) => {
  await openStory(page, undefined, '#moscow');
  await expect(page.locator('.chapter-now')).toContainText('Moscow');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await openMenu(page);
  await page.getByRole('checkbox', { name: 'Keep my place' }).check();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('place'))).toBe('moscow');
  await page.goto('/about/');
  await openStory(page);
  await openMenu(page);
  await page.getByRole('link', { name: 'Go on where you stopped' }).click();
  await expect(page).toHaveURL(/#moscow$/);
  await expect(page.locator('#moscow h2').first()).toBeInViewport();
  await openMenu(page);
  await page.getByRole('checkbox', { name: 'Keep my place' }).uncheck();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

// the driver of Firefox emulates no other media
test(
  'who wants less motion, or saves data, gets the flat story first, and any mode on demand',
  CHROMIUM_ONLY,
  async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openStory(page);
    expect(await reading(page)).toBe('flat');
    await choose(page, 'Scroll');
    expect(await reading(page)).toBe('scroll');
    await page.evaluate(() => localStorage.clear());
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
    );
    await page.reload();
    expect(await reading(page)).toBe('flat');
  },
);

test('step mode moves by buttons and by arrow keys, only while focus is inside, and says so', async ({
  page,
}) => {
  await openStory(page, 'step');
  const steps = page.locator('story-steps').first();
  const now = () => steps.locator('.step:not([hidden])').getAttribute('id');
  const [first, second] = await steps.locator('.step').evaluateAll((all) => all.map(({ id }) => id));
  expect(await now()).toBe(first);
  await page.keyboard.press('ArrowRight');
  expect(await now()).toBe(first);
  await steps.getByRole('button', { name: 'Next' }).click();
  expect(await now()).toBe(second);
  await expect(steps.getByRole('status')).toHaveText(/step 2 of/);
  await expect(page).toHaveURL(new RegExp(`#${second}$`));
  await page.keyboard.press('ArrowLeft');
  expect(await now()).toBe(first);
  await expect(steps.getByRole('button', { name: 'Previous' })).toHaveAttribute('aria-disabled', 'true');
  await page.goBack();
  await expect.poll(now).toBe(second);
});

test('the buttons of step mode are in sight as soon as its picture is, and bring the whole step into sight', async ({
  page,
}) => {
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    await openStory(page, 'step');
    const figure = page.locator('figure.stepped').first();
    await figure.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
    const next = figure.getByRole('button', { name: 'Next' });
    await expect(next).toBeInViewport({ ratio: 1 });
    await next.click();
    await expect(figure.locator('.step:not([hidden]) .step-words')).toBeInViewport({ ratio: 1 });
    await expect(next).toBeInViewport({ ratio: 1 });
    const [stage, bar] = await page.evaluate(() =>
      ['story-steps', '.chapter-bar'].map((selector) =>
        document.querySelector(selector)?.getBoundingClientRect(),
      ),
    );
    expect(Math.abs((stage?.top ?? 0) - (bar?.bottom ?? -99))).toBeLessThan(2);
  }
});

test('without room for a stage, the step that is asked for begins in sight', async ({ page }) => {
  // a phone on its side
  await page.setViewportSize({ width: 844, height: 390 });
  await openStory(page, 'step');
  const steps = page.locator('story-steps').first();
  await expect(steps).not.toHaveAttribute('data-staged');
  const status = steps.locator('.step-controls [role=status]');
  await expect(status).toHaveText('Istanbul, step 1 of 3');
  const next = steps.getByRole('button', { name: 'Next' });
  await next.scrollIntoViewIfNeeded();
  await next.click();
  await expect(status).toHaveText('Istanbul, step 2 of 3');
  const top = await steps
    .locator('.step:not([hidden]) .step-words')
    .evaluate((words) => words.getBoundingClientRect().top);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(195);
});

test('read flat on a wide screen, every picture is the wide one', ON_DESKTOP, async ({ page }) => {
  await openStory(page, 'flat');
  await expect(page.locator('.step-picture svg.narrow:visible')).toHaveCount(0);
  await expect(page.locator('.step-picture svg.wide:visible')).toHaveCount(await flatPictures(page));
});

test('words of a folded step can be found by the browser’s own search', async ({ page }) => {
  await openStory(page, 'step');
  const folded = page.locator('.step[hidden="until-found"]').first();
  const id = (await folded.getAttribute('id')) as string;
  await folded.evaluate((step) => step.dispatchEvent(new Event('beforematch')));
  await expect(page.locator(`#${id}`)).toBeVisible();
});

// the driver of Firefox emulates no other media
test(
  'on paper all words and pictures stand as in the flat story, whatever the mode',
  CHROMIUM_ONLY,
  async ({ page }) => {
    await openStory(page, 'scroll');
    const steps = await page.locator('.step').count();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.step-words:visible')).toHaveCount(steps);
    await expect(page.locator('.step-picture svg.wide:visible')).toHaveCount(await flatPictures(page));
    await expect(page.locator('.chapter-bar')).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await expect(page.locator('chart-stage svg[data-state]').first()).toBeAttached();
  },
);

for (const mode of MODES)
  // axe judges the page, which is the same in each browser
  test(
    `axe finds nothing in mode ${mode}, light and dark`,
    { tag: ['@chromium', '@desktop'] },
    async ({ page }) => {
      test.slow();
      await openStory(page, mode);
      // what is not in steps is the same in each mode
      const part = mode === 'flat' ? 'html' : 'story-steps';
      expect(await faultsOf(page, undefined, part)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await faultsOf(page, 'cat.color', part)).toEqual([]);
    },
  );

for (const mode of MODES)
  // the mode with the most in a row
  test(
    `mode ${mode} fits 320 px, 200 % text and 400 % zoom without scrolling sideways`,
    twiceOnlyIf(mode === 'step'),
    async ({ page }) => {
      await openStory(page, mode);
      for (const [width, height] of [
        [320, 640],
        [320, 225], // 1280 × 900 at 400 %
        [768, 1024],
        [844, 390],
      ] as const) {
        await page.setViewportSize({ width, height });
        await expectToFit(page);
      }
      await page.setViewportSize({ width: 390, height: 844 });
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      await expectToFit(page);
    },
  );
