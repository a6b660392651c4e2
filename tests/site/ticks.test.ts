import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { CHARTS } from '../browser/pages.ts';
import { isKnownAt } from '../../src/ledger/moment.ts';
import { knownClaims } from '../../src/ledger/queries.ts';
import { knownEntries, tickSlug, ticksOf, withStatusesAt, type Known } from '../../src/ledger/ticks.ts';
import { momentText } from '../../src/words/moment-text.ts';
import { content } from '../unit/content.ts';
import { read, SITES } from './files.ts';

const { ledger } = content;
const ticks = ticksOf(ledger);

/** The sentences by which an entry can be told in a page; what several entries share tells none of them apart. */
function sentencesOf({ noun, id }: Known): string[] {
  if (noun === 'claims') return [ledger.claims[id]?.says ?? '', ledger.claims[id]?.quote ?? ''];
  if (noun === 'events') return [ledger.events[id]?.sentence ?? '', ledger.events[id]?.label ?? ''];
  if (noun === 'ties') return [ledger.ties[id]?.sentence ?? ''];
  const [issue = '', party = ''] = id.split('/');
  const cell = ledger.positions[issue]?.cells[party as keyof (typeof ledger.positions)[string]['cells']];
  return cell && cell !== 'not stated' ? [cell.says] : [];
}

/** The words of a page: its texts and the attributes that are read out, drawn or indexed. */
const wordsOf = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');

test('no page of a moment, nor its data, says anything that became known later', () => {
  const entries = knownEntries(ledger).map((each) => ({
    ...each,
    texts: sentencesOf(each).filter((text) => text.length > 20),
  }));
  const leaks: string[] = [];
  let pages = 0;
  let looked = 0;
  for (const id of CHARTS)
    for (const tick of ticks) {
      const page = `charts/${id}/at/${tickSlug(tick)}`;
      const html = wordsOf(read(SITES.root, `${page}/index.html`));
      // a picture breaks its texts into lines
      const drawn = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
      const words = [html, drawn, read(SITES.root, `${page}.csv`).replaceAll('""', '"')].join('\n');
      pages++;
      // the words of a quotation may have been known before the claim that holds them
      const known = entries
        .filter((each) => isKnownAt(each.known, tick))
        .flatMap(({ texts }) => texts)
        .join('\n');
      for (const { texts, known: when, noun, id: key } of entries)
        if (!isKnownAt(when, tick))
          for (const text of texts) {
            looked++;
            if (!known.includes(text) && words.includes(text)) leaks.push(`${page}: ${noun} ${key}`);
          }
    }
  console.log(`Pages of moments: ${pages}, ${looked} sentences looked for, ${leaks.length} told too early`);
  expect(leaks).toEqual([]);
  expect(pages).toBe(CHARTS.length * ticks.length);
});

test('a page of a moment shows the entries that its slider shows at that moment', () => {
  const idsIn = (html: string) => [...html.matchAll(/<a href="#([\w-]+)"[^>]*>(?=<(?:path|text|g))/g)];
  const shownAt = (html: string, tick: number) =>
    idsIn(html)
      .filter(([tag]) => {
        const from = Number(/data-from="(\d+)"/.exec(tag)?.[1] ?? 0);
        const until = Number(/data-until="(\d+)"/.exec(tag)?.[1] ?? Infinity);
        return from <= tick && tick < until;
      })
      .map(([, id]) => id as string);
  let compared = 0;
  for (const id of CHARTS) {
    const all = read(SITES.root, `charts/${id}/at/index.html`);
    ticks.forEach((tick, i) => {
      const own = read(SITES.root, `charts/${id}/at/${tickSlug(tick)}/index.html`);
      const listed = new Set(
        [...own.matchAll(new RegExp(`\\sid="(${id}-[\\w-]+)"`, 'g'))].map((match) => match[1] as string),
      );
      // every mark of the slider at that moment has its entry on the page of the moment
      for (const mark of new Set(shownAt(all, i))) {
        compared++;
        expect(listed.has(mark), `${id} at ${tickSlug(tick)}: ${mark}`).toBe(true);
      }
    });
  }
  console.log(`Marks at moments: ${compared} compared`);
  expect(compared).toBeGreaterThan(200);
});

test('the entries shown at a moment are those of all that the ledger had by then', () => {
  const entries = knownEntries(ledger);
  let compared = 0;
  const differences: string[] = [];
  for (const id of CHARTS) {
    const idsAt = (tick: (typeof ticks)[number]) => {
      const page = read(SITES.root, `charts/${id}/at/${tickSlug(tick)}/index.html`);
      const ids = [...page.matchAll(/<(?:li|div|td|tr|article)\b[^>]*\sid="([\w-]+)"/g)].map(
        ([, name]) => name,
      );
      return new Set(ids.flatMap((name) => (name?.startsWith(`${id}-`) ? [name.slice(id.length + 1)] : [])));
    };
    // an id may be that of an event and of its claim
    const own = idsAt(ticks.at(-1) as (typeof ticks)[number]);
    for (const tick of ticks) {
      const shown = idsAt(tick);
      for (const name of new Set([...own, ...shown])) {
        const meant = entries.filter((each) => each.id.replace('/', '-') === name);
        if (meant.length === 0) continue;
        compared++;
        const known = meant.some((each) => isKnownAt(each.known, tick));
        if (known !== shown.has(name))
          differences.push(`${id} at ${tickSlug(tick)}: ${name} ${known ? 'is missing' : 'is too early'}`);
      }
    }
  }
  console.log(`Entries at moments: ${compared} compared with the ledger, ${differences.length} differ`);
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(1000);
});

test('the page of the day shows at each moment the claims that the ledger had by then, as it had them', () => {
  const shown = (tag: string, tick: number) => {
    const from = Number(/data-from="(\d+)"/.exec(tag)?.[1] ?? 0);
    const until = Number(/data-until="(\d+)"/.exec(tag)?.[1] ?? Infinity);
    return from <= tick && tick < until;
  };
  const sections = [
    ...read(SITES.root, 'day/index.html').matchAll(/<section class="claims-moment"[\s\S]*?<\/section>/g),
  ].map(([section]) => section);
  let compared = 0;
  ticks.forEach((tick, i) => {
    const then = withStatusesAt(ledger, tick);
    const looks = sections
      .filter((section) => shown(section.slice(0, section.indexOf('>')), i))
      .flatMap((section) => [...section.matchAll(/<li\b([^>]*)>([\s\S]*?)<\/li>/g)])
      .filter(([, attributes]) => shown(attributes as string, i))
      .map(([, , inner]) => {
        const says = /<p>([\s\S]*?)<\/p>/.exec(inner as string)?.[1] ?? '';
        return `${wordsOf(says).trim()} · ${/is-([\w-]+)"/.exec(inner as string)?.[1] ?? ''}`;
      });
    compared += looks.length;
    const expected = knownClaims(then, tick).map((id) => {
      const { says = '', status = '' } = then.claims[id] ?? {};
      return `${says} · ${status.replace(' ', '-')}`;
    });
    expect(looks.sort(), tickSlug(tick)).toEqual(expected.sort());
  });
  // said on another day than the heading's, or at an hour that it does not tell
  for (const section of sections) {
    const heading = /<h3>(.*?)<\/h3>/.exec(section)?.[1] ?? '';
    for (const [, id, inner] of section.matchAll(/<li id="claims-([\w-]+)"[^>]*>([\s\S]*?)<\/li>/g)) {
      const { said, speaker } = ledger.claims[id as string] ?? {};
      if (!said) throw new Error(`The ledger has no claim "${id}"`);
      const text = momentText(said, content.words);
      // an event was not said; that what somebody said had happened would sound as if it were so
      if (speaker === 'reporters') expect(inner, id).not.toContain('Said ');
      else expect(inner, id).not.toContain('>happened<');
      if (![text, `end of ${text}`].includes(heading))
        expect(inner, id).toMatch(speaker === 'reporters' ? new RegExp(`> ?${text}\\.`) : `Said ${text}.`);
    }
  }
  console.log(`Claims of the day at moments: ${compared} compared with the ledger, 0 differ`);
  expect(compared).toBeGreaterThan(1000);
});

test('the slider costs an embed that does not use it a link, and one that does at most 4 KB', () => {
  const brotli = (file: string) => brotliCompressSync(read(SITES.root, file)).length;
  const script = brotli('scripts/known-at.js');
  console.log('chart             embed   over time   of that the slider: control, style and script');
  for (const id of CHARTS) {
    const page = `embed/${id}/at/index.html`;
    const html = read(SITES.root, page);
    const bare = html
      .replace(/<known-at[\s\S]*<\/known-at>/, '')
      .replace(/<script[^>]*known-at[^>]*><\/script>/, '')
      .replace(/known-at\{[\s\S]*?(?=@container)/, '');
    const slider = brotli(page) - brotliCompressSync(bare).length + script;
    console.log(
      `${id.padEnd(16)} ${String(brotli(`embed/${id}/index.html`)).padStart(6)} ${String(brotli(page)).padStart(11)} ${String(slider).padStart(14)}`,
    );
    expect(bare.length, id).toBeLessThan(html.length - 5000);
    expect(slider, id).toBeLessThanOrEqual(4096);
  }
});
