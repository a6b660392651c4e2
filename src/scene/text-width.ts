import fontWidths from './font-widths.json' with { type: 'json' };

/** A cut of the site's fonts: label (sans), strong (sans, semibold), italic (serif), display (serif, semibold). */
export type Face = keyof typeof fontWidths;

/** Embeds are set in the reader's own fonts, whose widths differ a little; and kerning is not counted. */
const SPARE = 1.06;

/**
 * The room a line of text needs, in px: the sum of its letters' advance widths in the site's font, and 6 % to spare.
 * Throws when the font has no glyph for a letter, since a picture would silently leave it out.
 *
 * @param size font size in px
 * @param tracking extra space after each letter, in em
 */
export function textWidth(text: string, face: Face, size: number, tracking = 0): number {
  return letterWidths(text, face, size, tracking).reduce((sum, width) => sum + width, 0);
}

/** The same for each letter. */
export function letterWidths(text: string, face: Face, size: number, tracking = 0): number[] {
  const widths: Record<string, number> = fontWidths[face];
  return [...text].map((letter) => {
    const width = widths[letter];
    if (width === undefined)
      throw new Error(`The font of "${face}" has no letter "${letter}", needed for "${text}"`);
    return (width / 1000 + tracking) * size * SPARE;
  });
}

/** Breaks a text into lines of at most `width` px, as even as they can be. A word wider than that keeps its line. */
export function wrapText(text: string, face: Face, size: number, width: number): string[] {
  const words = text.split(' ').map((word) => ({ word, width: textWidth(word, face, size) }));
  const space = textWidth(' ', face, size);
  const fits = (limit: number) => {
    const lines: { text: string; width: number }[] = [];
    for (const { word, width } of words) {
      const line = lines.at(-1);
      const longer = line ? line.width + space + width : Infinity;
      if (line && longer <= limit) Object.assign(line, { text: `${line.text} ${word}`, width: longer });
      else lines.push({ text: word, width });
    }
    return lines;
  };
  const widest = fits(width);
  for (let limit = width / 2; limit < width; limit += 4) {
    const lines = fits(limit);
    if (lines.length === widest.length && lines.every((line) => line.width <= width))
      return lines.map(({ text }) => text);
  }
  return widest.map(({ text }) => text);
}
