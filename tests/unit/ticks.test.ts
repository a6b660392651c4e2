import { expect, test } from 'playwright/test';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { isKnownAt, parseMoment } from '../../src/ledger/moment.ts';
import {
  claimStatusAt,
  differenceOf,
  knownEntries,
  statusChanges,
  tickSlug,
  ticksOf,
  withStatusesAt,
} from '../../src/ledger/ticks.ts';
import { content } from './content.ts';

const { ledger } = content;
const at = (text: string) => parseMoment(text);
const slugs = ticksOf(ledger).map(tickSlug);

test('a tick is a moment at which something became known, from 10 May on', () => {
  expect(slugs[0]).toBe('2025-05-10T2359');
  expect(slugs).toContain('2025-05-15T1215');
  expect(slugs).toContain('2025-05-15T1400');
  expect([...slugs].sort()).toEqual(slugs);
  expect(new Set(slugs).size).toBe(slugs.length);
  const moments = new Set(knownEntries(ledger).map(({ known }) => tickSlug(known)));
  for (const slug of slugs) expect(moments.has(slug), slug).toBe(true);
});

test('the differences of all ticks add up to the whole ledger, each entry once', () => {
  const ticks = ticksOf(ledger);
  const appeared = ticks.flatMap((tick, i) => differenceOf(ledger, ticks[i - 1], tick).appeared);
  expect(appeared).toEqual(knownEntries(ledger));
  for (const [i, tick] of ticks.entries())
    for (const { known, id } of differenceOf(ledger, ticks[i - 1], tick).appeared) {
      expect(isKnownAt(known, tick), id).toBe(true);
      if (i > 0) expect(isKnownAt(known, ticks[i - 1] as (typeof ticks)[0]), id).toBe(false);
    }
});

test('“postponed” is one side’s word until the Turkish statement of about 14:00, then contested', () => {
  expect(claimStatusAt(ledger, 'zakharova-postponed', at('2025-05-15 midday'))).toBe('unconfirmed');
  expect(claimStatusAt(ledger, 'zakharova-postponed', at('2025-05-15 about 14:00'))).toBe('contested');
  const ticks = ticksOf(ledger);
  const i = slugs.indexOf('2025-05-15T1400');
  expect(differenceOf(ledger, ticks[i - 1], ticks[i] as (typeof ticks)[0]).contested).toContain(
    'zakharova-postponed',
  );
});

test('what changed its status since it was known is told moment by moment, the newest first', () => {
  const changes = statusChanges(ledger);
  expect(
    changes
      .map(({ moment }) => tickSlug(moment))
      .sort()
      .reverse(),
  ).toEqual(changes.map(({ moment }) => tickSlug(moment)));
  for (const { moment, contested } of changes)
    for (const id of contested) {
      expect(claimStatusAt(ledger, id, moment), id).toBe('contested');
      const before = ticksOf(ledger).findLast(({ to }) => to < moment.to);
      expect(claimStatusAt(ledger, id, before as typeof moment), id).not.toBe('contested');
    }
  const told = changes.find(({ moment }) => tickSlug(moment) === '2025-05-15T1400');
  expect(told?.contested).toContain('zakharova-postponed');
});

test('at no moment is a status one that only a later reader could give', () => {
  for (const tick of ticksOf(ledger)) {
    const then = withStatusesAt(ledger, tick);
    expect(Object.keys(then.claims)).toEqual(Object.keys(ledger.claims));
    for (const noun of ['claims', 'events', 'ties'] as const)
      for (const [id, { status }] of Object.entries(then[noun])) expect(status, id).not.toBe('later');
  }
});

test('a claim that was taken back counts as withdrawn from that moment, and is kept', () => {
  const id = 'zakharova-postponed';
  const changed: Ledger = {
    ...ledger,
    claims: {
      ...ledger.claims,
      [id]: { ...(ledger.claims[id] as Ledger['claims'][string]), withdrawn: at('2025-05-15 20:05') },
    },
  };
  expect(ticksOf(changed).map(tickSlug)).toContain('2025-05-15T2005');
  expect(differenceOf(changed, at('2025-05-15 20:00'), at('2025-05-15 20:05')).withdrawn).toEqual([id]);
  expect(differenceOf(changed, at('2025-05-15 20:05'), at('2025-05-16')).withdrawn).toEqual([]);
});

test('ticks and differences do not depend on the order of the ledger', () => {
  const turned = <T>(entries: Record<string, T>) => Object.fromEntries(Object.entries(entries).reverse());
  const other: Ledger = {
    ...ledger,
    claims: turned(ledger.claims),
    events: turned(ledger.events),
    ties: turned(ledger.ties),
    positions: turned(ledger.positions),
  };
  expect(ticksOf(other)).toEqual(ticksOf(ledger));
  expect(knownEntries(other)).toEqual(knownEntries(ledger));
});
