import { expect, test, type Page } from 'playwright/test';
import { overlaps, type Box } from '../../src/scene/box.ts';
import { CHARTS, CHARTS_OF_WORDS, WIDTHS } from './pages.ts';

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

const DRAWN = CHARTS.flatMap((id) => [
  `/embed/${id}/`,
  ...(CHARTS_OF_WORDS.includes(id) ? [] : [`/charts/${id}/`]),
]);
for (const path of ['/', ...DRAWN])
  test(`no label on ${path} overlaps another or is clipped, at any width, light or dark`, async ({
    page,
    browserName,
  }) => {
    let overlapping = 0;
    let clipped = 0;
    let labels = 0;
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      if (browserName === 'chromium') await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const texts = await textsOf(page);
        expect(texts.length, `${path} at ${width}`).toBeGreaterThan(5);
        labels += texts.length;
        texts.forEach((a, i) => {
          if (a.clipped) found.push(`${width} ${colorScheme}: "${a.text}" is clipped`);
          clipped += Number(a.clipped);
          for (const b of texts.slice(i + 1))
            if (a.name !== b.name && overlaps(a, b)) {
              overlapping++;
              found.push(`${width} ${colorScheme}: "${a.text}" and "${b.text}" overlap`);
            }
        });
      }
    }
    console.log(
      `Labels on ${path} (${browserName}): ${labels} measured, ${overlapping} overlap, ${clipped} clipped`,
    );
    expect(found).toEqual([]);
  });
