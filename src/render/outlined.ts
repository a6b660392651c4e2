import { Resvg } from '@resvg/resvg-js';
import { BUNDLED_FONTS } from './png.ts';

/**
 * A stand-alone SVG with its letters as shapes, for programs that have not got its fonts. The words stay in `<title>` and
 * `<desc>`, which are put back.
 */
export function outlined(svg: string): string {
  const shapes = new Resvg(svg, { font: BUNDLED_FONTS }).toString();
  const words = /<title[\s\S]*<\/desc>/.exec(svg)?.[0] ?? '';
  return (
    shapes
      .replace(
        /<svg ([^>]*)>/,
        (_, list: string) => `<svg ${list} role="img" aria-labelledby="title desc">${words}`,
      )
      // hundredths of a px are finer than any printer
      .replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100))
      .replace(/\s*\n\s*/g, '\n')
      .replace(/ ([MLQCZ]) /g, '$1')
  );
}
