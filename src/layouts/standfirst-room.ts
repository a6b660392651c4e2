import * as fontkit from 'fontkit';
import { join } from 'node:path';

// The story is shown before its faces have come. The map below its standfirst must not move when they have.

/** Where the text is set in another size or measure, rem: from which width of the window, as in prose.css and page.css. */
const SETTINGS = [
  { from: 18, size: 1.156 },
  { from: 48, size: 1.3125 },
] as const;
/** The margins beside it, both together, and the widest it gets, rem. */
const SIDES = { margins: 2, measure: 38.5 };
/** From here on the map stands beside the words. */
const BESIDE = 56.25;
/** How far two widths that are tried lie apart, rem: a pixel. */
const STEP = 1 / 16;
/** A note’s number, and one that stands after another, em. */
const MARK = { first: 0.39, next: 0.62 };

let face: fontkit.Font | undefined;

/**
 * The rules that keep as many lines for the standfirst as it has in the site’s own face.
 *
 * @param mdx the opening’s words, as they are written
 */
export function standfirstRoom(mdx: string): string {
  const paragraphs = mdx.trim().split(/\n\s*\n/);
  const rules: string[] = [];
  let last = 0;
  for (const [i, { from, size }] of SETTINGS.entries())
    for (let width = from; width < (SETTINGS[i + 1]?.from ?? BESIDE); width += STEP) {
      const line = Math.min(width - SIDES.margins, SIDES.measure) / size;
      const lines = paragraphs.reduce((sum, each) => sum + linesOf(each, line), 0);
      if (lines !== last)
        rules.push(`@media screen and (min-width:${width}rem){.standfirst{min-block-size:${lines}lh}}`);
      last = lines;
    }
  rules.push(`@media (min-width:${BESIDE}rem){.standfirst{min-block-size:0}}`);
  return `@layer components{${rules.join('')}}`;
}

/** How many lines a paragraph takes. @param line the width of a line, em */
function linesOf(paragraph: string, line: number): number {
  face ??= fontkit.openSync(join(process.cwd(), 'public/fonts/text-latin.woff2')) as fontkit.Font;
  const font = face;
  const widthOf = (text: string) => font.layout(text).advanceWidth / font.unitsPerEm;
  const words = paragraph
    .replace(/<Claim id="([^"]*)" ?\/>/g, (_, ids: string) => '\u0001'.repeat(ids.trim().split(/\s+/).length))
    .replace(/<[^>]*>/g, '')
    .trim()
    .split(/\s+/)
    .map((word) => {
      const marks = word.split('\u0001').length - 1;
      const [first, next] = [Math.min(marks, 1), Math.max(marks - 1, 0)];
      return widthOf(word.replaceAll('\u0001', '')) + first * MARK.first + next * MARK.next;
    });
  let lines = 1;
  let used = 0;
  for (const word of words) {
    const longer = used > 0 ? used + widthOf(' ') + word : word;
    if (used > 0 && longer > line) {
      lines++;
      used = word;
    } else used = longer;
  }
  return lines;
}
