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
  const fits = (limit: number) => {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
      const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
      if (lines.length > 0 && textWidth(longer, face, size) <= limit) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  };
  const count = fits(width).length;
  for (let limit = width / 2; limit < width; limit += 4) {
    const lines = fits(limit);
    if (lines.length === count && lines.every((line) => textWidth(line, face, size) <= width)) return lines;
  }
  return fits(width);
}
