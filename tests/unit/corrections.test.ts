import { rmSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { chartData } from '../../src/authoring/content-model.ts';
import { readContent } from '../../src/authoring/content.ts';
import { shownBy } from '../../src/authoring/chart-corrections.ts';
import { drawChart } from '../../src/charts/draw.ts';
import { correction, type Correction } from '../../src/ledger/correction.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { correctionsOf, newestCorrections } from '../../src/ledger/queries.ts';
import { atom, jsonFeed, type Feed } from '../../src/render/feed.ts';
import { baseContent } from './base-content.ts';

// All corrections here are invented; the site's own stand in content/ledger/corrections.yaml.
const root = baseContent();
const { content } = readContent(root);
if (!content) throw new Error('the invented content has problems');
rmSync(root, { recursive: true });

const made = (date: string, what: object): Correction =>
  correction.parse({ date, type: 'fact', what, before: 'Then.', after: 'Now.', why: 'We misread it.' });
const ledger: Ledger = {
  ...content.ledger,
  corrections: {
    first: made('2025-06-02', { events: ['landing'] }),
    second: made('2025-07-01', { charts: ['another'], sources: ['gazette-words'] }),
    third: made('2025-06-02', { claims: ['envoy-lands'] }),
    fourth: made('2025-05-30', { charts: ['harbour'] }),
  },
};

test('the newest correction comes first, and of one day the one written last', () => {
  expect(newestCorrections(ledger)).toEqual(['second', 'third', 'first', 'fourth']);
});

test('a chart is corrected when it, or anything it draws, was', () => {
  const shown = shownBy(drawChart(chartData(content, 'harbour')));
  expect(shown.charts).toEqual(['harbour']);
  expect(shown.events).toContain('landing');
  expect(correctionsOf(ledger, shown)).toEqual(['third', 'first', 'fourth']);
  expect(correctionsOf(content.ledger, shown)).toEqual(['berth']);
  expect(correctionsOf({ ...ledger, corrections: {} }, shown)).toEqual([]);
});

test('ids of one noun are not taken for those of another', () => {
  expect(correctionsOf(ledger, { claims: ['landing'], charts: ['envoy-lands'] })).toEqual([]);
});

const feed: Feed = {
  title: 'Ten & more',
  subtitle: 'A <day>',
  language: 'en',
  home: 'https://example.org/',
  self: 'https://example.org/feed.xml',
  author: 'Us',
  licence: 'CC BY 4.0',
  icon: 'https://example.org/icon.svg',
  updated: '2025-06-02T00:00:00+03:00',
  items: [
    {
      id: 'https://example.org/a',
      url: 'https://example.org/a?x=1&y=2',
      title: '“Now” & then',
      summary: 'S',
      html: '<p>1 &lt; 2</p>',
      updated: '2025-06-02T00:00:00+03:00',
    },
  ],
};

test('an Atom feed escapes what it holds, and its HTML twice', () => {
  const text = atom(feed);
  expect(text).toContain('<title>“Now” &amp; then</title>');
  expect(text).toContain('href="https://example.org/a?x=1&amp;y=2"');
  expect(text).toContain('<content type="html">&lt;p&gt;1 &amp;lt; 2&lt;/p&gt;</content>');
  expect(text).not.toContain('<published>');
});

test('a JSON feed has what version 1.1 asks for, and no day that is not known', () => {
  const { version, items, authors } = JSON.parse(jsonFeed(feed));
  expect(version).toBe('https://jsonfeed.org/version/1.1');
  expect(authors).toEqual([{ name: 'Us', url: 'https://example.org/' }]);
  expect(items[0]).toMatchObject({ id: 'https://example.org/a', content_html: '<p>1 &lt; 2</p>' });
  expect(items[0]).not.toHaveProperty('date_published');
});
