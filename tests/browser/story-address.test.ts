import type { ChartStage } from '../../src/client/chart-stage.ts';
import { CHROMIUM_ONLY, ON_DESKTOP } from './pages.ts';
import { expect, test } from './test.ts';
import { complaintsOf, openMenu, openStory, scrollThrough } from './story.ts';

test('scrolling through the whole story adds nothing to the history, and the address follows', async ({
  page,
}) => {
  test.slow();
  const complaints = complaintsOf(page);
  await openStory(page, 'scroll');
  const before = await page.evaluate(() => history.length);
  await scrollThrough(page);
  const last = await page.locator('.chapter').last().getAttribute('id');
  await expect(page).toHaveURL(new RegExp(`#${last}$`));
  expect(await page.evaluate(() => history.length)).toBe(before);
  console.log(
    `History entries after scrolling the whole story: ${(await page.evaluate(() => history.length)) - before} new`,
  );
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await expect(page).not.toHaveURL(/#/);
  expect(complaints).toEqual([]);
});

// the driver of Firefox waits for a page that comes back from memory to load
test(
  'a chapter in the menu is an entry of the history; back leads to where the reader was, then out',
  CHROMIUM_ONLY,
  async ({ page }) => {
    await page.goto('/about/');
    await openStory(page, 'scroll');
    await openMenu(page);
    const before = await page.evaluate(() => scrollY);
    await page.locator('#chapters').getByRole('link', { name: 'Moscow' }).click();
    await expect(page.locator('#chapters')).toBeHidden();
    await expect(page).toHaveURL(/#moscow$/);
    await expect(page.locator('#moscow > header h2')).toBeInViewport();
    await page.goBack();
    await expect.poll(() => page.evaluate((at) => Math.abs(scrollY - at), before)).toBeLessThan(1);
    await page.goBack();
    await expect(page).toHaveURL(/\/about\/$/);
  },
);

test('a shared step opens at that step, in each mode', async ({ page }) => {
  for (const mode of ['scroll', 'step', 'flat'] as const) {
    await page.goto('/about/');
    await page.evaluate((value) => localStorage.setItem('reading', value), mode);
    const ids = await page.request
      .get('/')
      .then((response) => response.text())
      .then((html) =>
        [...html.matchAll(/class="step" id="([^"]+)"|id="(step-[^"]+)"/g)].map(
          (match) => match[1] ?? match[2],
        ),
      );
    const id = ids[1] as string;
    await page.goto(`/#${id}`);
    const flies = page.evaluate(() =>
      [...document.querySelectorAll('chart-stage')].some((stage) => (stage as ChartStage).isMoving),
    );
    expect(await flies, 'opens without a flight').toBe(false);
    await expect(page.locator(`[id="${id}"] .step-words`)).toBeInViewport();
    if (mode !== 'flat')
      await expect(page.locator(`chart-stage svg[data-state~="${id}"]:visible`)).toHaveCount(1);
  }
});

test('an address that the reader goes to is not written over by that of the place before', async ({
  page,
}) => {
  // what the address bar waits for comes when the test says so
  await page.addInitScript(() => {
    const waiting = new Map<number, () => void>();
    const { setTimeout: set, clearTimeout: clear } = window;
    Object.assign(window, {
      setTimeout: (then: () => void, wait?: number) => {
        if (wait !== 350) return set(then, wait);
        const timer = set(() => {}, 0);
        waiting.set(timer, then);
        return timer;
      },
      clearTimeout: (timer?: number) => {
        if (timer !== undefined) waiting.delete(timer);
        clear(timer);
      },
      waiting,
    });
  });
  await openStory(page, 'step');
  const steps = page.locator('story-steps').first().locator('.step');
  const [first, second] = await steps.evaluateAll((all) => all.map(({ id }) => id));
  const waits = () =>
    page.evaluate(() => (window as unknown as { waiting: Map<number, () => void> }).waiting.size);
  await page.evaluate((id) => (location.hash = id), second as string);
  await expect(steps.nth(1)).toBeVisible();
  await expect.poll(waits).toBe(1);
  await page.evaluate((id) => {
    addEventListener('popstate', () =>
      (window as unknown as { waiting: Map<number, () => void> }).waiting.forEach((tell) => tell()),
    );
    location.hash = id;
  }, first as string);
  await expect(steps.first()).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`#${first}$`));
});

test('a chapter’s address can be copied', ON_DESKTOP, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openStory(page);
  await page.locator('#ankara > header copy-link a').click();
  await expect(page.locator('#ankara > header copy-link [role=status]')).toHaveText('Link copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/chapters\/ankara\/$/);
  await expect(page).toHaveURL(/#ankara$/);
});

// the driver of Firefox waits for a page that comes back from memory to load
test(
  'the reader comes back to the same place from another page, and after a reload',
  CHROMIUM_ONLY,
  async ({ page }) => {
    await openStory(page, 'scroll');
    await page.evaluate(() => scrollTo({ top: 4000, behavior: 'instant' }));
    await page.waitForTimeout(600);
    const place = () => page.evaluate(() => scrollY);
    const before = await place();
    await page.evaluate(() => document.querySelector<HTMLElement>('a[href$="/about/"]')?.click());
    await expect(page).toHaveURL(/about/);
    await page.goBack();
    await expect.poll(place).toBeGreaterThan(before - 60);
    expect(await place()).toBeLessThan(before + 60);
  },
);

// Firefox scrolls to the place only when all has come
test('a shared chapter opens there even when the page comes slowly', CHROMIUM_ONLY, async ({ page }) => {
  // a font that keeps the page from being complete for longer than the address is left alone
  await page.route('**/*.woff2', async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await page.goto('/#moscow');
  await expect(page.locator('#moscow h2').first()).toBeInViewport();
  await page.waitForTimeout(600);
  await expect(page).toHaveURL(/#moscow$/);
});
