import { expect, test } from './test.ts';

// What a reader on a slow line sees first: the top of the story, before its style is whole and its faces have come.

test.skip(
  ({ browserName }) => browserName === 'firefox',
  'it passes over local faces while it waits, and so has other lines: src/decisions/speed.md',
);

for (const width of [320, 390, 768, 1440])
  test(`the story is opened at ${width} px before anything else has come, and its map does not move then`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    let release: () => void = () => {};
    const held = new Promise<void>((done) => (release = done));
    const asked: string[] = [];
    await page.route(/\.(css|woff2|js)$/, async (route) => {
      asked.push(route.request().url());
      await held;
      await route.continue();
    });
    await page.goto('/', { waitUntil: 'commit' });
    const map = page.locator('.hero-map');
    await expect(map).toBeVisible();
    const before = await map.boundingBox();
    expect(before?.width).toBe(width);
    await expect.poll(() => asked.join()).toMatch(/rest\..*story-steps|story-steps.*rest\./);
    expect(await page.locator('.chapter').count()).toBe(0);
    release();
    await page.waitForLoadState();
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    expect(await page.evaluate(() => document.fonts.check('20px "Ten Serif"'))).toBe(true);
    expect((await map.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
  });

test('each paragraph of the standfirst keeps the room of its lines and no more, whatever face it is first seen in', async ({
  page,
}) => {
  await page.goto('/');
  await page.evaluate(() => document.fonts.ready);
  // as most systems place letters; Chromium on Linux moves each to a whole pixel, and so has other lines at some widths
  await page.evaluate(() => (document.documentElement.style.textRendering = 'geometricPrecision'));
  for (let width = 320; width <= 1200; width += 17) {
    await page.setViewportSize({ width, height: 900 });
    const paragraphs = await page.locator('.standfirst > p').evaluateAll((all) =>
      (all as HTMLElement[]).map((paragraph) => {
        const kept = Number.parseFloat(getComputedStyle(paragraph).minBlockSize);
        paragraph.style.minBlockSize = '0';
        const needed = paragraph.getBoundingClientRect().height;
        paragraph.style.minBlockSize = '';
        return { kept: Math.round(kept), needed: Math.round(needed) };
      }),
    );
    expect(paragraphs.length).toBeGreaterThan(1);
    for (const { kept, needed } of paragraphs) expect(kept, `${width} px`).toBe(needed);
  }
});
