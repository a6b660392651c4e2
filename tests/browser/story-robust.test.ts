import { CHAPTERS, CHROMIUM_ONLY, looksAgain } from './pages.ts';
import { expect, test, type Page } from './test.ts';
import { complaintsOf, openMenu, openStory, scrollThrough, expectPictureOf } from './story.ts';

/** The story can be read: every chapter is there, and words and a picture of the first step can be seen. */
async function expectReadable(page: Page): Promise<void> {
  await expect(page.locator('article.chapter > header h2')).toHaveCount(CHAPTERS.length);
  await expectStep(page, 0);
  await expect(page.locator('.chapter p').first()).toBeVisible();
}

/** A step, as it is scrolled to, shows its words and its picture. */
async function expectStep(page: Page, index: number): Promise<void> {
  const step = page.locator('.step').nth(index);
  await step.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await expect(step.locator('.step-words')).toBeVisible();
  await expectPictureOf(page, (await step.getAttribute('id')) as string);
}

test('with each script blocked in turn the story can be read, and the rest complains of nothing', async ({
  page,
  browser,
  browserName,
  baseURL,
}) => {
  test.slow();
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
  });
  await openStory(page);
  expect(scripts.size).toBeGreaterThan(4);
  // in a second browser all at once
  const turns = browserName === 'firefox' ? [[...scripts]] : [...scripts].map((script) => [script]);
  for (const turn of turns) {
    const context = await browser.newContext({
      baseURL: baseURL as string,
      viewport: { width: 390, height: 844 },
    });
    const blocked = await context.newPage();
    const errors: string[] = [];
    blocked.on('pageerror', (error) => errors.push(`without ${turn.join()}: ${error}`));
    await blocked.route(
      (url) => turn.includes(url.pathname),
      (route) => route.abort(),
    );
    await blocked.goto('/');
    await expect(blocked.locator('article.chapter > header h2')).toHaveCount(CHAPTERS.length);
    await expectStep(blocked, 1);
    expect(errors).toEqual([]);
    await context.close();
  }
  console.log(`Scripts blocked: ${scripts.size} in ${turns.length} turns, the story read each time`);
});

// Firefox reports a blocked font as a fault of the page
test('with fonts and images blocked the story can be read', CHROMIUM_ONLY, async ({ page }) => {
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(String(error)));
  await page.route(/\.(woff2|png|svg)$/, (route) => route.abort());
  await page.goto('/');
  await expectReadable(page);
  expect(thrown).toEqual([]);
});

test('with storage denied, modes, colours and the place still work for this page', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.addInitScript(() => {
    const deny = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: deny });
    Object.defineProperty(window, 'sessionStorage', { get: deny });
  });
  await page.goto('/');
  await openMenu(page);
  await page.getByRole('radio', { name: 'All at once' }).check();
  await page.getByRole('checkbox', { name: 'Keep my place' }).check();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.documentElement.dataset.reading)).toBe('flat');
  await expectReadable(page);
  expect(complaints).toEqual([]);
});

test('a history full of other state, and one that refuses, are left alone', async ({ page }) => {
  test.slow();
  const complaints = complaintsOf(page);
  await page.goto('/');
  await page.evaluate(() => history.replaceState('x'.repeat(10_000_000), ''));
  await page.reload();
  await scrollThrough(page, 12);
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    history.replaceState = history.pushState = () => {
      throw new DOMException('too often', 'SecurityError');
    };
    scrollTo({ top: 0, behavior: 'instant' });
  });
  await scrollThrough(page, 12);
  await page.waitForTimeout(500);
  await expectReadable(page);
  expect(complaints).toEqual([]);
});

test('an address that leads nowhere opens the story at its top', async ({ page, browserName }) => {
  const complaints = complaintsOf(page);
  const nowhere = [
    '#%E0%A4%A',
    '?#"><script>',
    '#no-such-step',
    '#',
    '#step-',
    '?utm=1&reading=no&x=<b>',
  ].slice(0, looksAgain(browserName) ? 2 : undefined);
  for (const address of nowhere) {
    // else only the part behind # would be gone to
    await page.goto('about:blank');
    await page.goto(`/${address}`);
    await page.waitForTimeout(450);
    expect(await page.evaluate(() => scrollY), address).toBe(0);
    await expect(page.locator('h1')).toBeInViewport();
    await expectReadable(page);
  }
  expect(complaints).toEqual([]);
});

test('turning, resizing and zooming in the middle of a map loses nothing', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await openStory(page, 'scroll');
  const id = (await page.locator('.step').nth(1).getAttribute('id')) as string;
  await page.goto(`/#${id}`);
  for (const [width, height] of [
    [844, 390],
    [390, 844],
    [1440, 900],
    [720, 450],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(100);
    await page.evaluate((step) => document.getElementById(step)?.scrollIntoView({ behavior: 'instant' }), id);
    await expectPictureOf(page, id);
    await expect(page.locator(`[id="${id}"] .step-words`)).toBeInViewport();
  }
  expect(complaints).toEqual([]);
});

test('where a busy browser tells of several frames at once, the step that is read last is shown', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    Object.assign(window, {
      tell: () => held.splice(0).forEach((deliver) => deliver()),
      IntersectionObserver: class extends IntersectionObserver {
        constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
          const told: IntersectionObserverEntry[] = [];
          super((entries) => {
            told.push(...entries);
            held.push(() => told.length > 0 && callback(told.splice(0), this));
          }, options);
        }
      },
    });
  });
  await openStory(page, 'scroll');
  const tell = () => page.evaluate(() => (window as unknown as { tell: () => void }).tell());
  const go = (index: number) =>
    page.evaluate(async (at) => {
      document.querySelectorAll('.step')[at]?.scrollIntoView({ block: 'start', behavior: 'instant' });
      // three frames: one in which it is seen, one in which it is told, one more
      for (let i = 0; i < 3; i++) await new Promise((done) => requestAnimationFrame(done));
    }, index);
  const ids = await page.locator('.step').evaluateAll((steps) => steps.map(({ id }) => id));
  for (const [over, to] of [
    [1, 0],
    [0, 1],
  ] as const) {
    await go(over);
    await go(to);
    await tell();
    await expectPictureOf(page, ids[to] as string);
    await expect(page.locator('chart-stage').first()).toHaveAttribute('state', ids[to] as string);
  }
});
