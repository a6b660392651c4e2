import { expect, test } from 'playwright/test';
import type { MapChart } from '../../src/charts/map/schema.ts';
import type { Event } from '../../src/ledger/event.ts';
import { contradictionsOf, sourcesOf } from '../../src/ledger/ledger.ts';
import { isKnownAt, parseMoment } from '../../src/ledger/moment.ts';
import { content } from './content.ts';

const { ledger, charts } = content;

test('the two versions of ten o’clock contradict each other from either side', () => {
  expect(contradictionsOf(ledger, 'tass-ten-oclock')).toContain('kovalenko-denies');
  expect(contradictionsOf(ledger, 'kovalenko-denies')).toContain('tass-ten-oclock');
});

test('at midday the Turkish statement is not yet among what says otherwise', () => {
  const midday = parseMoment('2025-05-15 midday');
  expect(contradictionsOf(ledger, 'zakharova-postponed')).toContain('tr-mfa-nothing-scheduled');
  expect(contradictionsOf(ledger, 'zakharova-postponed', midday)).toEqual([]);
});

test('sources come once each, in the order of the claims', () => {
  const [first, second] = ['no-talks-at-ten', 'kovalenko-denies'].map(
    (id) => ledger.claims[id]?.sources ?? [],
  );
  expect(sourcesOf(ledger, ['no-talks-at-ten', 'kovalenko-denies', 'no-talks-at-ten'])).toEqual([
    ...new Set([...(first ?? []), ...(second ?? [])]),
  ]);
});

test('a map shows only events that were known at its own time', () => {
  for (const chart of Object.values(charts).filter(({ kind }) => kind === 'map')) {
    const { events, beyond, unplaced } = chart as unknown as MapChart;
    const shown = [...events, ...unplaced, ...beyond.flatMap((far) => ('event' in far ? far.event : []))];
    for (const id of shown) expect(isKnownAt((ledger.events[id] as Event).known, chart.asOf), id).toBe(true);
  }
});

test('what has the status «came later» became known after midday', () => {
  const midday = parseMoment('2025-05-15 midday');
  for (const [id, claim] of Object.entries(ledger.claims))
    if (claim.status === 'later') expect(isKnownAt(claim.known, midday), id).toBe(false);
});

test('nothing becomes known before it happens or is said', () => {
  for (const [id, { said, known, status }] of Object.entries(ledger.claims))
    if (status === 'happened') expect(known.to >= said.from, id).toBe(true);
});

test('a source keeps the date that was written, a day or a month', () => {
  for (const [id, { date }] of Object.entries(ledger.sources)) {
    expect(date, id).toMatch(/^\d{4}-\d\d(-\d\d)?$/);
    expect(['day', 'month'], id).toContain(parseMoment(date).precision);
  }
});
