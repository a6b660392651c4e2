// Makes the fonts of the site (public/fonts), of the pictures (src/render/fonts) and the widths that label placement
// measures with (src/scene/font-widths.json). Run `npm run make:fonts`; the same command gives the same bytes.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { advanceWidths, renameFont, withLine } from './sfnt.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

/** The characters of each script, as ranges of code points. */
const SCRIPTS = {
  latin: [
    [0x20, 0x7e],
    [0xa0, 0xbf],
    // Ç Ö × Ü ç ö ü Ğ ğ İ ı Ş ş, as Turkish has them, and É é ë, which names of the story have
    [0xc7, 0xc7],
    [0xc9, 0xc9],
    [0xd6, 0xd7],
    [0xdc, 0xdc],
    [0xe7, 0xe7],
    [0xe9, 0xe9],
    [0xeb, 0xeb],
    [0xf6, 0xf6],
    [0xfc, 0xfc],
    [0x11e, 0x11f],
    [0x130, 0x131],
    [0x15e, 0x15f],
    [0x2009, 0x2009],
    [0x2013, 0x2014],
    [0x2018, 0x201a],
    [0x201c, 0x201d],
    [0x2022, 0x2022],
    [0x2026, 0x2026],
    [0x202f, 0x202f],
    [0x2032, 0x2033],
    [0x20ac, 0x20ac],
    [0x2212, 0x2212],
  ],
  // the other letters of Western Europe; a test fails when content needs a letter that is in no script here
  west: [
    [0xc0, 0xc6],
    [0xc8, 0xc8],
    [0xca, 0xd5],
    [0xd8, 0xdb],
    [0xdd, 0xe6],
    [0xe8, 0xe8],
    [0xea, 0xea],
    [0xec, 0xf5],
    [0xf7, 0xfb],
    [0xfd, 0xff],
  ],
  cyrillic: [
    [0x400, 0x45f],
    [0x490, 0x491],
    [0x2116, 0x2116],
  ],
} as const;
type Script = keyof typeof SCRIPTS;

/** The italic only names waters: letters, an apostrophe and a space. */
const ITALIC = /[\p{L} ’-]/u;

const ROMAN = 'source-serif/VAR/SourceSerif4Variable-Roman.ttf';
const ITALICS = 'source-serif/VAR/SourceSerif4Variable-Italic.ttf';
const SANS = 'source-sans/VF/SourceSans3VF-Upright.ttf';
const FEATURES = ['kern', 'liga', 'ccmp', 'locl', 'tnum', 'pnum'];

/** A cut of a variable font. The names in the licence are reserved, so the cuts are renamed. */
interface Cut {
  name: string;
  family: string;
  style: string;
  from: string;
  axes: Record<string, number | { min: number; max: number }>;
}

/** The faces of the site, each in a file for every script. */
const WEB: Cut[] = [
  {
    name: 'display',
    family: 'Ten Serif Display',
    style: 'normal',
    from: ROMAN,
    axes: { opsz: 48, wght: 600 },
  },
  { name: 'text', family: 'Ten Serif', style: 'normal', from: ROMAN, axes: { opsz: 16, wght: 400 } },
  { name: 'italic', family: 'Ten Serif', style: 'italic', from: ITALICS, axes: { opsz: 16, wght: 400 } },
  { name: 'label', family: 'Ten Sans', style: 'normal', from: SANS, axes: { wght: { min: 400, max: 650 } } },
];

/** Pictures are drawn with one static file per face, holding every script. */
const PICTURE: Cut[] = [
  { name: 'label', family: 'Ten Sans', style: 'Regular', from: SANS, axes: { wght: 400 } },
  { name: 'strong', family: 'Ten Sans', style: 'Bold', from: SANS, axes: { wght: 600 } },
  { name: 'italic', family: 'Ten Serif', style: 'Italic', from: ITALICS, axes: { opsz: 14, wght: 400 } },
  { name: 'display', family: 'Ten Serif Display', style: 'Bold', from: ROMAN, axes: { opsz: 14, wght: 600 } },
];

/** In thousandths of an em, above and below the baseline: what the local faces of fallback-fonts.css are brought to. */
const LINE = { serif: [1036, 335], sans: [1024, 400] } as const;

const NOTICE = {
  serif: "Copyright 2014 - 2023 Adobe, with Reserved Font Name 'Source'. Changed: cut and renamed.",
  sans: "Copyright 2010-2024 Adobe, with Reserved Font Name 'Source'. Changed: cut and renamed.",
};

function charactersOf(scripts: Script[]): string {
  const codes = scripts.flatMap((script) => SCRIPTS[script].map(([from, to]) => [from, to] as const));
  return codes
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)))
    .join('');
}

/** A TrueType file of these characters. */
async function cutOf(
  { family, style, from, axes }: Cut,
  characters: string,
  workshop: Workshop,
): Promise<Buffer> {
  const subset = workshop.require('subset-font');
  const font: Buffer = await subset(readFileSync(workshop.path(from)), characters, {
    targetFormat: 'truetype',
    variationAxes: axes,
    keepFeatures: FEATURES,
    noHinting: true,
  });
  const kind = from === SANS ? 'sans' : 'serif';
  const [above, below] = LINE[kind];
  return withLine(renameFont(font, family, style, NOTICE[kind]), above, below);
}

async function makeWebFonts(workshop: Workshop): Promise<void> {
  const { convert } = workshop.require('fontverter');
  for (const face of WEB) {
    for (const script of Object.keys(SCRIPTS) as Script[]) {
      if (face.name === 'italic' && script === 'cyrillic') continue;
      const all = charactersOf([script]);
      const characters = face.name === 'italic' ? [...all].filter((c) => ITALIC.test(c)).join('') : all;
      const woff2: Buffer = await convert(await cutOf(face, characters, workshop), 'woff2');
      writeFileSync(`public/fonts/${face.name}-${script}.woff2`, woff2);
      console.log(`public/fonts/${face.name}-${script}.woff2  ${woff2.length} bytes`);
    }
  }
}

async function makePictureFonts(workshop: Workshop): Promise<void> {
  const characters = charactersOf(Object.keys(SCRIPTS) as Script[]);
  const widths: Record<string, Record<string, number>> = {};
  for (const face of PICTURE) {
    const font = await cutOf(face, characters, workshop);
    writeFileSync(`src/render/fonts/${face.name}.ttf`, font);
    console.log(`src/render/fonts/${face.name}.ttf  ${font.length} bytes`);
    widths[face.name] = advanceWidths(font, characters);
  }
  writeFileSync('src/scene/font-widths.json', `${JSON.stringify(widths)}\n`);
}

if (import.meta.main) {
  const workshop = await openWorkshop();
  await makeWebFonts(workshop);
  await makePictureFonts(workshop);
  for (const folder of ['public/fonts', 'src/render/fonts']) {
    for (const name of ['serif', 'sans'])
      copyFileSync(workshop.path(`source-${name}/LICENSE.md`), `${folder}/LICENSE-${name}.txt`);
  }
}
