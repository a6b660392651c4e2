import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';

/** The site's own fonts and no others, as resvg takes them. */
export const BUNDLED_FONTS = {
  // npm scripts run in the project's root, also when the built code has moved elsewhere
  fontFiles: ['label', 'strong', 'italic', 'display'].map((name) =>
    join(process.cwd(), 'src', 'render', 'fonts', `${name}.ttf`),
  ),
  loadSystemFonts: false,
  defaultFontFamily: 'Ten Sans',
};

/**
 * Draws a stand-alone SVG as a PNG, with the bundled fonts only, so that every machine gives the same bytes. Another
 * thread draws, while pages are built on this one.
 *
 * @param scale px of the PNG for each px of the SVG
 */
export async function png(svg: string, scale: number): Promise<Uint8Array<ArrayBuffer>> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: BUNDLED_FONTS,
  });
  return new Uint8Array(image.asPng());
}
