import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from './test.ts';
import { CHARTS, isSampled } from './pages.ts';

// Our files, opened by programs that are not ours: librsvg's rsvg-convert, Inkscape, and poppler's pdftotext and pdffonts.
// Our PNGs are drawn by resvg.

const folder = resolve('.build/root/charts');
const has = (program: string) => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
};
const program = (name: string, args: string[], input?: Buffer) =>
  execFileSync(name, args, {
    maxBuffer: 1e8,
    stdio: ['pipe', 'pipe', 'ignore'],
    ...(input ? { input } : {}),
  });
const inkscape = (file: string, ...args: string[]) =>
  program('inkscape', [file, '--export-filename=-', ...args]);

/** Text without its spaces, line ends and ligatures, which each program sets in its own way. */
const packed = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');
const textOf = (pdf: Buffer) => packed(String(program('pdftotext', ['-raw', '-', '-'], pdf)));

/** What an SVG with live text says: each of its texts. */
const textsOf = (svg: string): string[] => [
  ...new Set(
    [...svg.matchAll(/<text[^>]*>([\s\S]*?)<\/text>/g)]
      .map(([, body = '']) => packed(body.replace(/<[^>]+>/g, '')))
      .map((text) => text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? ''))
      .filter((text) => text.length > 1),
  ),
];
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Side of the squares whose mean colours are compared, px, and how far they may lie apart, of 255. */
const SQUARE = 32;
const APART = 26;

const missing = ['rsvg-convert', 'pdftotext', 'inkscape'].filter((name) => !has(name));
test.skip(({ browserName }) => browserName === 'firefox', 'files are opened by other programs');
test.skip(missing.length > 0 && !process.env.NEED_READERS, `not installed: ${missing.join(', ')}`);

for (const id of CHARTS.filter((chart) => isSampled(`/charts/${chart}/`)))
  test(`the files of ${id} say and show the same in other programs`, async ({ page }) => {
    const file = (name: string) => join(folder, `${id}${name}`);
    const texts = textsOf(readFileSync(file('.svg'), 'utf8'));
    expect(texts.length).toBeGreaterThan(10);
    const readers: Record<string, string> = {
      'poppler, A4': textOf(readFileSync(file('.pdf'))),
      'poppler, Letter': textOf(readFileSync(file('-letter.pdf'))),
      librsvg: textOf(program('rsvg-convert', ['-f', 'pdf', file('.svg')])),
      Inkscape: textOf(inkscape(file('.svg'), '--export-type=pdf')),
    };
    for (const [reader, said] of Object.entries(readers))
      expect(
        texts.filter((text) => !said.includes(text)),
        reader,
      ).toEqual([]);
    // every font of a PDF is in it, each of the glyphs with its letter
    const fonts = String(program('pdffonts', [file('.pdf')]))
      .split('\n')
      .slice(2)
      .filter(Boolean);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/\s+yes\s+yes\s+yes\s+\d+\s+\d+$/);

    // the outlined SVG, drawn by both, is the PNG that we give
    const ours = readFileSync(file('-1x.png'));
    const width = ours.readUInt32BE(16);
    const drawn = {
      librsvg: program('rsvg-convert', ['-w', String(width), file('-outlined.svg')]),
      Inkscape: inkscape(file('-outlined.svg'), '--export-type=png', `--export-width=${width}`),
    };
    const most: string[] = [];
    for (const [drawer, theirs] of Object.entries(drawn)) {
      const apart = await distance(page, ours, theirs);
      most.push(`${drawer} ${apart.toFixed(1)}`);
      expect(apart, drawer).toBeLessThan(APART);
    }
    console.log(
      `Files of ${id}: ${texts.length} texts in ${Object.keys(readers).length} documents; of 255 apart at most: ${most.join(', ')}`,
    );
  });

/** How far the mean colours of two pictures lie apart, in the square where they do most. */
async function distance(page: Page, ours: Buffer, theirs: Buffer): Promise<number> {
  return page.evaluate(
    async ({ pictures, square }) => {
      const means = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
          context.drawImage(bitmap, 0, 0);
          const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
          return { width: bitmap.width, height: bitmap.height, data };
        }),
      );
      const [a, b] = means as [(typeof means)[0], (typeof means)[0]];
      if (a.width !== b.width || a.height !== b.height) return Infinity;
      let most = 0;
      for (let top = 0; top < a.height; top += square)
        for (let left = 0; left < a.width; left += square) {
          let sum = 0;
          let count = 0;
          for (let y = top; y < Math.min(top + square, a.height); y++)
            for (let x = left; x < Math.min(left + square, a.width); x++)
              for (let channel = 0; channel < 3; channel++, count++) {
                const i = (y * a.width + x) * 4 + channel;
                sum += Math.abs((a.data[i] ?? 0) - (b.data[i] ?? 0));
              }
          most = Math.max(most, sum / count);
        }
      return most;
    },
    { pictures: [ours, theirs].map((png) => Buffer.from(png).toString('base64')), square: SQUARE },
  );
}
