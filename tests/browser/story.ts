import { expect, type Page } from 'playwright/test';

/** The ways to read the story. */
export const MODES = ['scroll', 'step', 'flat'] as const;
export type Mode = (typeof MODES)[number];

/** Opens the story in a mode that the reader chose before. */
export async function openStory(page: Page, mode?: Mode, hash = ''): Promise<void> {
  if (mode)
    await page.addInitScript((value) => {
      try {
        if (!localStorage.getItem('reading')) localStorage.setItem('reading', value);
      } catch {
        /* the empty page before the story has no storage in Firefox */
      }
    }, mode);
  await page.goto(`/${hash}`);
  await page.evaluate(() => document.fonts.ready);
}

/** Opens the menu of chapters. Asked to click what is in sight and stays there, Firefox’s driver would scroll first. */
export async function openMenu(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Chapters' });
  // the page may still be on its way somewhere, and the button with it
  await expect(async () => {
    const [x, y, inSight, isOpen] = await button.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const menu = document.querySelector('#chapters:popover-open');
      return [
        left + width / 2,
        top + height / 2,
        top >= 0 && top + height <= innerHeight,
        menu !== null,
      ] as const;
    });
    if (!isOpen) await (inSight ? page.mouse.click(x, y) : button.click());
    await expect(page.locator('#chapters')).toBeVisible({ timeout: 1000 });
  }).toPass();
}

/** What the page says in its console, beyond plain notes, and what it throws. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/**
 * Scrolls to the end as a reader does who leaves a line or two in sight, two thirds of the screen at a time.
 *
 * @param screens how many, to stop before the end
 */
export async function scrollThrough(page: Page, screens = Number.MAX_SAFE_INTEGER): Promise<void> {
  await page.evaluate(async (until) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const isLeft = () => scrollY + innerHeight < document.documentElement.scrollHeight - 2;
    for (let i = 0; i * 2 < until * 3 && isLeft(); i++) {
      scrollBy({ top: (innerHeight * 2) / 3, behavior: 'instant' });
      await frame();
      await frame();
    }
  }, screens);
}

/** Every id, and every step, chapter and note with its words. */
export const contentOf = (page: Page) =>
  page.evaluate(() => ({
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id).sort(),
    pictures: [...document.querySelectorAll<SVGElement>('main svg[aria-label]')]
      // the name of a picture that several steps have is that of the step
      .map((svg) => `${svg.getAttribute('class')} ${svg.dataset.state ?? svg.getAttribute('aria-label')}`)
      .sort(),
    alts: [...document.querySelectorAll<HTMLElement>('[data-alt]')].map(({ dataset }) => dataset.alt),
    words: [...document.querySelectorAll('main :is(p, h1, h2, h3, h4, li, dd, dt)')]
      .map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim())
      .sort(),
  }));

/** Nothing of the page reaches beyond the sides of the window. */
export async function expectToFit(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(window as number);
}

/**
 * The picture of a step can be seen, once: its own on the stage and on every map; read flat, other charts show one
 * picture for all their steps, with nothing in it stressed.
 */
export async function expectPictureOf(page: Page, step: string): Promise<void> {
  const figure = page.locator(`figure:has([id="${step}"])`);
  const staged = await figure.locator('story-steps').getAttribute('data-staged');
  const own = staged !== null || (await figure.getAttribute('data-kind')) === 'map';
  const pictures = figure.locator(own ? `svg[data-state~="${step}"]` : 'story-steps svg[data-state]');
  await expect(pictures.filter({ visible: true })).toHaveCount(1);
}

/** How many pictures of steps are to be seen when the story is read flat. */
export const flatPictures = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.stepped')]
      .map((figure) => (figure.dataset.kind === 'map' ? figure.querySelectorAll('.step').length : 1))
      .reduce((sum, count) => sum + count, 0),
  );
