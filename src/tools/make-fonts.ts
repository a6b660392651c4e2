// Makes the fonts of the site (public/fonts), of the pictures (src/render/fonts) and the widths that label placement
// measures with (src/scene/font-widths.json). Run `npm run make:fonts`; the same command gives the same bytes.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { advanceWidths, renameFont } from './sfnt.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

/** The characters of each script, as ranges of code points. */
const SCRIPTS = {
  latin: [
    [0x20, 0x7e],
    [0xa0, 0xbf],
    // Ç Ö × Ü ç ö ü: with the letters of ext, what Turkish needs; É é ë, which names of the story have
    [0xc7, 0xc7],
    [0xc9, 0xc9],
    [0xd6, 0xd7],
    [0xdc, 0xdc],
    [0xe7, 0xe7],
    [0xe9, 0xe9],
    [0xeb, 0xeb],
    [0xf6, 0xf6],
    [0xfc, 0xfc],
    [0x131, 0x131],
    [0x2009, 0x2009],
    [0x2013, 0x2014],
    [0x2018, 0x201d],
    [0x2022, 0x2022],
    [0x2026, 0x2026],
    [0x202f, 0x202f],
    [0x2032, 0x2033],
    [0x20ac, 0x20ac],
    [0x2212, 0x2212],
  ],
  // the other letters of Western Europe
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
  // Turkish; a test fails when content needs a letter that is in no script here
  ext: [
    [0x11e, 0x11f],
    [0x130, 0x130],
    [0x15e, 0x15f],
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

const SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4';
const SANS = '@fontsource-variable/source-sans-3/files/source-sans-3';
const STATIC_SERIF = '@expo-google-fonts/source-serif-4';
const STATIC_SANS = '@expo-google-fonts/source-sans-3';
const FEATURES = ['kern', 'liga', 'ccmp', 'locl', 'lnum', 'onum', 'tnum', 'pnum'];

/** What each face of the site is cut from. The names in the licence are reserved, so the cuts are renamed. */
const WEB = [
  {
    name: 'display',
    family: 'Ten Serif Display',
    style: 'normal',
    cut: 'opsz',
    axes: { opsz: 48, wght: 600 },
  },
  { name: 'text', family: 'Ten Serif', style: 'normal', cut: 'opsz', axes: { opsz: 16, wght: 400 } },
  { name: 'italic', family: 'Ten Serif', style: 'italic', cut: 'opsz', axes: { opsz: 16, wght: 400 } },
  { name: 'label', family: 'Ten Sans', style: 'normal', cut: 'wght', axes: { wght: { min: 400, max: 650 } } },
];

/** Pictures are drawn with one static file per face, holding every script. */
const PICTURE = [
  {
    name: 'label',
    family: 'Ten Sans',
    style: 'Regular',
    file: `${STATIC_SANS}/400Regular/SourceSans3_400Regular`,
  },
  {
    name: 'strong',
    family: 'Ten Sans',
    style: 'Bold',
    file: `${STATIC_SANS}/600SemiBold/SourceSans3_600SemiBold`,
  },
  {
    name: 'italic',
    family: 'Ten Serif',
    style: 'Italic',
    file: `${STATIC_SERIF}/400Regular_Italic/SourceSerif4_400Regular_Italic`,
  },
  {
    name: 'display',
    family: 'Ten Serif Display',
    style: 'Bold',
    file: `${STATIC_SERIF}/600SemiBold/SourceSerif4_600SemiBold`,
  },
];

const NOTICE = {
  serif: 'Copyright 2014 The Source Serif 4 Project Authors. Changed: cut and renamed.',
  sans: "Copyright 2010-2020 Adobe, with Reserved Font Name 'Source'. Changed: cut and renamed.",
};

function charactersOf(scripts: Script[]): string {
  const codes = scripts.flatMap((script) => SCRIPTS[script].map(([from, to]) => [from, to] as const));
  return codes
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)))
    .join('');
}

async function makeWebFonts(workshop: Workshop): Promise<void> {
  const subset = workshop.require('subset-font');
  const { convert } = workshop.require('fontverter');
  for (const { name, family, style, cut, axes } of WEB) {
    for (const script of Object.keys(SCRIPTS) as Script[]) {
      if (name === 'italic' && script === 'cyrillic') continue;
      const base = name === 'label' ? SANS : SERIF;
      const part = { latin: 'latin', west: 'latin', ext: 'latin-ext', cyrillic: 'cyrillic' }[script];
      const source = readFileSync(workshop.path(`${base}-${part}-${cut}-${style}.woff2`));
      const options = {
        targetFormat: 'truetype',
        variationAxes: axes,
        keepFeatures: FEATURES,
        noHinting: true,
      };
      const characters = charactersOf([script]);
      const kept = style === 'italic' ? [...characters].filter((c) => ITALIC.test(c)).join('') : characters;
      const cutFont: Buffer = await subset(source, kept, options);
      const notice = name === 'label' ? NOTICE.sans : NOTICE.serif;
      const woff2: Buffer = await convert(renameFont(cutFont, family, style, notice), 'woff2');
      writeFileSync(`public/fonts/${name}-${script}.woff2`, woff2);
      console.log(`public/fonts/${name}-${script}.woff2  ${woff2.length} bytes`);
    }
  }
}

async function makePictureFonts(workshop: Workshop): Promise<void> {
  const subset = workshop.require('subset-font');
  const characters = charactersOf(['latin', 'west', 'ext', 'cyrillic']);
  const widths: Record<string, Record<string, number>> = {};
  for (const { name, family, style, file } of PICTURE) {
    const source = readFileSync(workshop.path(`${file}.ttf`));
    const options = { targetFormat: 'truetype', keepFeatures: FEATURES, noHinting: true };
    const cutFont: Buffer = await subset(source, characters, options);
    const notice = family === 'Ten Sans' ? NOTICE.sans : NOTICE.serif;
    const font = renameFont(cutFont, family, style, notice);
    writeFileSync(`src/render/fonts/${name}.ttf`, font);
    console.log(`src/render/fonts/${name}.ttf  ${font.length} bytes`);
    widths[name] = advanceWidths(font, characters);
  }
  writeFileSync('src/scene/font-widths.json', `${JSON.stringify(widths)}\n`);
}

if (import.meta.main) {
  const workshop = await openWorkshop();
  await makeWebFonts(workshop);
  await makePictureFonts(workshop);
  for (const folder of ['public/fonts', 'src/render/fonts']) {
    copyFileSync(workshop.path(`${STATIC_SERIF}/LICENSE_FONT`), `${folder}/LICENSE-serif.txt`);
    copyFileSync(workshop.path(`${STATIC_SANS}/LICENSE_FONT`), `${folder}/LICENSE-sans.txt`);
  }
}
