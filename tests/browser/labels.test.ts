import { expect, test, type Page } from './test.ts';
import { overlaps, type Box } from '../../src/scene/box.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CHARTS,
  CHARTS_OF_WORDS,
  EVERYTHING,
  inGroups,
  isSampled,
  looksAgain,
  nameOf,
  PAGES,
  statesOf,
  WIDTHS,
} from './pages.ts';

interface Text extends Box {
  text: string;
  clipped: boolean;
  /** Letters of one name along a line share a number, and are not compared with each other. */
  name: number;
}

/** The texts of the picture that is shown, as turned boxes in px of the screen, and whether one leaves its window. */
const textsOf = (page: Page): Promise<Text[]> =>
  page.evaluate(() => {
    const picture = [...document.querySelectorAll<SVGSVGElement>('.frames .picture')].find(
      (svg) => svg.getBoundingClientRect().width > 0,
    );
    const window = picture?.closest('.frames')?.getBoundingClientRect();
    if (!picture || !window) return [];
    // names that find room only when the map is enlarged are printed, but not shown
    const shown = [...picture.querySelectorAll('text')].filter(
      (element) => getComputedStyle(element).visibility === 'visible',
    );
    return shown.flatMap((element, name) => {
      // The width is the browser's; the height runs from the ascenders to the descenders, 0.75 em above the baseline
      // and 0.25 em below it: fonts add leading of their own to the box that a browser reports.
      const em = Number.parseFloat(getComputedStyle(element).fontSize);
      const screen = DOMMatrix.fromMatrix(element.getScreenCTM() as DOMMatrix);
      // A name along a line is measured letter by letter.
      const along = element.hasAttribute('rotate');
      const letters = Array.from({ length: along ? element.getNumberOfChars() : 0 }, (_, i) => {
        const { x, y } = element.getStartPositionOfChar(i);
        const width = element.getSubStringLength(i, 1);
        return { x, y, width, turn: element.getRotationOfChar(i) };
      });
      const { x, width } = element.getBBox();
      const parts = along ? letters : [{ x, y: Number(element.getAttribute('y')), width, turn: 0 }];
      return parts.map((part) => {
        const box = { x: part.x, width: part.width, y: part.y - 0.75 * em, height: em };
        const matrix = screen.multiply(
          new DOMMatrix().translate(part.x, part.y).rotate(part.turn).translate(-part.x, -part.y),
        );
        const at = (x: number, y: number) => new DOMPoint(x, y).matrixTransform(matrix);
        const corners = [
          at(box.x, box.y),
          at(box.x + box.width, box.y),
          at(box.x + box.width, box.y + box.height),
          at(box.x, box.y + box.height),
        ];
        const [a, b, c] = corners as [DOMPoint, DOMPoint, DOMPoint];
        return {
          text: element.textContent ?? '',
          name,
          x: (a.x + c.x) / 2,
          y: (a.y + c.y) / 2,
          width: Math.hypot(b.x - a.x, b.y - a.y),
          height: Math.hypot(c.x - b.x, c.y - b.y),
          turn: (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI,
          clipped: corners.some(
            ({ x, y }) =>
              x < window.left - 0.5 ||
              x > window.right + 0.5 ||
              y < window.top - 0.5 ||
              y > window.bottom + 0.5,
          ),
        };
      });
    });
  });

/** Pages with a drawing: chart pages, embeds and their states, and the story. */
const DRAWN = CHARTS.filter((id) => !CHARTS_OF_WORDS.includes(id)).map((id) => `/charts/${id}/`);
const EMBEDS = CHARTS.flatMap((id) => [
  `/embed/${id}/`,
  ...statesOf(id).map((state) => `/embed/${id}/${state}/`),
]);

/** Measures the labels of a page at every width. @returns what is wrong, and how many were measured */
async function measure(page: Page, path: string, how: string): Promise<{ found: string[]; labels: number }> {
  const found: string[] = [];
  let labels = 0;
  // every third width is enough for a second browser, states, other colours and larger text: a phone, a tablet, a screen
  const again =
    how !== 'light' ||
    /^\/embed\/.+\/.+\/$/.test(path) ||
    page.context().browser()?.browserType().name() === 'firefox';
  const widths = again && !EVERYTHING ? WIDTHS.filter((_, i) => i % 3 === 1) : WIDTHS;
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const texts = await textsOf(page);
    expect(texts.length, `${path} at ${width}`).toBeGreaterThan(5);
    labels += texts.length;
    texts.forEach((a, i) => {
      if (a.clipped) found.push(`${width} ${how}: "${a.text}" is clipped`);
      for (const b of texts.slice(i + 1))
        if (a.name !== b.name && overlaps(a, b))
          found.push(`${width} ${how}: "${a.text}" and "${b.text}" overlap`);
    });
  }
  return { found, labels };
}

for (const group of inGroups(['/', ...DRAWN, ...EMBEDS]))
  test(`no label on ${nameOf(group)} overlaps another or is clipped, at any width, in any colours`, async ({
    page,
    browserName,
  }) => {
    const found: string[] = [];
    for (const path of browserName === 'firefox' ? group.filter(isSampled) : group) {
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      let labels = 0;
      // other colours are those of each kind of chart, and dark ones change no measure; Firefox’s driver emulates neither
      const others = isSampled(path) ? (EVERYTHING ? ['dark', 'forced'] : ['forced']) : [];
      const colours = browserName === 'chromium' ? others : [];
      for (const how of ['light', ...colours]) {
        await page.emulateMedia({
          forcedColors: how === 'forced' ? 'active' : 'none',
          colorScheme: how === 'dark' ? 'dark' : 'light',
        });
        const measured = await measure(page, path, how);
        found.push(...measured.found.map((each) => `${path} ${each}`));
        labels += measured.labels;
      }
      console.log(`Labels on ${path} (${browserName}): ${labels} measured`);
    }
    expect(found).toEqual([]);
  });

test('pictures grow with the size of text that a reader has set, as far as the column allows', async ({
  playwright,
  browserName,
  launchOptions,
  baseURL,
}) => {
  test.slow();
  // the setting of the browser itself: its size of text, 16 px by default
  const profile = mkdtempSync(join(tmpdir(), 'large-text-'));
  const context = await playwright[browserName].launchPersistentContext(profile, {
    ...launchOptions,
    args: [
      ...(launchOptions.args ?? []),
      ...(browserName === 'chromium' ? ['--blink-settings=defaultFontSize=32'] : []),
    ],
    ...(browserName === 'firefox' ? { firefoxUserPrefs: { 'font.size.variable.x-western': 32 } } : {}),
    baseURL: baseURL ?? '',
  });
  const page = await context.newPage();
  const found: string[] = [];
  let labels = 0;
  const pages = looksAgain(browserName) ? DRAWN.slice(0, 1) : ['/', ...DRAWN];
  for (const path of pages) {
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
    const measured = await measure(page, path, 'large');
    found.push(...measured.found);
    labels += measured.labels;
    const scale = () =>
      page
        .locator('.frames .picture:visible')
        .first()
        .evaluate((picture) => (picture as SVGSVGElement).getScreenCTM()?.a);
    await page.setViewportSize({ width: 768, height: 900 });
    if (path !== '/') expect(await scale()).toBeCloseTo(2, 2);
    await page.setViewportSize({ width: 390, height: 900 });
    expect(await scale()).toBeGreaterThan(1);
  }
  // nothing of any page is beyond the sides of a phone, where the whole page is twice as large
  const wide: string[] = [];
  await page.setViewportSize({ width: 360, height: 780 });
  const all = PAGES.filter((each) => isSampled(each) && !each.startsWith('/embed/'));
  for (const path of looksAgain(browserName) ? [] : all) {
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 360) wide.push(`${path}: ${width} px`);
  }
  expect(wide).toEqual([]);
  await context.close();
  rmSync(profile, { recursive: true, force: true });
  console.log(`Labels at twice the size (${browserName}): ${labels} measured, ${found.length} wrong`);
  expect(found).toEqual([]);
});
