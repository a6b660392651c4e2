import { readdirSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { readContent } from '../../src/authoring/content.ts';
import { isKnownAt } from '../../src/ledger/moment.ts';
import { knownEntries, tickSlug, ticksOf, type Known } from '../../src/ledger/ticks.ts';
import { read, SITES } from './files.ts';

const { content } = readContent(process.cwd());
if (!content) throw new Error('content/ has problems: npm run check lists them');
const { ledger } = content;
const ticks = ticksOf(ledger);
const IDS = readdirSync('content/charts');

/** The sentences by which an entry can be told in a page; what several entries share tells none of them apart. */
function sentencesOf({ noun, id }: Known): string[] {
  if (noun === 'claims') return [ledger.claims[id]?.says ?? '', ledger.claims[id]?.quote ?? ''];
  if (noun === 'events') return [ledger.events[id]?.sentence ?? ''];
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

test('no page of a moment says anything that became known later', () => {
  const entries = knownEntries(ledger).map((each) => ({
    ...each,
    texts: sentencesOf(each).filter((text) => text.length > 20),
  }));
  const leaks: string[] = [];
  let pages = 0;
  let looked = 0;
  for (const id of IDS)
    for (const tick of ticks) {
      const page = `charts/${id}/at/${tickSlug(tick)}/index.html`;
      const words = wordsOf(read(SITES.root, page));
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
  expect(pages).toBe(IDS.length * ticks.length);
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
  for (const id of IDS) {
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

test('what is shown at a moment is what the ledger had by then', () => {
  for (const [i, tick] of ticks.entries()) {
    const rows = [
      ...read(SITES.root, 'charts/ties/at/index.html').matchAll(
        /<li id="ties-([\w-]+)"[^>]*data-from="(\d+)"/g,
      ),
    ].filter(([, , from]) => Number(from) <= i);
    for (const [, id] of rows) {
      const tie = ledger.ties[id as string];
      if (tie) expect(isKnownAt(tie.known, tick), id).toBe(true);
    }
  }
});
