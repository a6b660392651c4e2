import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { CHARTS, sizeOfPositions } from '../browser/pages.ts';
import { filesOf, pagesOf, read, SITES } from './files.ts';

const HOST = 'https://example.org';

/** Every address in a page: attribute, value. */
function addressesIn(html: string): { name: string; value: string }[] {
  const text = html.replace(/<textarea[\s\S]*?<\/textarea>/g, '');
  return [...text.matchAll(/\s(href|src|content)="([^"]*)"/g)]
    .map((match) => ({ name: match[1] as string, value: (match[2] as string).replaceAll('&amp;', '&') }))
    .filter(({ name, value }) => name !== 'content' || /^https?:\/\//.test(value));
}

const idsIn = (html: string) => [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] as string);

for (const [site, base] of [
  ['root', '/'],
  ['talks', '/talks/'],
] as const) {
  test(`no link and no asset is broken under ${base}`, () => {
    const folder = SITES[site];
    const broken: string[] = [];
    let seen = 0;
    for (const page of pagesOf(folder)) {
      const html = read(folder, page);
      for (const { value } of addressesIn(html)) {
        const [path, anchor] = value.replace(HOST, '').split('#') as [string, string | undefined];
        if (/^(https?|data|mailto):/.test(path)) continue;
        seen++;
        if (path !== '' && !path.startsWith(base)) broken.push(`${page}: ${value} leaves ${base}`);
        const within = path === '' ? page : path.slice(base.length).replace(/\?.*$/, '');
        const file = within === '' || within.endsWith('/') ? `${within}index.html` : within;
        if (!existsSync(join(folder, file))) broken.push(`${page}: ${value}`);
        else if (anchor && !idsIn(read(folder, file)).includes(anchor))
          broken.push(`${page}: ${value} has no such anchor`);
      }
      for (const match of html.matchAll(/popovertarget="([^"]+)"/g))
        if (!idsIn(html).includes(match[1] as string)) broken.push(`${page}: no note ${match[1]}`);
    }
    for (const file of filesOf(folder).filter((name) => name.endsWith('.css')))
      for (const match of read(folder, file).matchAll(/url\((['"]?)([^)'"]+)\1\)/g)) {
        const path = match[2] as string;
        if (path.startsWith('#')) continue;
        seen++;
        if (!path.startsWith(base) || !existsSync(join(folder, path.slice(base.length))))
          broken.push(`${file}: ${path}`);
      }
    console.log(`Links and assets under ${base}: ${seen} looked up, ${broken.length} broken`);
    expect(broken).toEqual([]);
    expect(seen).toBeGreaterThan(150);
  });
}

test('every address of the contract is there', () => {
  const files = [
    'index.html',
    'charts/index.html',
    'charts/index.json',
    'sources/index.html',
    'people/index.html',
    'contested/index.html',
    'corrections/index.html',
    'about/index.html',
    'feed.xml',
    'feed.json',
    '404.html',
  ];
  for (const id of CHARTS)
    files.push(
      `charts/${id}/index.html`,
      ...['svg', 'png', 'csv', 'json'].map((type) => `charts/${id}.${type}`),
      `embed/${id}/index.html`,
      `embed/${id}/oembed.json`,
      `charts/${id}/feed.xml`,
    );
  for (const file of files) expect(existsSync(join(SITES.root, file)), file).toBe(true);
});

test('two builds in other folders, time zones and languages are the same to the byte', () => {
  const digest = (folder: string) =>
    filesOf(folder).map(
      (file) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex')}  ${file}`,
    );
  const here = digest(SITES.root);
  expect(digest(SITES.copy)).toEqual(here);
  console.log(`Reproducible: ${here.length} files, 0 differ`);
});

test('an embed is whole in its first response, of at most 14,600 bytes', () => {
  for (const id of CHARTS) {
    const html = readFileSync(join(SITES.root, `embed/${id}/index.html`));
    const bytes = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    console.log(`/embed/${id}/: ${html.length} bytes, brotli 11 ${bytes} of 14600`);
    expect(bytes).toBeLessThanOrEqual(14_600);
    const text = html.toString();
    expect(text.match(/<svg class="picture (narrow|wide)"/g)).toHaveLength(2);
    expect(text).toContain('class="rows"');
    expect(text).not.toMatch(/<link rel="stylesheet"|<img|@import|url\((?!#)/);
    expect(text).toContain('name="robots" content="noindex"');
    expect(text).toContain(`rel="canonical" href="${HOST}/charts/${id}/"`);
  }
});

test('an embed’s style defines every colour that it uses', () => {
  for (const id of CHARTS) {
    const style =
      /<style[^>]*>([\s\S]*?)<\/style>/.exec(read(SITES.root, `embed/${id}/index.html`))?.[1] ?? '';
    const defined = new Set([...style.matchAll(/--([a-z0-9-]+):/g)].map((match) => match[1]));
    const used = [...style.matchAll(/var\(--([a-z0-9-]+)\)/g)].map((match) => match[1]);
    expect(
      used.filter((name) => !defined.has(name)),
      id,
    ).toEqual([]);
    expect(used.length).toBeGreaterThan(10);
  }
});

test('an embed’s style has a rule for every shape, of picture, key and list', () => {
  let shapes = 0;
  for (const page of pagesOf(SITES.root).filter((path) => path.startsWith('embed/'))) {
    const html = read(SITES.root, page);
    const style = /<style[^>]*>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const used = new Set([...html.matchAll(/<path class="([a-z0-9-]+)/g)].map((match) => match[1]));
    expect(
      [...used].filter((name) => !new RegExp(`\\.${name}\\b`).test(style)),
      page,
    ).toEqual([]);
    shapes += used.size;
  }
  expect(shapes).toBeGreaterThan(100);
});

test('every page has one strict policy, and nothing inline that it does not name', () => {
  const headers = read(SITES.root, '_headers');
  const named = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  for (const page of pagesOf(SITES.root)) {
    const html = read(SITES.root, page);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(policy, page).toContain("default-src 'none'");
    expect(policy, page).not.toMatch(/unsafe|\*|https?:/);
    const isolated = /^embed\/|\/take-away\//.test(page);
    // a data block is not run, and no policy speaks of it
    const scripts = [
      ...html.matchAll(/<script(?![^>]*\s(?:src=|type="application\/ld\+json"))[^>]*>([^]*?)<\/script>/g),
    ];
    expect(scripts.length, page).toBe(isolated ? 0 : 1);
    for (const [, script = ''] of scripts) {
      expect(policy, page).toContain(named(script));
      expect(headers).toContain(named(script));
    }
    expect(html.replace(/<textarea[\s\S]*?<\/textarea>/g, ''), page).not.toMatch(
      /\sstyle="|\son[a-z]+="|javascript:/,
    );
    const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((match) => match[1] as string);
    expect(styles.length, page).toBe(isolated || page === 'index.html' ? 1 : 0);
    for (const style of styles) expect(policy, page).toContain(named(style));
  }
});

test('no page loads anything from another host', () => {
  for (const page of pagesOf(SITES.root)) {
    const html = read(SITES.root, page).replace(/<textarea[\s\S]*?<\/textarea>/g, '');
    const loads = [
      ...html.matchAll(
        /<(?:script|img|iframe|source|use|image)[^>]*\s(?:src|href|srcset)="([^"]*)"|<link rel="(?:stylesheet|preload|icon|modulepreload)"[^>]*href="([^"]*)"/g,
      ),
    ];
    for (const load of loads) expect(load[1] ?? load[2], page).toMatch(/^(\/(?!\/)|#|data:)/);
  }
  for (const file of filesOf(SITES.root).filter((name) => /\.(css|js)$/.test(name)))
    expect(read(SITES.root, file), file).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
});

test('the first frame of a page waits for one style at most, that of the story for nothing', () => {
  for (const page of pagesOf(SITES.root)) {
    const html = read(SITES.root, page);
    // a chart that stands alone has its style inside
    if (!html.includes('class="site-header"')) continue;
    const top = html.slice(0, html.indexOf('<h1'));
    const head = html.slice(0, html.indexOf('</head>'));
    expect(head.match(/<link rel="stylesheet"/g) ?? [], page).toHaveLength(page === 'index.html' ? 0 : 1);
    expect(top, page).not.toMatch(/<script(?=[^>]* src=)(?![^>]* (type="module"|defer|async))/);
    // what is found late is named before it is met
    for (const [, script = ''] of html.matchAll(/<script src="([^"]*)">/g)) {
      const named = html.indexOf(`<link rel="preload" href="${script}" as="script"`);
      expect(named, page).toBeGreaterThan(-1);
      expect(named, page).toBeLessThan(html.indexOf(`<script src="${script}">`));
      // below the top of a page, a browser reads no further than a style until it has come
      expect(named, page).toBeLessThan(html.indexOf('<link rel="stylesheet"'));
    }
  }
});

test('each page has one h1, headings without gaps, one title, a language, and ids that stand once', () => {
  for (const page of pagesOf(SITES.root)) {
    const html = read(SITES.root, page);
    const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]));
    expect(
      levels.filter((level) => level === 1),
      page,
    ).toHaveLength(1);
    levels.forEach((level, i) =>
      expect(level - (levels[i - 1] ?? 0), `${page}: heading ${i + 1}`).toBeLessThanOrEqual(1),
    );
    expect(html.match(/<title>[^<]+<\/title>/g), page).toHaveLength(1);
    expect(html, page).toContain('<html lang="en"');
    const ids = idsIn(html);
    expect(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      page,
    ).toEqual([]);
    // what is to be copied, and what scripts fill in, may hold braces
    const text = html.replace(/<textarea[\s\S]*?<\/textarea>|\sdata-[\w-]+="[^"]*"/g, '');
    expect(text, page).not.toMatch(/>\s*(undefined|NaN|\[object Object\])|\{[a-z]+\}/);
  }
});

test('downloads stand alone: literal colours, own words, nothing that other programs cannot read', () => {
  for (const id of CHARTS) {
    const svg = read(SITES.root, `charts/${id}.svg`);
    expect(svg).not.toMatch(/foreignObject|var\(--|\sstyle=|class=|@import|@font-face|<use|href=/);
    for (const words of [
      '<title',
      '<desc',
      'As known ',
      'Sources:',
      'CC BY 4.0',
      `${HOST}/charts/${id}/`,
      ...(JSON.parse(read(SITES.root, `charts/${id}.json`)).credits.length > 0 ? ['Map data'] : []),
    ])
      expect(svg, words).toContain(words);
    const png = readFileSync(join(SITES.root, `charts/${id}.png`));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) as unknown as [string, string, string];
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(width) * 2, Number(height) * 2]);
    const json = JSON.parse(read(SITES.root, `charts/${id}.json`));
    expect(json).toMatchObject({ id, licence: { name: 'CC BY 4.0' }, page: `${HOST}/charts/${id}/` });
    const rows = [...json.rows, ...json.states.flatMap((state: typeof json) => state.rows)];
    for (const row of rows) {
      expect(row.sources.length, row.id).toBeGreaterThan(0);
      for (const source of row.sources) expect(json.sources[source].url).toMatch(/^https?:/);
      for (const claim of row.claims) expect(json.claims[claim].says).toBeTruthy();
    }
    const csv = read(SITES.root, `charts/${id}.csv`).replace('\uFEFF', '').trim().split('\r\n');
    expect(csv).toHaveLength(rows.length + 1);
  }
});

test('what a picture, its list and its data file show are the same entries', () => {
  const links = (html: string, id: string) =>
    [...html.matchAll(new RegExp(`href="#${id}-([a-z0-9-]+)"`, 'g'))].map((match) => match[1] as string);
  let seen = 0;
  for (const id of CHARTS) {
    const { rows } = JSON.parse(read(SITES.root, `charts/${id}.json`)) as { rows: { id: string }[] };
    const data = rows.map((row) => row.id).sort();
    const embed = read(SITES.root, `embed/${id}/index.html`);
    const page = read(SITES.root, `charts/${id}/index.html`);
    const pictures = [...embed.matchAll(/<svg class="picture [\s\S]*?<\/svg>/g)].map((match) => match[0]);
    // what has no stated place is in the list of a map, and not on it
    const undrawn = rows.filter(
      ({ id: row }) => !pictures.some((picture) => links(picture, id).includes(row)),
    );
    const unplaced = (JSON.parse(read(SITES.root, `charts/${id}.json`)).kind === 'map' ? undrawn : []).map(
      (row) => row.id,
    );
    for (const picture of pictures)
      expect([...new Set([...links(picture, id), ...unplaced])].sort(), id).toEqual(data);
    const list = /<ol class="rows">[\s\S]*?<\/ol>/.exec(embed)?.[0] ?? '';
    expect(
      [...list.matchAll(/<li id="([^"]+)"/g)].map((match) => match[1]?.slice(id.length + 1)).sort(),
      `list of ${id}`,
    ).toEqual(data);
    // on the pages of diagrams of ties there is a table, too
    const ties = [...page.matchAll(/<tr data-tie="([^"]+)"/g)].map((match) => match[1]);
    if (page.includes('<network-views')) expect(ties.sort(), `table of ${id}`).toEqual(data);
    for (const [name, html] of [
      ['embed', embed],
      ['page', page],
    ] as const)
      for (const row of data) {
        seen++;
        expect(html, `${name} of ${id}`).toContain(`id="${id}-${row}"`);
      }
  }
  console.log(`Entries in picture, list and data: ${seen} compared, 0 differ`);
});

test('every time for machines is one that HTML has a form for', () => {
  let seen = 0;
  for (const page of pagesOf(SITES.root))
    for (const match of read(SITES.root, page).matchAll(/<time datetime="([^"]*)"/g)) {
      seen++;
      expect(match[1], page).toMatch(/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d\+03:00)?)?)?$/);
    }
  expect(seen).toBeGreaterThan(50);
});

test('the table of positions is a table, whatever its layout', () => {
  const html = read(SITES.root, 'charts/positions/index.html');
  const table = /<table role="table"[\s\S]*?<\/table>/.exec(html)?.[0] ?? '';
  const count = (role: string) => table.match(new RegExp(`role="${role}"`, 'g'))?.length ?? 0;
  const { columns, rows, cells, silent } = sizeOfPositions();
  expect([count('columnheader'), count('rowheader'), count('cell')]).toEqual([columns, rows, cells]);
  expect(table.match(/class="silent"/g)).toHaveLength(silent);
});

test('the oEmbed answer and the list of charts are complete', () => {
  for (const id of CHARTS) {
    const answer = JSON.parse(read(SITES.root, `embed/${id}/oembed.json`));
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', provider_url: `${HOST}/` });
    for (const name of ['width', 'height', 'thumbnail_width', 'thumbnail_height'])
      expect(Number.isInteger(answer[name]), name).toBe(true);
    expect(answer.html).toContain(`src="${HOST}/embed/${id}/"`);
    // WordPress lets no frame be higher than 1,000 px: what is higher has to scroll there
    if (answer.height > 1000) expect(answer.html).not.toContain('scrolling=');
    const { charts } = JSON.parse(read(SITES.root, 'charts/index.json'));
    expect(charts.map((chart: { id: string }) => chart.id)).toContain(id);
  }
  const talks = JSON.parse(read(SITES.talks, 'embed/istanbul/oembed.json'));
  expect(talks.html).toContain(`${HOST}/talks/embed/istanbul/`);
});

test('the site’s fonts have every letter that its pages use', () => {
  const ranges = [
    ...readFileSync('src/styles/fonts.css', 'utf8').matchAll(/unicode-range:([^;]+);/gi),
  ].flatMap((match) =>
    (match[1] as string).split(',').map((range) => {
      const [from, to] = range.trim().replace(/^U\+/i, '').split('-') as [string, string | undefined];
      return [Number.parseInt(from, 16), Number.parseInt(to ?? from, 16)] as const;
    }),
  );
  const missing = new Set<string>();
  for (const page of pagesOf(SITES.root)) {
    const text = read(SITES.root, page)
      .replace(/<(style|script)[\s\S]*?<\/\1>|<[^>]+>/g, ' ')
      .replace(/&[a-z]+;/g, ' ');
    for (const letter of text) {
      const code = letter.codePointAt(0) as number;
      // line breaks have no glyph, and the word joiner needs none
      if (code > 0x20 && code !== 0x2060 && !ranges.some(([from, to]) => code >= from && code <= to))
        missing.add(letter);
    }
  }
  expect([...missing]).toEqual([]);
});

test('the first view of a page in English and Turkish needs at most 70 KB of fonts', () => {
  const bytes = ['display', 'text', 'label'].map(
    (face) => statSync(join(SITES.root, 'fonts', `${face}-latin.woff2`)).size,
  );
  const total = bytes.reduce((sum, size) => sum + size, 0);
  console.log(`Fonts of the first view: ${total} bytes of 70000`);
  expect(total).toBeLessThanOrEqual(70_000);
});

test('no white space stands before a comma or within a bracket', () => {
  for (const page of pagesOf(SITES.root)) {
    const text = read(SITES.root, page)
      .replace(/<(style|script|textarea)[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ');
    expect(text.match(/.{20} [,;:.)](?!\d).{5}|.{20}[(“] .{5}/g), page).toBeNull();
  }
});

test('no eight words in a row are those of the starting article', () => {
  // The file holds the first 16 hexadecimal digits of sha256 over each run; its head says how they are made.
  const runs = new Set(
    readFileSync('tests/site/article-runs.txt', 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('#')),
  );
  const digest = (words: string[]) => createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 16);
  const found: string[] = [];
  let seen = 0;
  for (const file of filesOf(SITES.root).filter((name) => /\.(html|csv|json|svg)$/.test(name))) {
    const text = read(SITES.root, file)
      .replace(/<(style|script)[\s\S]*?<\/\1>|<[^>]+>/g, ' ')
      .replaceAll('’', "'")
      .toLowerCase();
    const words = text.match(/[\p{L}\p{N}_']+/gu) ?? [];
    for (let i = 0; i + 8 <= words.length; i++) {
      seen++;
      if (runs.has(digest(words.slice(i, i + 8)))) found.push(`${file}: ${words.slice(i, i + 8).join(' ')}`);
    }
  }
  console.log(`Runs of eight words: ${seen} looked up, ${found.length} from the starting article`);
  expect(found).toEqual([]);
  expect(runs.size).toBeGreaterThan(400);
});

/** The scripts of some elements and what they import, whatever the bundler calls their files: how many, and bytes. */
function scriptsOf(elements: string[]): { files: number; bytes: number } {
  const scripts = filesOf(SITES.root).filter((file) => /^(_astro|scripts)\/.*\.js$/.test(file));
  const defines = new RegExp(`define\\(.(${elements.join('|')}).`);
  const needed = new Set(scripts.filter((file) => defines.test(read(SITES.root, file))));
  expect(needed.size).toBe(elements.length);
  for (const file of needed)
    for (const match of read(SITES.root, file).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)/g))
      needed.add(`_astro/${match[1]}`);
  const sizes = [...needed].map((file) => brotliCompressSync(readFileSync(join(SITES.root, file))).length);
  return { files: needed.size, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

test('the scripts of a map need at most 6 KB', () => {
  const { files, bytes } = scriptsOf(['map-zoom', 'chart-stage', 'mark-note']);
  console.log(`Scripts of a map: ${files} files, ${bytes} bytes brotli of 6000`);
  expect(bytes).toBeLessThanOrEqual(6000);
});

test('the scripts of all diagrams together need at most 6 KB', () => {
  // those in figures; a stage where a chapter shows one step by step, and the choice of moments above one
  const elements = new Set(['chart-stage', 'known-at']);
  for (const id of CHARTS)
    if (JSON.parse(read(SITES.root, `charts/${id}.json`)).kind !== 'map')
      for (const page of [`charts/${id}/index.html`, `charts/${id}/at/index.html`]) {
        const figure = /<figure class="chart[ "][\s\S]*?<\/figure>/.exec(read(SITES.root, page))?.[0] ?? '';
        expect(figure.length, page).toBeGreaterThan(1000);
        for (const match of figure.matchAll(/<([a-z]+-[a-z-]+)/g)) elements.add(match[1] as string);
      }
  const { files, bytes } = scriptsOf([...elements]);
  console.log(
    `Scripts of diagrams (${[...elements].sort().join(', ')}): ${files} files, ${bytes} bytes brotli of 6000`,
  );
  expect([...elements].sort()).toEqual([
    'chart-stage',
    'known-at',
    'known-when',
    'mark-note',
    'network-views',
  ]);
  expect(bytes).toBeLessThanOrEqual(6000);
});
