import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { CHAPTERS, CHARTS } from '../browser/pages.ts';
import { filesOf, pagesOf, read, SITES } from './files.ts';

// What the site tells search engines, link previews, feed readers and home screens.
const HOST = 'https://example.org';

/** The pages with header and footer: not the charts that stand alone, in an embed or as a file to take away. */
const pages = pagesOf(SITES.root).filter((page) => !/^embed\/|\/take-away\//.test(page));
const isListed = (html: string) => !/name="robots" content="noindex"/.test(html);
const listed = pages.filter((page) => isListed(read(SITES.root, page)));
const addressOf = (page: string, base = '/') => `${HOST}${base}${page.replace(/index\.html$/, '')}`;

/** The value of a tag's attribute in a page's head, unescaped. */
function metaOf(html: string, name: string): string {
  const tag = new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html);
  return (tag?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

const pngSize = (file: string): [number, number] => {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

test('every page has a description, a canonical address and a whole link preview with its card', () => {
  const descriptions = new Map<string, string>();
  for (const page of pages) {
    const html = read(SITES.root, page);
    const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '';
    expect(title.length, page).toBeLessThan(120);
    const description = metaOf(html, 'description');
    expect(description.length, page).toBeGreaterThan(40);
    expect(descriptions.get(description), `${page} describes itself like`).toBeUndefined();
    descriptions.set(description, page);
    const canonical = html.match(/<link rel="canonical" href="([^"]+)"/g) ?? [];
    expect(canonical, page).toEqual(
      isListed(html) ? [`<link rel="canonical" href="${addressOf(page)}"`] : [],
    );
    if (isListed(html)) expect(html, page).toContain(`hreflang="en" href="${addressOf(page)}"`);
    for (const name of ['type', 'title', 'description', 'url', 'site_name', 'locale', 'image', 'image:alt'])
      expect(metaOf(html, `og:${name}`), `${page} og:${name}`).not.toBe('');
    expect(metaOf(html, 'twitter:card'), page).toBe('summary_large_image');
    const image = metaOf(html, 'og:image');
    const size = pngSize(join(SITES.root, image.replace(`${HOST}/`, '')));
    expect([metaOf(html, 'og:image:width'), metaOf(html, 'og:image:height')].map(Number), page).toEqual(size);
    expect(size, page).toEqual([1200, 630]);
    expect(
      html.match(/name="theme-color" media="\(prefers-color-scheme: (light|dark)\)"/g),
      page,
    ).toHaveLength(2);
  }
  console.log(`Heads: ${pages.length} pages, ${listed.length} of them listed`);
});

test('every page, chapter and chart has a social card of its own', () => {
  const wanted = [
    ...['about', 'charts', 'contested', 'corrections', 'day', 'people', 'sources', 'story'],
    ...CHAPTERS.map((id) => `chapter-${id}`),
    ...CHARTS.map((id) => `chart-${id}`),
    ...readdirSync(join(SITES.root, 'charts/day/at'))
      .filter((name) => /T\d{4}$/.test(name))
      .map((tick) => `moment-${tick}`),
  ].sort();
  const found = readdirSync(join(SITES.root, 'cards')).sort();
  expect(found).toEqual(wanted.map((name) => `${name}.png`).sort());
  const sizes = found.map((name) => readFileSync(join(SITES.root, 'cards', name)).length);
  for (const name of found) expect(pngSize(join(SITES.root, 'cards', name)), name).toEqual([1200, 630]);
  console.log(`Social cards: ${found.length}, at most ${Math.max(...sizes)} bytes of 300000`);
  expect(Math.max(...sizes)).toBeLessThan(300_000);
});

/** What schema.org, or those who read it, ask of each type that we use. */
const REQUIRED: Record<string, string[]> = {
  Article: ['headline', 'description', 'url', 'image', 'author', 'publisher', 'license', 'inLanguage'],
  Dataset: [
    'name',
    'description',
    'url',
    'license',
    'creator',
    'distribution',
    'temporalCoverage',
    'citation',
  ],
  Claim: ['name', 'url', 'appearance', 'dateCreated'],
  WebPage: ['name', 'description', 'url', 'publisher'],
  AboutPage: ['name', 'description', 'url', 'publisher'],
  CollectionPage: ['name', 'description', 'url', 'publisher'],
};

interface Data {
  '@type': string;
  [name: string]: unknown;
}

test('every listed page carries data of its kind, with no day that content/ does not name', () => {
  const counts: Record<string, number> = {};
  const check = (data: Data, page: string): void => {
    const type = data['@type'];
    counts[type] = (counts[type] ?? 0) + 1;
    for (const name of REQUIRED[type] ?? []) expect(data[name], `${page}: ${type}.${name}`).toBeTruthy();
    for (const part of (data.hasPart as Data[] | undefined) ?? []) check(part, page);
  };
  const days = new Set(
    filesOf('content')
      .filter((file) => /\.(yaml|mdx)$/.test(file))
      .flatMap((file) => read('content', file).match(/\d{4}-\d\d-\d\d/g) ?? []),
  );
  for (const page of pages) {
    const blocks = [
      ...read(SITES.root, page).matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g),
    ].map((match) => match[1] as string);
    expect(blocks.length, page).toBe(listed.includes(page) ? 1 : 0);
    for (const block of blocks) {
      const data = JSON.parse(block) as Data;
      expect(data['@context'], page).toBe('https://schema.org');
      expect(data.url, page).toBe(addressOf(page));
      expect(REQUIRED, page).toHaveProperty(data['@type']);
      check(data, page);
      for (const day of block.match(/"\d{4}-\d\d-\d\d/g) ?? [])
        expect(days, `${page}: ${day}`).toContain(day.slice(1));
      for (const [address] of block.matchAll(/https:\/\/example\.org\/[^"#]+/g)) {
        const file = address.replace(`${HOST}/`, '');
        expect(existsSync(join(SITES.root, file.endsWith('/') ? `${file}index.html` : file)), address).toBe(
          true,
        );
      }
    }
  }
  expect(counts.Dataset).toBe(CHARTS.length);
  expect(counts.Claim).toBeGreaterThan(5);
  console.log(
    `Structured data: ${Object.entries(counts)
      .map(([type, n]) => `${n} ${type}`)
      .join(', ')}`,
  );
});

/** Throws where a text is not well-formed XML, as far as our feeds go: tags, attributes, entities, one root. */
function elementsOf(xml: string): { name: string; text: string }[] {
  const open: { name: string; text: string }[] = [];
  const all: { name: string; text: string }[] = [];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, '');
  for (const [token] of body.matchAll(/<[^>]*>|[^<]+/g)) {
    const parent = open.at(-1);
    const tag = /^<(\/?)([a-z:]+)((?: [a-z:]+="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)(\/?)>$/.exec(
      token,
    );
    if (!token.startsWith('<')) {
      if (/&(?!(?:amp|lt|gt|quot);)/.test(token)) throw new Error(`a stray & in "${token}"`);
      if (parent) parent.text += token;
      else if (token.trim()) throw new Error(`text outside: "${token}"`);
    } else if (!tag) throw new Error(`not a tag: ${token}`);
    else if (tag[1]) {
      if (parent?.name !== tag[2]) throw new Error(`${token} closes <${parent?.name}>`);
      open.pop();
    } else {
      const element = { name: tag[2] as string, text: tag[3] ?? '' };
      if (open.length === 0 && all.length > 0) throw new Error('a second root');
      all.push(element);
      if (!tag[4]) open.push(element);
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  return all;
}

test('the feeds are well-formed and whole, and the sitemap and robots.txt name exactly the listed pages', () => {
  expect(() => elementsOf('<a><b></a></b>')).toThrow('closes');
  expect(() => elementsOf('<a>R&D</a>')).toThrow('stray');
  for (const file of ['feed.xml', ...CHARTS.map((id) => `charts/${id}/feed.xml`)]) {
    const elements = elementsOf(read(SITES.root, file));
    const count = (name: string) => elements.filter((element) => element.name === name).length;
    const entries = count('entry');
    expect(elements[0]?.name, file).toBe('feed');
    expect(entries, file).toBeGreaterThanOrEqual(1);
    for (const name of ['id', 'title', 'updated']) expect(count(name), `${file} ${name}`).toBe(entries + 1);
    for (const { name, text } of elements)
      if (name === 'updated' || name === 'published')
        expect(text, file).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+03:00$/);
    const ids = elements.filter(({ name }) => name === 'id').map(({ text }) => text);
    expect(new Set(ids).size, file).toBe(ids.length);
    expect(read(SITES.root, file)).toContain(`rel="self" type="application/atom+xml" href="${HOST}/${file}"`);
  }
  const json = JSON.parse(read(SITES.root, 'feed.json'));
  expect(json).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', feed_url: `${HOST}/feed.json` });
  for (const item of json.items)
    expect(item).toMatchObject({ id: item.url, content_html: expect.any(String) });
  expect(json.items.length).toBe(
    elementsOf(read(SITES.root, 'feed.xml')).filter(({ name }) => name === 'entry').length,
  );

  for (const [folder, base] of [
    [SITES.root, '/'],
    [SITES.talks, '/talks/'],
  ] as const) {
    const places = elementsOf(read(folder, 'sitemap.xml')).filter(({ name }) => name === 'loc');
    expect(places.map(({ text }) => text).sort()).toEqual(listed.map((page) => addressOf(page, base)).sort());
    expect(read(folder, 'robots.txt')).toBe(
      `User-agent: *\nAllow: /\n\nSitemap: ${HOST}${base}sitemap.xml\n`,
    );
  }
  console.log(`Feeds: ${CHARTS.length + 2}, ${json.items.length} items; sitemap: ${listed.length} pages`);
});

test('the manifest’s icons are there, as large as it says, under both addresses', () => {
  for (const [folder, base] of [
    [SITES.root, '/'],
    [SITES.talks, '/talks/'],
  ] as const) {
    const manifest = JSON.parse(read(folder, 'manifest.webmanifest'));
    expect(manifest).toMatchObject({ start_url: base, scope: base, lang: 'en' });
    for (const { src, type, sizes } of manifest.icons) {
      expect(src.startsWith(base), src).toBe(true);
      const file = join(folder, src.slice(base.length));
      if (type === 'image/png') expect(pngSize(file).join('x')).toBe(sizes);
      else expect(readFileSync(file, 'utf8')).toContain('<svg');
    }
    const purposes = manifest.icons.filter((icon: { purpose?: string }) => icon.purpose === 'maskable');
    expect(purposes).toHaveLength(2);
    const html = read(folder, 'index.html');
    expect(pngSize(join(folder, 'icons/apple-touch-icon.png'))).toEqual([180, 180]);
    for (const link of [
      'icon.svg',
      'icons/icon-32.png',
      'icons/apple-touch-icon.png',
      'manifest.webmanifest',
    ])
      expect(html).toContain(`href="${base}${link}"`);
  }
});

test('the list of charts for content systems is complete', () => {
  const { charts } = JSON.parse(read(SITES.talks, 'charts/index.json'));
  expect(charts).toHaveLength(CHARTS.length);
  const fields =
    'id kind title description alt asOf page embed thumbnail oembed updated keywords feed takeAway card'.split(
      ' ',
    );
  for (const chart of charts) {
    for (const field of fields) expect(chart[field], `${chart.id}: ${field}`).toBeTruthy();
    expect(Object.keys(chart.files), chart.id).toEqual(['svg', 'png', 'pdf', 'csv', 'json', 'zip']);
    expect(chart.keywords.length, chart.id).toBeGreaterThan(1);
    const file = join(SITES.talks, chart.thumbnail.url.replace(`${HOST}/talks/`, ''));
    expect(pngSize(file)).toEqual([chart.thumbnail.width, chart.thumbnail.height]);
  }
});

test('every page says as of when, and leads to corrections and feeds', () => {
  for (const page of pages) {
    const footer = /<footer class="site-footer"[\s\S]*<\/footer>/.exec(read(SITES.root, page))?.[0] ?? '';
    expect(footer, page).toContain('As known at midday, Thursday 15 May 2025 (UTC+3)');
    for (const to of ['/corrections/', '/feed.xml', '/feed.json', '/about/#credits', '/about/#contact'])
      expect(footer, page).toContain(`href="${to}"`);
  }
});
