import type { Picture } from '../scene/scene.ts';
import { FRAME_WIDTH } from '../scene/scene.ts';
import type { Face } from '../scene/text-width.ts';
import { markedWidth, setRow, setText, STEPS, type SetText } from './embed-lines.ts';

/** The texts of an embed, whose lines decide its height. */
export interface EmbedTexts {
  title: string;
  /** Words of the key, each after a shape, then those after a line. */
  key: string[];
  lines: string[];
  asOf: string;
  sources: string;
  /** Whether the control of moments stands above its picture. */
  control: boolean;
  /** How many corrections it tells, each on a line. */
  corrections: number;
}

/** The measures of src/styles/embed.css, px. A browser test compares the sum with the page at every width. */
const TITLE = { top: 14, face: 'display' as Face, size: 22, line: 27 };
/** Without the title something of the air above it stays. */
const PLAIN_TOP = 4;
const KEY = { top: 6, line: 24, shape: 27, sample: 55, gap: 19, size: 14, bottom: 6 };
const SMALL = { top: 8, face: 'label' as Face, strong: 'strong' as Face, size: 13, line: 18 };
const LIST = 40;
/** The control of moments: the moment, the slider, what changed; and, below the picture, the list of them. */
const CONTROL = 6 + 24 + 40 + 36 + LIST;
/** In two rows until its three links fit in one. */
const FOOT = { narrow: 67, wide: 45, from: 400 };
/** How wide the narrow picture would be in a column of 100 px, were it not for its own width: its sides are cut. */
const OVERLAP = 116;
/** A fraction of a px that a host rounds away must not cut anything. */
const ROUNDING = 1;

/** The texts of an embed in lines. */
export interface EmbedLines {
  title: SetText;
  key: { at: number[][]; rows: number[] };
  asOf: SetText;
  sources: SetText;
}

export function embedLines({ title, key, lines, asOf, sources }: EmbedTexts): EmbedLines {
  return {
    title: setText(title, TITLE.face, TITLE.size),
    key: setRow(
      [
        ...key.map((word) => markedWidth(word, KEY.shape, KEY.size)),
        ...lines.map((word) => markedWidth(word, KEY.sample, KEY.size)),
      ],
      KEY.gap,
    ),
    asOf: setText(asOf, SMALL.strong, SMALL.size),
    sources: setText(sources, SMALL.face, SMALL.size),
  };
}

/**
 * How high an embed is: a height for every range of widths, less what a picture loses that shrinks with its column.
 * It holds with its list closed, which is how it comes.
 */
export interface HeightLaw {
  /** px, the lowest width first */
  steps: { from: number; height: number }[];
  /** Below this width, px, each px less of it takes so many px of the height. */
  shrinks: { below: number; by: number };
}

/** @param plain without the title, as `?plain=1` shows it */
export function heightLaw(texts: EmbedTexts, picture: Picture, plain = false): HeightLaw {
  const { title, key, asOf, sources } = embedLines(texts);
  const { narrow, wide } = picture.frames;
  const steps = STEPS.map((from, i) => {
    const at = (lines: number[]) => lines[i] as number;
    const frame = from >= FRAME_WIDTH.wide ? wide : narrow;
    const small = at(asOf.lines) + at(sources.lines);
    const height =
      (plain ? PLAIN_TOP : TITLE.top + at(title.lines) * TITLE.line) +
      (KEY.top + at(key.rows) * KEY.line + KEY.bottom) +
      frame.height +
      (SMALL.top + small * SMALL.line) +
      LIST +
      (texts.control ? CONTROL : 0) +
      texts.corrections * (SMALL.top + SMALL.line) +
      (from >= FOOT.from ? FOOT.wide : FOOT.narrow);
    return { from, height };
  });
  const by = Math.floor(((narrow.height / narrow.width) * OVERLAP * 1000) / 100) / 1000;
  return {
    steps: steps.filter(({ height }, i) => height !== steps[i - 1]?.height),
    shrinks: {
      below: Math.floor(((narrow.width / OVERLAP) * 100 - ROUNDING / by) * 100) / 100,
      by,
    },
  };
}

/** The height that the law gives for a column of `width` px. */
export function heightAt({ steps, shrinks }: HeightLaw, width: number): number {
  const step = steps.findLast(({ from }) => from <= width) ?? steps[0];
  return (step?.height ?? 0) - Math.max(0, (shrinks.below - width) * shrinks.by);
}

/** The height that is enough in every column of 280 px or more: for hosts that take one number only. */
export const enoughHeight = ({ steps, shrinks }: HeightLaw): number =>
  Math.max(
    ...steps.map(({ from, height }, i) => {
      const last = (steps[i + 1]?.from ?? Number.POSITIVE_INFINITY) - 1;
      return height - Math.max(0, (shrinks.below - Math.max(from, last)) * shrinks.by);
    }),
  );

/**
 * The law as the CSS length of a frame, for a container whose width is the frame's: `100cqi` is that width, and a
 * difference in widths times 9,999, held between nothing and a height, is a step.
 */
export function heightCss({ steps, shrinks }: HeightLaw): string {
  let base = steps[0]?.height ?? 0;
  const terms = steps.slice(1).map(({ from, height }, i) => {
    const change = height - (steps[i] as { height: number }).height;
    // of two heights the greater one holds for the fractions of a px between them
    if (change > 0) return `clamp(0px,(100cqi - ${from - 1}px)*9999,${change}px)`;
    base += change;
    return `clamp(0px,(${from}px - 100cqi)*9999,${-change}px)`;
  });
  const sum = [`${base}px`, ...terms].join(' + ');
  return `calc(${sum} - max(0px,(${shrinks.below}px - 100cqi)*${shrinks.by}))`;
}

/** The style of an embed in a frame that is too low for it. Its foot lies over what scrolls, margins included. */
const LOW = `html{scrollbar-width:auto;scroll-padding-bottom:${FOOT.narrow}px}footer{position:sticky;bottom:0;background:var(--paper);box-shadow:-16px 0 var(--paper),16px 0 var(--paper)}`;

/**
 * Scroll bars only where the frame is lower than the law says, or the list is open. Otherwise a bar that came while a
 * column was being resized could stay: the text beside it is narrower, so it needs more lines, so it needs the bar.
 * There the foot stays in view too: many systems show no bar before a reader scrolls, and a cut would look like the end.
 */
export function scrollCss({ steps, shrinks }: HeightLaw): string {
  const low = steps.map(({ from, height }, i) => {
    const to = steps[i + 1]?.from;
    const range = `${i > 0 ? `(min-width:${from}px) and ` : ''}${to ? `(max-width:${to - 0.02}px) and ` : ''}`;
    const lost = Math.ceil(Math.max(0, (shrinks.below - from) * shrinks.by));
    return `screen and ${range}(max-height:${height - lost - 2}px)`;
  });
  return `html{scrollbar-width:none}@media ${low.join(',')}{${LOW}}html:has([open]){scrollbar-width:auto}`;
}
