import { csvParse } from 'd3';
import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { CHARTS, statesOf } from '../browser/pages.ts';
import { siteWords } from '../hosts/host.ts';
import { filesOf, read, SITES } from './files.ts';

// What a journalist takes away from the page of a chart, as it stands there without JavaScript.

const page = (id: string) => read(SITES.root, `charts/${id}/index.html`);
const plain = (html: string) =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => SIGNS[name] as string);
const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The text to copy of this id. */
const text = (id: string, name: string): string =>
  plain(new RegExp(`<textarea id="${name}"[^>]*>([\\s\\S]*?)</textarea>`).exec(page(id))?.[1] ?? '');
const data = (id: string) => JSON.parse(read(SITES.root, `charts/${id}.json`));

/** The state whose picture a file is: `istanbul.evening.png`. */
const stateIn = (file: string) => /^[^.]+\.([^.]+)\.\w+$/.exec(file)?.[1];

/** Whether every bracket of a text is closed, and in its order. */
function closed(of: string): boolean {
  let depth = 0;
  for (const sign of of) if ((depth += sign === '{' ? 1 : sign === '}' ? -1 : 0) < 0) return false;
  return depth === 0;
}

test('every chart can be cited in five forms, each with title, address and state of knowledge', () => {
  for (const id of CHARTS) {
    const title = data(id).title.replace(/\.$/, '');
    const url = `https://example.org/charts/${id}/`;
    const known = /As known [^(]+?(?= \()/.exec(text(id, 'text-caption'))?.[0] ?? '-';
    for (const form of ['apa', 'chicago', 'bibtex', 'csl', 'wikipedia'])
      for (const part of [title, url, known, 'Ten o’clock in Istanbul'])
        expect(text(id, `text-${form}`), `${id}: ${form}`).toContain(part);
    expect(text(id, 'text-apa'), id).toMatch(/\. \(n\.d\.\)\. .+ \[Chart\]\. .+ https:\S+\/$/);
    expect(text(id, 'text-chicago'), id).toMatch(/^[^“]+\. “.+[.?!]” Chart\. .+\. https:\S+\/\.$/);

    const bibtex = text(id, 'text-bibtex');
    expect(bibtex, id).toMatch(/^@misc\{[a-z-]+,\n( {2}[a-z]+ = \{.+\},\n)+\}$/);
    expect(closed(bibtex), id).toBe(true);

    const [item, ...others] = JSON.parse(text(id, 'text-csl'));
    expect(others).toEqual([]);
    expect(item, id).toMatchObject({ type: 'graphic', title, URL: url, language: 'en' });
    expect(item.author, id).toEqual([{ literal: 'Ten o’clock in Istanbul' }]);

    const wikipedia = text(id, 'text-wikipedia');
    expect(wikipedia, id).toMatch(/^\{\{cite web( \|[a-z]+=[^|]+)+\}\}$/);
    expect(closed(wikipedia), id).toBe(true);
  }
});

test('every chart has its words: caption, credit, a short and a long alternative text', () => {
  for (const id of CHARTS) {
    const { title, alt, rows } = data(id);
    expect(text(id, 'text-caption'), id).toContain(title);
    expect(text(id, 'text-caption'), id).toMatch(/[.?!] As known /);
    expect(text(id, 'text-caption'), id).toContain(text(id, 'text-credit'));
    expect(text(id, 'text-credit'), id).toContain(`CC BY 4.0), https://example.org/charts/${id}/`);
    expect(text(id, 'text-alt-short'), id).toBe(alt);
    const lines = text(id, 'text-alt-long').split('\n');
    expect(lines.length, id).toBeGreaterThan(Math.min(rows.length, 3));
  }
});

test('data files and the zip name the licence and those whose places they are', () => {
  const { credits, licence } = JSON.parse(read(SITES.root, 'charts/istanbul.geojson'));
  expect(licence).toContain('creativecommons.org');
  expect(credits.join(' ')).toContain('GeoNames');
  const files = unzipSync(readFileSync(join(SITES.root, 'charts/istanbul.zip')));
  const name = Object.keys(files).find((file) => file.endsWith('-words.txt')) ?? '';
  const words = new TextDecoder().decode(files[name]);
  expect(words).toContain('creativecommons.org');
  expect(words).toContain('GeoNames');
});

test('data files give every time as a time, too: the first and the last minute that its words can mean', () => {
  interface When {
    from: string;
    to: string;
  }
  let compared = 0;
  for (const id of CHARTS) {
    const table = csvParse(read(SITES.root, `charts/${id}.csv`).slice(1));
    const rows = [...data(id).rows, ...data(id).states.flatMap((state: { rows: unknown[] }) => state.rows)];
    expect(table, id).toHaveLength(rows.length);
    const heads = table.columns.filter((head) => head.endsWith(' (UTC+3)'));
    for (const [i, row] of rows.entries())
      for (const [words, times, name] of [
        [row.happened, row.times.happened, /^(When|Said), /],
        [row.known, row.times.known, /^Became known, /],
      ] as [string, When[], RegExp][]) {
        const [from, to] = heads.filter((head) => name.test(head)).map((head) => table[i]?.[head]);
        const ends = times.flatMap((time) => [time.from, time.to]).map((time) => time.replace('T', ' '));
        expect([from ?? '', to ?? ''], `${id}: ${row.name}`).toEqual(
          words ? [ends.toSorted()[0], ends.toSorted().at(-1)] : ['', ''],
        );
        // as the reader reads it: the same day, and the same hour where there is one
        const [, hour] = /, (?:about )?(\d\d:\d\d)$/.exec(words) ?? [];
        if (hour) expect(`${from} ${to}`, words).toMatch(new RegExp(`${hour}.*${hour}$`));
        const [day] = /^\d+(?= May 2025)/.exec(words) ?? [];
        if (day) expect(from, words).toMatch(new RegExp(`^2025-05-${day.padStart(2, '0')} `));
        compared++;
      }
  }
  console.log(`Times in data files: ${compared} compared`);
  expect(compared).toBeGreaterThan(300);
});

test('each moment that has files of its own has a picture that no other has', () => {
  let compared = 0;
  for (const id of CHARTS) {
    const states = [...page(id).matchAll(new RegExp(`href="/charts/${id}\\.([^"/.]+)\\.svg"`, 'g'))];
    const files = [id, ...new Set(states.map(([, state]) => `${id}.${state}`))];
    const pictures = files.map((file) => read(SITES.root, `charts/${file}.svg`));
    for (const [i, picture] of pictures.entries())
      expect(pictures.indexOf(picture), `${files[i]} is ${files[pictures.indexOf(picture)]}`).toBe(i);
    compared += pictures.length - 1;
  }
  expect(compared).toBeGreaterThan(10);
});

test('the data of a chart have what its moments show, each under the moment’s name', () => {
  let [added, entries] = [0, 0];
  for (const id of CHARTS) {
    const table = csvParse(read(SITES.root, `charts/${id}.csv`).slice(1));
    const { rows, states } = data(id) as Record<string, { id: string; name: string; rows: unknown[] }[]>;
    expect(
      states?.map(({ id: state }) => state),
      id,
    ).toEqual(statesOf(id));
    const named = (states ?? []).flatMap((state) => state.rows.map(() => state.name));
    expect(table.map((row) => row.Moment ?? '').filter(Boolean), id).toEqual(named);
    // the entries of a moment's own list, in the data of the chart
    for (const { id: state } of states ?? []) {
      const list =
        /<ol class="rows">[\s\S]*?<\/ol>/.exec(read(SITES.root, `embed/${id}/${state}/index.html`))?.[0] ??
        '';
      for (const entry of list.split('<li ').slice(1)) {
        const said = plain(entry.replace(/<[^>]+>/g, '')).replace(/\s+/g, ' ');
        const told = table.some(({ What = '-' }) => said.includes(What.replace(/\s+/g, ' ')));
        expect(told, `${id}, ${state}: ${said.slice(0, 120)}`).toBe(true);
        entries++;
      }
    }
    added += named.length;
    expect(rows?.length).toBe(table.length - named.length);
  }
  const rounds = csvParse(read(SITES.root, 'charts/istanbul.csv').slice(1)).filter((row) =>
    /Çırağan/.test(row.Place ?? ''),
  );
  expect(rounds.length).toBeGreaterThan(0);
  const { features } = JSON.parse(read(SITES.root, 'charts/istanbul.geojson'));
  const ids = features.map((feature: { id: string }) => feature.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(3);
  console.log(`Entries of moments: ${entries} found in data, of which ${added} are of one moment only`);
  expect(entries).toBeGreaterThan(50);
});

test('each moment with a picture of its own has its caption and alternative text, on the page and in the zip', () => {
  let found = 0;
  for (const id of CHARTS) {
    const files = unzipSync(readFileSync(join(SITES.root, `charts/${id}.zip`)));
    const name = Object.keys(files).find((file) => file.endsWith('-words.txt')) ?? '';
    const words = new TextDecoder().decode(files[name]);
    for (const [, state] of page(id).matchAll(new RegExp(`href="/charts/${id}\\.([^"/.]+)\\.svg"`, 'g'))) {
      const copied = text(id, `text-state-${state}`);
      const alt = data(id).states.find((each: { id: string }) => each.id === state).alt;
      expect(copied, `${id}: ${state}`).toMatch(/[.?!] As known .+CC BY 4\.0/);
      expect(copied.endsWith(`\n\n${alt}`), `${id}: ${state}`).toBe(true);
      expect(words, `${id}: ${state}`).toContain(copied);
      found++;
    }
  }
  expect(found).toBeGreaterThan(10);
});

test('every file is saved under a name with id and day, and the zip holds the same files', () => {
  for (const id of CHARTS) {
    const kit = page(id).slice(page(id).indexOf('class="kit"'));
    const links = [...kit.matchAll(/<a href="\/charts\/([^"]+)" download="([^"]+)"/g)].map(
      ([, file, name]) => ({ file: file as string, name: name as string }),
    );
    const day = data(id).asOf.to.slice(0, 10);
    for (const { file, name } of links) {
      const state = stateIn(file);
      const start = state ? `${id}-${state}-\\d{4}-\\d\\d-\\d\\d` : `${id}-${day}(-[a-z0-9]+)?`;
      expect(name, file).toMatch(new RegExp(`^${start}\\.[a-z]+$`));
      expect(
        read(SITES.root, file.endsWith('/') ? `charts/${file}index.html` : `charts/${file}`),
      ).toBeTruthy();
    }
    const kinds = links.map(({ file }) => file.slice(id.length));
    const map = data(id).rows.some((row: { position?: unknown }) => row.position);
    expect(kinds.sort(), id).toEqual(
      [
        ...['-1x.png', '.png', '-3x.png', '.svg', '-outlined.svg', '.pdf', '-letter.pdf', '.csv', '.json'],
        ...(map ? ['.geojson'] : []),
        ...statesOf(id).flatMap((state) => [`.${state}.png`, `.${state}.svg`]),
        ...['.zip', '/take-away/'],
      ].sort(),
    );
    const folder = `${id}-${day}`;
    const packed = unzipSync(readFileSync(join(SITES.root, `charts/${id}.zip`)));
    const files = links.filter(({ file }) => !/\.zip$|\/$/.test(file));
    expect(Object.keys(packed).sort(), id).toEqual(
      [...files.map(({ name }) => `${folder}/${name}`), `${folder}/${folder}-words.txt`].sort(),
    );
    for (const { file, name } of files)
      expect(
        Buffer.from(packed[`${folder}/${name}`] ?? []).equals(
          readFileSync(join(SITES.root, `charts/${file}`)),
        ),
        name,
      ).toBe(true);
  }
});

test('a chart that is too high for WordPress says so beside its code, and no other', () => {
  for (const id of CHARTS) {
    const { height } = JSON.parse(read(SITES.root, `embed/${id}/oembed.json`));
    expect(page(id).includes('higher than 1,000 px'), id).toBe(height > 1000);
  }
});

test('a take-away file has no script, no address within a site, and is an embed in all else', () => {
  for (const id of CHARTS) {
    const html = read(SITES.root, `charts/${id}/take-away/index.html`);
    expect(
      /<script|<img|<iframe|<link rel="stylesheet"|@import|url\((?!#)/.exec(html)?.[0],
      id,
    ).toBeUndefined();
    expect(
      [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)]
        .map((match) => match[1] as string)
        .filter((address) => !/^(https?:\/\/|#|data:,$)/.test(address)),
      id,
    ).toEqual([]);
    const picture = (of: string) => /<main[\s\S]*?(?=<p class="as-of")/.exec(of)?.[0] ?? '';
    expect(picture(html).length, id).toBeGreaterThan(1000);
    expect(picture(html) === picture(read(SITES.root, `embed/${id}/index.html`)), id).toBe(true);
  }
});

test('the page of a chart names its feed, its oEmbed answer and its embed; an embed its chart and licence', () => {
  const lacks = (html: string, parts: (string | RegExp)[]) => parts.filter((part) => html.search(part) < 0);
  const own = 'https://example.org';
  for (const id of CHARTS)
    expect(
      lacks(page(id), [
        `type="application/atom\\+xml" title="[^"]+" href="${own}/charts/${id}/feed.xml"`,
        `type="application/json\\+oembed" title="[^"]+" href="${own}/embed/${id}/oembed.json"`,
        `rel="iframely" type="text/html" href="${own}/embed/${id}/"`,
      ]),
      id,
    ).toEqual([]);
  for (const file of filesOf(SITES.root).filter((name) => /^embed\/.*\/index\.html$/.test(name))) {
    const html = read(SITES.root, file);
    const chart = `${own}/charts/${file.split('/')[1]}/`;
    expect(
      lacks(html, [
        `<link rel="canonical" href="${chart}"`,
        '<meta name="robots" content="noindex"',
        '<meta name="responsive-embedded-sizing"',
        /class="as-of"[\s\S]*Sources:/,
      ]),
      file,
    ).toEqual([]);
    const foot = html.slice(html.indexOf('<footer'));
    const licence = /<a href="https:\/\/creativecommons\.org\/licenses\/by\/4\.0\/"[^>]*rel="license/;
    expect(lacks(foot, [`<a href="${chart}"`, licence]), file).toEqual([]);
  }
});

test('the page about embedding publishes every host, condition and height, and the addresses for content systems', () => {
  const html = read(SITES.root, 'about/embedding/index.html');
  const { names, condition } = siteWords().hosts;
  for (const name of [...Object.values(names), ...Object.values(condition)])
    expect(html.includes(name), name).toBe(true);
  for (const id of CHARTS) expect(html.includes(`href="/charts/${id}/"`), id).toBe(true);
  const codes = [...html.matchAll(/<code>(\/[^<?]+)<\/code>/g)].map((match) =>
    plain(match[1] as string)
      .replace('<id>', 'istanbul')
      .replace('<state>', 'the-wait')
      .replace(/\/$/, '/index.html'),
  );
  expect(codes).toContain('/oembed/provider.json');
  expect(codes).toContain('/charts/index.json');
  for (const code of codes) expect(read(SITES.root, code.slice(1)), code).toBeTruthy();
});

test('the picture of a state shows what the state shows, with its title and its state of knowledge', () => {
  const evening = read(SITES.root, 'charts/istanbul.evening.svg');
  const said = plain(evening.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
  expect(said).toContain('In the evening Fidan received the Russian team.');
  expect(said).toContain('As known in the late evening of Thursday 15 May 2025');
  expect(said).not.toContain('Zelensky');
  const answer = JSON.parse(read(SITES.root, 'embed/istanbul/evening/oembed.json'));
  expect(answer.thumbnail_url).toBe('https://example.org/charts/istanbul.evening.png');
  const overTime = JSON.parse(read(SITES.root, 'embed/istanbul/at/oembed.json'));
  expect(overTime.thumbnail_url).toBe('https://example.org/charts/istanbul.png');
});
