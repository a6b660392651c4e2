import type { Picture } from '../scene/scene.ts';
import { FRAME_WIDTH } from '../scene/scene.ts';
import { textWidth, wrapText, type Face } from '../scene/text-width.ts';

/** The texts of an embed whose wrapping decides its height. */
export interface EmbedTexts {
  title: string;
  /** Words of the key, each after a shape. */
  key: string[];
  asOf: string;
  sources: string;
  /** “Corrected on 3 November 2026”, where it was. */
  corrected?: string;
}

/** The measures of src/styles/embed.css, px. A browser test compares the sum with the page. */
const SIDES = 32;
const TITLE = { top: 14, face: 'display' as Face, size: 22, line: 27 };
const KEY = { top: 6, line: 24, shape: 22, gap: 14, bottom: 6 };
const SMALL = { top: 8, face: 'label' as Face, strong: 'strong' as Face, size: 13, line: 18 };
const LIST = 40;
const FOOT = 45;

/** The height of an embed in a column of `width` px, before its list is opened. */
export function embedHeight(texts: EmbedTexts, picture: Picture, width: number): number {
  const room = width - SIDES;
  const lines = (text: string, face: Face, size: number) => wrapText(text, face, size, room).length;
  const frame = width >= FRAME_WIDTH.wide ? picture.frames.wide : picture.frames.narrow;
  return (
    TITLE.top +
    lines(texts.title, TITLE.face, TITLE.size) * TITLE.line +
    KEY.top +
    keyRows(texts.key, room) * KEY.line +
    KEY.bottom +
    frame.height +
    SMALL.top +
    (lines(texts.asOf, SMALL.strong, SMALL.size) + lines(texts.sources, SMALL.face, SMALL.size)) *
      SMALL.line +
    (texts.corrected === undefined
      ? 0
      : SMALL.top + lines(texts.corrected, SMALL.strong, SMALL.size) * SMALL.line) +
    LIST +
    FOOT
  );
}

/** The height that is enough in every column from 320 to 1,200 px wide: what a host without scripts is told. */
export function enoughHeight(texts: EmbedTexts, picture: Picture): number {
  const widths = Array.from({ length: 89 }, (_, i) => 320 + i * 10);
  return Math.max(...widths.map((width) => embedHeight(texts, picture, width)));
}

function keyRows(words: string[], room: number): number {
  let rows = 1;
  let used = 0;
  for (const word of words) {
    const width = KEY.shape + textWidth(word, 'label', 14);
    if (used > 0 && used + width > room) {
      rows++;
      used = 0;
    }
    used += width + KEY.gap;
  }
  return rows;
}
