import { textWidth, wrapText, type Face } from '../scene/text-width.ts';
import { escape } from './paint.ts';

// An embed's lines are broken here and not by the browser, so that its height is known whatever face the reader has.

/**
 * The widths of an embed, px, from which its lines are set anew. Between two of them stand the lines of the lower, and
 * its height does not change.
 */
export const STEPS = [280, 320, 360, 400, 480, 600, 720] as const;

/** The margins of an embed's text, px, both sides together. */
const SIDES = 32;

/** What is to be read in one go is no wider than this, px. */
const MEASURE = 640;

/** A text in pieces; before each stands a line break at the steps named. */
export interface SetText {
  pieces: { text: string; at: number[] }[];
  /** How many lines there are at each step. */
  lines: number[];
}

/** Breaks a text at every step into lines as even as they can be. */
export function setText(text: string, face: Face, size: number): SetText {
  const words = text.split(' ');
  const breaks = words.map((): number[] => []);
  const lines = STEPS.map((step, at) => {
    const set = wrapText(text, face, size, Math.min(step - SIDES, MEASURE));
    let next = 0;
    set.slice(0, -1).forEach((line) => breaks[(next += line.split(' ').length)]?.push(at));
    return set.length;
  });
  const pieces: SetText['pieces'] = [];
  words.forEach((word, i) => {
    const at = breaks[i] as number[];
    const last = pieces.at(-1);
    if (last && at.length === 0) last.text += ` ${word}`;
    else pieces.push({ text: word, at });
  });
  return { pieces, lines };
}

/** Sets things that stand side by side, of the widths given. @returns for each, the steps at which it begins a row */
export function setRow(widths: number[], gap: number): { at: number[][]; rows: number[] } {
  const at = widths.map((): number[] => []);
  const rows = STEPS.map((step, i) => {
    let count = widths.length > 0 ? 1 : 0;
    let used = 0;
    widths.forEach((width, item) => {
      if (used > 0 && used + width > step - SIDES) {
        count++;
        used = 0;
        at[item]?.push(i);
      }
      used += width + gap;
    });
    return count;
  });
  return { at, rows };
}

/** The class of what begins a line at these steps. */
export const stepClass = (at: number[]): string => at.map((step) => `s${step}`).join(' ');

/** The text with its line breaks, of which a container query lets those of one step through. */
export const linesHtml = ({ pieces }: SetText): string =>
  pieces
    .map(({ text, at }) => (at.length > 0 ? `<br class="${stepClass(at)}">` : '') + escape(text))
    .join(' ');

/** The rules that let the line breaks of one step through. */
export const stepsCss = (): string =>
  STEPS.map((from, i) => {
    const to = STEPS[i + 1];
    const above = i > 0 ? `(min-width:${from}px)` : '';
    const below = to ? `(max-width:${to - 0.02}px)` : '';
    const range = [above, below].filter(Boolean).join(' and ');
    return `@container ${range}{br:not(.s${i}){display:none}.key .s${i}::before{content:'\\A';white-space:pre}}`;
  }).join('');

/** The width of a shape with its word, px. */
export const markedWidth = (word: string, shape: number, size: number): number =>
  shape + textWidth(word, 'label', size);
