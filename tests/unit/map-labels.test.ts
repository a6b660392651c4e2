import { expect, test } from 'playwright/test';
import { chartData } from '../../src/authoring/content-model.ts';
import { drawScene } from '../../src/charts/draw.ts';
import { inLanguage, LANGUAGES } from '../../src/ledger/in-language.ts';
import { overlaps, type Box } from '../../src/scene/box.ts';
import { TYPES, type Type } from '../../src/scene/roles.ts';
import { FRAME_WIDTH, FRAMES, type Scene, type TextMark } from '../../src/scene/scene.ts';
import { letterWidths, textWidth } from '../../src/scene/text-width.ts';
import { content } from './content.ts';

const MAPS = Object.entries(content.charts).filter(([, { kind }]) => kind === 'map');
/** The widths at which labels are promised to stand apart; a frame is the middle of the column. */
const WIDTHS = [320, 360, 390, 600, 720, 1024, 1440];

/** The boxes of a text, from its ascenders to its descenders: one, or one a letter along a line. */
function boxesOf({ role, text, x, y, align, letters }: TextMark): Box[] {
  const { face, size, tracking }: Type = TYPES[role];
  if (letters) {
    const widths = letterWidths(text, face, size);
    return letters.map(({ x: left, y: base, turn }, i) => {
      const [angle, width] = [(turn * Math.PI) / 180, widths[i] as number];
      const [along, up] = [width / 2, size * 0.25];
      return {
        x: left + Math.cos(angle) * along + Math.sin(angle) * up,
        y: base + Math.sin(angle) * along - Math.cos(angle) * up,
        width,
        height: size,
        turn,
      };
    });
  }
  const width = textWidth(text, face, size, tracking);
  const middle = x + { start: 1, middle: 0, end: -1 }[align] * (width / 2);
  return [{ x: middle, y: y - size * 0.25, width, height: size }];
}

/** What is wrong with the labels of a scene in columns of all widths that show it. */
function wrong({ frame, width: own, height, groups }: Scene): string[] {
  const texts = groups
    .flatMap(({ marks }) => marks)
    .filter((mark) => mark.mark === 'text')
    .map((mark) => ({ text: mark.text, boxes: boxesOf(mark) }));
  const widths = WIDTHS.filter((width) => (width >= FRAME_WIDTH.wide ? 'wide' : 'narrow') === frame);
  const cut = (own - Math.min(own, ...widths)) / 2;
  return texts.flatMap(({ text, boxes }, i) => [
    ...boxes
      .filter(
        (box) =>
          !box.turn &&
          (box.x - box.width / 2 < cut ||
            box.x + box.width / 2 > own - cut ||
            box.y - box.height / 2 < 0 ||
            box.y + box.height / 2 > height),
      )
      .map(() => `"${text}" is clipped`),
    ...texts
      .slice(i + 1)
      .filter((other) => boxes.some((a) => other.boxes.some((b) => overlaps(a, b))))
      .map((other) => `"${text}" and "${other.text}" overlap`),
  ]);
}

for (const language of ['en', ...LANGUAGES] as const)
  test(`no label of any map or state overlaps another or is clipped, with names in ${language}`, () => {
    const found: string[] = [];
    let scenes = 0;
    const ledger = language === 'en' ? content.ledger : inLanguage(content.ledger, language);
    for (const [id, { states }] of MAPS)
      for (const state of [undefined, ...Object.keys(states)])
        for (const frame of FRAMES) {
          const where = `${id} ${state ?? ''} ${frame}`;
          scenes++;
          try {
            const scene = drawScene(chartData({ ...content, ledger }, id, state), frame);
            found.push(...wrong(scene).map((what) => `${where}: ${what}`));
          } catch (error) {
            found.push(`${where}: ${(error as Error).message}`);
          }
        }
    console.log(`Labels with names in ${language}: ${scenes} scenes, ${found.length} overlapping or clipped`);
    expect(found).toEqual([]);
  });
