import { CHROMIUM_ONLY, isSampled, openOnPhone, twiceOnlyIf } from './pages.ts';
import { expect, test, type Page } from './test.ts';

const MAPS = ['istanbul', 'region', 'ankara', 'moscow'];

/** How the picture on the screen is moved: how much larger its ground is than printed, and where its origin stands. */
const standing = (page: Page) =>
  page.locator('map-zoom .picture:visible').evaluate((picture) => {
    const [x, y, k] = ((picture as SVGSVGElement).dataset.view ?? '').split(' ').map(Number) as [
      number,
      number,
      number,
    ];
    const use = (picture as SVGSVGElement).querySelector(':scope > use');
    const [e = 0, f = 0, a = 1] = (use?.getAttribute('transform')?.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(
      Number,
    );
    const round = (value: number) => Math.round(value * 100) / 100;
    return {
      k: round(a / k),
      x: round(e - (x * a) / k),
      y: round(f - (y * a) / k),
    };
  });
const WHOLE = { k: 1, x: 0, y: 0 };

const zoomTo = async (page: Page, k: number) => {
  for (let size = (await standing(page)).k * 2; size <= k; size *= 2) {
    await page.locator('[data-zoom=in]').click();
    await expect.poll(async () => (await standing(page)).k).toBeCloseTo(size, 1);
  }
};

/** The texts that can be seen: what they say, their box on the screen, the size of their letters. */
const textsOf = (page: Page) =>
  page.locator('map-zoom .picture:visible').evaluate((picture) => {
    const window = picture.parentElement?.getBoundingClientRect() as DOMRect;
    return [...picture.querySelectorAll('text')].flatMap((element) => {
      if (getComputedStyle(element).visibility === 'hidden' || element.closest('.crowded-out')) return [];
      // names along a water have no upright box
      if (element.matches('[transform], [rotate]')) return [];
      const { x, width } = element.getBoundingClientRect();
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const matrix = element.getScreenCTM() as DOMMatrix;
      // from the ascenders to the descenders: fonts add leading of their own to the box that a browser reports
      const baseline = matrix.f + matrix.d * Number(element.getAttribute('y'));
      const [y, bottom] = [baseline - 0.75 * size, baseline + 0.25 * size];
      const isIn = x > window.left && x + width < window.right && y > window.top && bottom < window.bottom;
      return [
        {
          text: element.textContent ?? '',
          x,
          y,
          right: x + width,
          bottom,
          isIn,
          scale: matrix.a * size,
          size,
        },
      ];
    });
  });

for (const id of MAPS)
  // another map is looked at
  test(
    `at every size, up to eight times, the labels of ${id} keep theirs and none lies on another`,
    twiceOnlyIf(isSampled(`/charts/${id}/`)),
    async ({ page }) => {
      for (const width of [390, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`/charts/${id}/`);
        await page.evaluate(() => document.fonts.ready);
        let seen = 0;
        for (const k of [1, 2, 4, 8]) {
          if (k > 1) await zoomTo(page, k);
          await page.waitForTimeout(50);
          const texts = await textsOf(page);
          seen += texts.length;
          const found: string[] = [];
          texts.forEach((a, i) => {
            if (Math.abs(a.scale - a.size) > 0.01) found.push(`"${a.text}" is ${a.scale} px, not ${a.size}`);
            if (!a.isIn) found.push(`"${a.text}" leaves the map`);
            for (const b of texts.slice(i + 1))
              if (a.x < b.right - 0.5 && b.x < a.right - 0.5 && a.y < b.bottom - 0.5 && b.y < a.bottom - 0.5)
                found.push(`"${a.text}" and "${b.text}" overlap`);
          });
          expect(found, `${id} at ${width} px, ${k} times`).toEqual([]);
          if (k === 8)
            expect(await page.locator('[data-zoom=in]').getAttribute('aria-disabled')).toBe('true');
          // towards the first mark, so that something stays in sight
          if (k === 1) await page.locator('map-zoom .picture:visible a').first().focus();
        }
        expect(seen).toBeGreaterThan(8);
      }
    },
  );

test('the map goes back to exactly the picture that was built', async ({ page }) => {
  await page.goto('/charts/istanbul/');
  const picture = () =>
    page.locator('map-zoom .picture:visible').evaluate((each) => {
      const copy = each.cloneNode(true) as Element;
      for (const element of copy.querySelectorAll('[data-x],[data-built]')) {
        element.removeAttribute('data-x');
        element.removeAttribute('data-built');
      }
      for (const element of copy.querySelectorAll('[class=""]')) element.removeAttribute('class');
      return copy.outerHTML;
    });
  const built = await picture();
  await zoomTo(page, 4);
  expect(await picture()).not.toBe(built);
  await page.locator('[data-zoom=whole]').click();
  await expect.poll(() => standing(page)).toEqual(WHOLE);
  expect(await picture()).toBe(built);
  await expect(page.locator('map-zoom [role=status]')).toHaveText('1×');
});

test('the keyboard enlarges, moves and resets the map that has the focus, and no other', async ({ page }) => {
  await page.goto('/charts/istanbul/');
  await page.keyboard.press('+');
  expect(await standing(page)).toEqual(WHOLE);
  await page.locator('map-zoom .frames').focus();
  await expect(page.locator('map-zoom .zoom-help')).toBeVisible();
  // on the whole map an arrow scrolls the page
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await page.keyboard.press('+');
  await expect.poll(async () => (await standing(page)).k).toBe(2);
  const before = await standing(page);
  const scrolled = await page.evaluate(() => scrollY);
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await standing(page)).x).toBeLessThan(before.x - 50);
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => (await standing(page)).y).toBeGreaterThan(before.y + 50);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await page.keyboard.press('-');
  await expect.poll(() => standing(page)).toEqual(WHOLE);
  await page.keyboard.press('+');
  await expect.poll(async () => (await standing(page)).k).toBe(2);
  await page.keyboard.press('0');
  await expect.poll(() => standing(page)).toEqual(WHOLE);
});

test('the wheel scrolls the page; with Ctrl it enlarges the map about the pointer', async ({ page }) => {
  await page.goto('/charts/istanbul/');
  const box = await page.locator('map-zoom .frames').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 150);
  await page.mouse.wheel(0, 120);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(60);
  expect(await standing(page)).toEqual(WHOLE);
  // a fresh page: the browser keeps a wheel that has begun to scroll with what it scrolls
  await page.goto('/charts/istanbul/');
  await page.evaluate(() => document.fonts.ready);
  const again = await page.locator('map-zoom .frames').boundingBox();
  // the browser tells the pointer in whole px
  const at = { x: Math.round((again?.x ?? 0) + 200), y: Math.round((again?.y ?? 0) + 150) };
  await page.mouse.move(at.x, at.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -60);
  await page.mouse.wheel(0, -60);
  await page.keyboard.up('Control');
  await expect.poll(async () => (await standing(page)).k).toBeGreaterThan(1.5);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  // what lay under the pointer still does
  const { k, x, y } = await standing(page);
  const point = { x: at.x - (again?.x ?? 0), y: at.y - (again?.y ?? 0) };
  expect(point.x * k + x).toBeCloseTo(point.x, 0);
  expect(point.y * k + y).toBeCloseTo(point.y, 0);
});

test('an enlarged map is dragged, and a drag is no click', async ({ page }) => {
  // no glide whose end would have to be awaited
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/charts/istanbul/');
  const hit = page.locator('.picture:visible a[href="#istanbul-dolmabahce"] .hit');
  const press = async () => {
    const box = await hit.boundingBox();
    const [x, y] = [(box?.x ?? 0) + 8, (box?.y ?? 0) + 8];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 30, y + 20, { steps: 4 });
    await page.mouse.up();
  };
  await press();
  expect(await standing(page)).toEqual(WHOLE);
  await page.goto('/charts/istanbul/');
  await zoomTo(page, 2);
  const before = await standing(page);
  await press();
  const after = await standing(page);
  expect(after.x).toBeCloseTo(before.x - 30, 0);
  expect(after.y).toBeCloseTo(before.y + 20, 0);
  await expect(page).not.toHaveURL(/#/);
});

// the driver of Firefox has no touch
test('two fingers enlarge the map, one scrolls the page', CHROMIUM_ONLY, async ({ browser, baseURL }) => {
  const page = await openOnPhone(browser, `${baseURL}charts/istanbul/`);
  const box = await page.locator('map-zoom .frames').boundingBox();
  const [x, y] = [(box?.x ?? 0) + 195, (box?.y ?? 0) + 200];
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: [number, number][]) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id })),
    });
  await touch('touchStart', [[x, y + 100]]);
  for (const step of [20, 60, 120, 180]) await touch('touchMove', [[x, y + 100 - step]]);
  await touch('touchEnd', []);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(60);
  expect(await standing(page)).toEqual(WHOLE);
  // a fresh page: the last one may still be gliding
  await page.goto('/charts/istanbul/');
  await page.evaluate(() => scrollTo(0, 0));
  await touch('touchStart', [
    [x - 40, y],
    [x + 40, y],
  ]);
  for (const step of [50, 60, 80, 100])
    await touch('touchMove', [
      [x - step, y],
      [x + step, y],
    ]);
  await touch('touchEnd', []);
  await expect.poll(async () => (await standing(page)).k).toBeCloseTo(2.5, 1);
  expect(await page.evaluate(() => [scrollY, visualViewport?.scale])).toEqual([0, 1]);
  await page.context().close();
});

test('the keyboard brings a mark into sight that lies outside an enlarged map', async ({ page }) => {
  await page.goto('/charts/istanbul/');
  await page.locator('map-zoom .frames').focus();
  await page.evaluate(() => document.querySelector('map-zoom')?.scrollIntoView());
  for (const k of [2, 4, 8]) {
    await page.keyboard.press('+');
    await expect.poll(async () => (await standing(page)).k).toBe(k);
  }
  for (const id of ['ataturk-airport', 'dolmabahce']) {
    const link = page.locator(`.picture:visible a[href="#istanbul-${id}"]`);
    await page.keyboard.press('Tab');
    await expect(link).toBeFocused();
    const [frames, hit] = [
      await page.locator('map-zoom .frames').boundingBox(),
      await link.locator('.hit').boundingBox(),
    ];
    expect(hit?.x).toBeGreaterThan(frames?.x ?? 0);
    expect((hit?.x ?? 0) + (hit?.width ?? 0)).toBeLessThan((frames?.x ?? 0) + (frames?.width ?? 0));
    expect(hit?.y).toBeGreaterThan(frames?.y ?? 0);
    await expect(page.locator('#chart-istanbul mark-note')).toContainText(
      id === 'dolmabahce' ? 'Dolmabahçe' : 'Atatürk',
    );
  }
});

test('names that had no room on the whole map are shown when it is enlarged', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/charts/region/');
  const names = page.locator('.picture:visible .spare .has-room');
  await expect(names).toHaveCount(0);
  expect(await page.locator('.picture:visible .spare > g').count()).toBeGreaterThan(0);
  await zoomTo(page, 2);
  await page.locator('map-zoom .frames').focus();
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowDown', 'ArrowDown', 'ArrowDown'])
    await page.keyboard.press(key);
  await page.waitForTimeout(400);
  const seen = await names.count();
  console.log(`Names that found room at 2×: ${seen}`);
  expect(seen).toBeGreaterThan(0);
});

// the driver of Firefox cannot ask for less motion
test('where the reader wants no motion, the map is enlarged at once', CHROMIUM_ONLY, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/charts/istanbul/');
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-zoom=in]')?.click());
  expect((await standing(page)).k).toBe(2);
});

test('a view that is chosen says what it shows and as of when; the whole picture says it below', async ({
  page,
}) => {
  await page.goto('/charts/istanbul/');
  const says = page.locator('.zoom-says:visible');
  const asOf = page.locator('.foot .as-of').first();
  await expect(says).toHaveCount(0);
  await expect(asOf).toBeVisible();
  const view = page.locator('[data-preset=evening]');
  await view.click();
  await expect(says).toHaveCount(1);
  await expect(says).toContainText('As known in the late evening of Thursday 15 May 2025');
  await expect(view).toHaveAttribute('aria-describedby', (await says.getAttribute('id')) as string);
  await expect(asOf).toBeHidden();
  // of parties and marks that only some views have, all are in the key
  await expect(page.locator('figure .key').first()).toContainText('Türkiye');
  await page.locator("[data-preset='']").click();
  await expect(says).toHaveCount(0);
  await expect(asOf).toBeVisible();
});
