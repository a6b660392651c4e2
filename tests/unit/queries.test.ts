import { expect, test } from 'playwright/test';
import { parseMoment } from '../../src/ledger/moment.ts';
import { knownClaims, knownContradictions, whereabouts } from '../../src/ledger/queries.ts';
import { content } from './content.ts';

const { ledger } = content;
const at = (text: string) => parseMoment(text);

test('more is known later, and nothing that was known is forgotten', () => {
  const moments = [
    '2025-05-14',
    '2025-05-15 about 09:00',
    '2025-05-15 midday',
    '2025-05-15 about 14:00',
    '2025-05-16',
    '2026',
  ].map(at);
  const counts = moments.map((moment) => knownClaims(ledger, moment));
  counts.forEach((claims, i) => {
    for (const id of counts[i - 1] ?? []) expect(claims).toContain(id);
  });
  expect(counts[2]).toContain('kovalenko-denies');
  expect(counts[2]).not.toContain('tr-mfa-nothing-scheduled');
  expect(counts[3]).toContain('tr-mfa-nothing-scheduled');
  expect(counts.at(-1)).toHaveLength(Object.keys(ledger.claims).length);
});

test('at midday the 10:00 start was contested, the postponement not yet', () => {
  const pairs = knownContradictions(ledger, at('2025-05-15 midday')).map((pair) => pair.join(' / '));
  expect(pairs).toContain('kovalenko-denies / tass-ten-oclock');
  expect(pairs.filter((pair) => pair.includes('zakharova-postponed'))).toEqual([]);
  const later = knownContradictions(ledger, at('2025-05-15 about 14:00')).map((pair) => pair.join(' / '));
  expect(later).toContain('tr-mfa-nothing-scheduled / zakharova-postponed');
});

test('who was where follows the hours', () => {
  const place = (actor: string, moment: string) => whereabouts(ledger, at(moment)).get(actor)?.place;
  expect(place('ru-delegation', '2025-05-15 about 09:00')).toBe('ataturk-airport');
  expect(place('zelensky', '2025-05-15 about 09:00')).toBe('kyiv');
  expect(place('zelensky', '2025-05-15 midday')).toBe('esenboga');
  expect(place('fidan', '2025-05-15 midday')).toBe('antalya');
  expect(place('fidan', '2025-05-16')).toBe('dolmabahce');
});
