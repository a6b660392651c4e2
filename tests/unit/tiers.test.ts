import { expect, test } from 'playwright/test';
import { seatNames, type Name, type Seat } from '../../src/charts/strip/tiers.ts';

const COLUMN = { x: 16, width: 688 };

/** What is wrong with names that were set: those that lie on another, are led through, or leave the column. */
function faultsOf(names: Name[], seats: Seat[]): string[] {
  const boxes = names.map(({ at, width }, i) => {
    const { tier, from } = seats[i] as Seat;
    return { at, tier, from, to: from + width };
  });
  return boxes.flatMap((a, i) => [
    ...(a.from < COLUMN.x || a.to > COLUMN.x + COLUMN.width ? [`${i} leaves the column`] : []),
    ...(a.at < a.from || a.at > a.to ? [`${i} is not above its place`] : []),
    ...boxes.flatMap((b, k) => [
      ...(k > i && a.tier === b.tier && a.from < b.to && b.from < a.to ? [`${i} lies on ${k}`] : []),
      ...(a.tier > b.tier && a.at > b.from && a.at < b.to ? [`the stem of ${i} leads through ${k}`] : []),
    ]),
  ]);
}

test('a name that has room stands about its place, just above the rail', () => {
  expect(seatNames([{ at: 300, width: 100 }], COLUMN)).toEqual([{ tier: 0, from: 250 }]);
  expect(seatNames([{ at: 16, width: 100 }], COLUMN)).toEqual([{ tier: 0, from: 16 }]);
  expect(seatNames([{ at: 704, width: 100 }], COLUMN)).toEqual([{ tier: 0, from: 604 }]);
});

test('a crowded day is set without a name on another and without a stem through a name, in any order', () => {
  // in the first free tier each, the stem of the fifth leads through the fourth
  const names = [
    [107, 130],
    [301, 69],
    [364, 76],
    [453, 136],
    [499, 194],
    [639, 151],
  ].map(([at = 0, width = 0]) => ({ at, width }));
  const seats = seatNames(names, COLUMN) as Seat[];
  expect(faultsOf(names, seats)).toEqual([]);
  expect(seatNames([...names].reverse(), COLUMN)).toEqual([...seats].reverse());
});

test('whatever is to be named, it is set without a fault, or it is said what finds no room', () => {
  let state = 7;
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const outcomes = { set: 0, refused: 0 };
  for (let round = 0; round < 300; round++) {
    const names = Array.from({ length: 1 + Math.floor(next() * 8) }, () => ({
      at: COLUMN.x + next() * COLUMN.width,
      width: 60 + next() * 140,
    }));
    const seats = seatNames(names, COLUMN);
    if (typeof seats === 'number') {
      expect(names[seats]).toBeDefined();
      outcomes.refused++;
    } else {
      expect(faultsOf(names, seats)).toEqual([]);
      outcomes.set++;
    }
  }
  expect(outcomes.set).toBeGreaterThan(100);
  expect(outcomes.refused).toBeGreaterThan(20);
});
