import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'playwright/test';

/** What documents and their parts are made of. */
const MAKES_PAGES = [
  'components',
  'layouts',
  'styles',
  'render',
  'charts',
  'ledger',
  'scene',
  'words',
  'authoring',
  'client',
];

/** Which folder of `src/` may import what. A folder of `src/charts/` is a kind of its own. */
const MAY: Record<string, { folders: string[]; packages: RegExp }> = {
  ledger: { folders: ['ledger'], packages: /^astro\/zod$/ },
  words: { folders: ['words', 'ledger'], packages: /^astro\/zod$/ },
  scene: { folders: ['scene'], packages: /^d3-(array|geo)$/ },
  charts: {
    folders: ['charts', 'ledger', 'scene', 'words'],
    packages: /^(astro\/zod|d3|topojson-client|topojson-specification)$/,
  },
  render: { folders: ['render', 'scene'], packages: /^(@resvg\/resvg-js|fflate|fontkit|pdfkit|node:path)$/ },
  authoring: {
    folders: ['authoring', 'ledger', 'charts', 'words', 'scene'],
    packages: /^(astro|astro\/zod|yaml|satteri|node:(fs|path))$/,
  },
  components: {
    folders: MAKES_PAGES,
    packages: /^$/,
  },
  layouts: {
    folders: MAKES_PAGES,
    packages: /^(astro|fontkit|node:(crypto|fs|fs\/promises|os|path)|typescript)$/,
  },
  pages: {
    folders: MAKES_PAGES,
    packages: /^(astro|astro:content)$/,
  },
  client: { folders: ['client'], packages: /^$/ },
  tools: {
    folders: ['tools', 'layouts', 'authoring', 'render', 'ledger', 'charts', 'words'],
    packages:
      /^(node:.+|astro|astro\/zod|d3|topojson-client|topojson-specification|playwright|prettier|yaml)$/,
  },
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(ts|mjs|astro)$/.test(name));

function importsOf(file: string): string[] {
  const text = readFileSync(join('src', file), 'utf8');
  const patterns = [
    /^\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'/gm,
    /^\s*import\s+'([^']+)'/gm,
    /import\('([^']+)'\)/g,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] as string));
}

test('imports follow the directions of the house', () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const file of files) {
    const folder = file.includes('/') ? (file.split('/')[0] as string) : '';
    const rule = MAY[folder];
    if (!rule) continue;
    for (const target of importsOf(file)) {
      seen++;
      if (!target.startsWith('.')) {
        if (!rule.packages.test(target)) wrong.push(`${file} → ${target}`);
        continue;
      }
      const path = normalize(join(dirname(file), target)).replaceAll('\\', '/');
      const there = path.split('/')[0] as string;
      if (!rule.folders.includes(there)) wrong.push(`${file} → ${path}`);
      const [kind, otherKind] = [kindIn(file), kindIn(path)];
      if (kind && otherKind && kind !== otherKind) wrong.push(`${file} → ${path} (another kind)`);
    }
  }
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThan(100);
});

test('every folder of src has a direction', () => {
  const folders = [...new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]))];
  expect(folders.filter((folder) => !MAY[folder as string])).toEqual([]);
});

test('files are named in kebab-case, Astro parts in PascalCase, and none is called index or utils', () => {
  const names = files
    .filter((file) => !file.startsWith('pages/'))
    .map((file) => file.split('/').at(-1) as string);
  const wrong = names.filter((name) =>
    name.endsWith('.astro')
      ? !/^[A-Z][A-Za-z]+\.astro$/.test(name)
      : !/^[a-z]+([.-][a-z]+)*\.(ts|mjs)$/.test(name) || /^(index|utils)\./.test(name),
  );
  expect(wrong).toEqual([]);
});

const kindIn = (path: string) => /^charts\/([^/]+)\//.exec(path)?.[1];
