import * as fontkit from 'fontkit';
import { join } from 'node:path';

// The story is shown before its faces have come. The map below its standfirst must not move when they have. The widths are
// those of systems that place letters at fractions of a pixel; where they stand at whole ones, as in Chromium on Linux, a
// line may be missing at some widths.

/** How the text is set, rem: from which width of the window, as in prose.css and opening.css. */
const SETTINGS = [
  { from: 18, size: 1.156, measure: 38.5 },
  { from: 48, size: 1.3125, measure: 38.5 },
  // beside the map
  { from: 56.25, size: 1.3125, measure: 35 },
] as const;
/** The margins beside it, both together, rem. */
const MARGINS = 2;
/** No wider window sets it in other lines, rem. */
const WIDEST = 57;
/** How far two widths that are tried lie apart, rem: a pixel. */
const STEP = 1 / 16;
/** A note’s number, and one that stands after another, em. */
const MARK = { first: 0.39, next: 0.62 };

let face: fontkit.Font | undefined;

/**
 * The rules that keep as many lines for each paragraph of the standfirst as it has in the site’s own face.
 *
 * @param mdx the opening’s words, as they are written
 */
export function standfirstRoom(mdx: string): string {
  const rules = mdx
    .trim()
    .split(/\n\s*\n/)
    .flatMap((paragraph, place) => {
      const words = widthsOf(paragraph);
      let last = 0;
      return SETTINGS.flatMap(({ from, size, measure }, i) => {
        const to = SETTINGS[i + 1]?.from ?? WIDEST;
        const widths = Array.from({ length: (to - from) / STEP }, (_, step) => from + step * STEP);
        return widths.flatMap((width) => {
          const lines = linesOf(words, Math.min(width - MARGINS, measure) / size);
          if (lines === last) return [];
          last = lines;
          return `@media screen and (min-width:${width}rem){.standfirst>:nth-child(${place + 1}){min-block-size:${lines}lh}}`;
        });
      });
    });
  return `@layer components{${rules.join('')}}`;
}

/** The widths of a paragraph’s words, each with the space before it, em. */
function widthsOf(paragraph: string): { word: number; space: number }[] {
  face ??= fontkit.openSync(join(process.cwd(), 'public/fonts/text-latin.woff2')) as fontkit.Font;
  const font = face;
  const widthOf = (text: string) => font.layout(text).advanceWidth / font.unitsPerEm;
  const space = widthOf(' ');
  return paragraph
    .replace(/<Claim id="([^"]*)" ?\/>/g, (_, ids: string) => '\u0001'.repeat(ids.trim().split(/\s+/).length))
    .replace(/<[^>]*>/g, '')
    .trim()
    .split(/\s+/)
    .map((text) => {
      const marks = text.split('\u0001').length - 1;
      const [first, next] = [Math.min(marks, 1), Math.max(marks - 1, 0)];
      const word = widthOf(text.replaceAll('\u0001', '')) + first * MARK.first + next * MARK.next;
      return { word, space };
    });
}

/** How many lines words take. @param line the width of a line, em */
function linesOf(words: { word: number; space: number }[], line: number): number {
  let lines = 1;
  let used = 0;
  for (const { word, space } of words) {
    const longer = used > 0 ? used + space + word : word;
    if (used > 0 && longer > line) {
      lines++;
      used = word;
    } else used = longer;
  }
  return lines;
}
