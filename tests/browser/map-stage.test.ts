import { expect, test, type Page } from './test.ts';
import { CHROMIUM_ONLY } from './pages.ts';

// The stage is tried with a state of its own making: the picture of the page again, looking elsewhere.
const TEST_STATE = 'elsewhere';

/** Adds pictures of a second state, whose ground stands elsewhere and twice as large, and whose marks follow. */
const addState = (page: Page) =>
  page.evaluate((name) => {
    const stage = document.querySelector('chart-stage') as HTMLElement;
    for (const picture of stage.querySelectorAll<SVGSVGElement>('.picture[data-state=""]')) {
      const copy = picture.cloneNode(true) as SVGSVGElement;
      const [x, y, k] = (picture.dataset.view as string).split(' ').map(Number) as [number, number, number];
      copy.dataset.state = name;
      copy.dataset.view = `${x - 150} ${y + 40} ${k * 2}`;
      copy
        .querySelector(':scope > use')
        ?.setAttribute('transform', `translate(${x - 150} ${y + 40}) scale(${k * 2})`);
      for (const group of copy.querySelectorAll<SVGGElement>('[data-at]')) {
        const [ax, ay] = (group.dataset.at as string).split(' ').map(Number) as [number, number];
        const [bx, by] = [(ax - x) * 2 + x - 150, (ay - y) * 2 + y + 40];
        group.dataset.at = `${bx} ${by}`;
        for (const child of group.children)
          child.setAttribute('transform', `translate(${bx - ax} ${by - ay})`);
      }
      copy.toggleAttribute('hidden', true);
      stage.append(copy);
    }
  }, TEST_STATE);

const setState = (page: Page, state: string) =>
  page.locator('chart-stage').evaluate((stage, value) => stage.setAttribute('state', value), state);

/** Opens a map with that state, whose frames come only when the test lets time pass: no machine is too slow for it. */
async function openPaused(page: Page): Promise<void> {
  await page.clock.install();
  await page.goto('/charts/istanbul/');
  await addState(page);
  await page.clock.pauseAt(Date.now() + 60_000);
}

/** Where the ground of the picture on the screen stands, and the middle of a mark in it. */
const standing = (page: Page) =>
  page.locator('chart-stage .picture:visible').evaluate((picture) => {
    const use = (picture as SVGSVGElement).querySelector(':scope > use') as SVGUseElement;
    const { a, e, f } = use.transform.baseVal.consolidate()?.matrix as DOMMatrix;
    const hit = picture.querySelector('a .hit')?.getBoundingClientRect() as DOMRect;
    const box = picture.getBoundingClientRect();
    return {
      state: (picture as SVGSVGElement).dataset.state,
      scale: a,
      x: e,
      y: f,
      mark: { x: hit.x + hit.width / 2 - box.x, y: hit.y + hit.height / 2 - box.y },
    };
  });

test('a chart that moves from one state to another lands exactly on its view', async ({ page }) => {
  await page.goto('/charts/istanbul/');
  await addState(page);
  const arrived = page.evaluate(
    () =>
      new Promise((done) =>
        document
          .querySelector('chart-stage')
          ?.addEventListener('statechange', ({ target }) => done((target as Element).getAttribute('state'))),
      ),
  );
  const before = await standing(page);
  await setState(page, TEST_STATE);
  expect(await arrived).toBe(TEST_STATE);
  const after = await standing(page);
  expect(after.state).toBe(TEST_STATE);
  expect(after.scale).toBe(2);
  expect(after.x).toBeCloseTo(before.x - 150, 3);
  expect(after.y).toBeCloseTo(before.y + 40, 3);
});

test('a flight keeps marks and labels at their size, and a mark on its point of the ground', async ({
  page,
}) => {
  await openPaused(page);
  const sample = () =>
    page.evaluate(() => {
      const picture = [...document.querySelectorAll<SVGSVGElement>('chart-stage .picture')].find(
        (each) => each.getBoundingClientRect().width > 0,
      ) as SVGSVGElement;
      const use = picture.querySelector(':scope > use') as SVGUseElement;
      const ground = use.transform.baseVal.consolidate()?.matrix as DOMMatrix;
      const hit = picture.querySelector('a .hit') as SVGGraphicsElement;
      const matrix = hit.getScreenCTM() as DOMMatrix;
      const [box, window] = [hit.getBoundingClientRect(), picture.getBoundingClientRect()];
      const at = { x: box.x + box.width / 2 - window.x, y: box.y + box.height / 2 - window.y };
      // the same point of the ground, whatever the view
      return {
        scale: matrix.a,
        ground: ground.a,
        u: (at.x - ground.e) / ground.a,
        v: (at.y - ground.f) / ground.a,
      };
    });
  const first = await sample();
  await setState(page, TEST_STATE);
  const seen = new Set<number>();
  for (let i = 0; i < 25; i++) {
    const now = await sample();
    seen.add(Math.round(now.ground * 100));
    expect(now.scale).toBeCloseTo(1, 6);
    expect(Math.abs(now.u - first.u) * now.ground).toBeLessThan(0.5);
    expect(Math.abs(now.v - first.v) * now.ground).toBeLessThan(0.5);
    await page.clock.runFor(30);
  }
  expect(seen.size).toBeGreaterThan(10);
});

test('a new state during a flight starts from where it is', async ({ page }) => {
  await openPaused(page);
  await setState(page, TEST_STATE);
  await page.clock.runFor(300);
  const before = (await standing(page)).scale;
  expect(before).toBeGreaterThan(1);
  expect(before).toBeLessThan(2);
  await setState(page, '');
  await page.clock.runFor(16);
  expect(Math.abs((await standing(page)).scale - before)).toBeLessThan(0.001);
  await page.clock.runFor(3000);
  expect((await standing(page)).scale).toBe(1);
});

test('an unknown state changes nothing and throws nothing', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto('/charts/istanbul/');
  const before = await standing(page);
  await setState(page, 'no-such-state');
  await page.waitForTimeout(300);
  expect(await standing(page)).toEqual(before);
  expect(errors).toEqual([]);
});

// the driver of Firefox cannot ask for less motion
test('where the reader wants no motion, a new state is there at once', CHROMIUM_ONLY, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/charts/istanbul/');
  await addState(page);
  await setState(page, TEST_STATE);
  expect((await standing(page)).scale).toBe(2);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
