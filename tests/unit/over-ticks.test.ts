import { expect, test } from 'playwright/test';
import { overTicks } from '../../src/scene/over-ticks.ts';

const merged = (versions: string[][]) =>
  overTicks(versions, (item) => item[0] as string).map(
    ({ item, spell }) => `${item} ${spell.from}–${spell.until ?? ''}`,
  );

test('what stays the same stands once, with the tick it came at', () => {
  expect(merged([['a'], ['a', 'b'], ['a', 'b']])).toEqual(['a 0–', 'b 1–']);
});

test('what changes its look stands once for each look, one after the other', () => {
  expect(merged([['a1'], ['a1', 'b'], ['a2', 'b']])).toEqual(['a1 0–2', 'a2 2–', 'b 1–']);
});

test('what goes and comes back has two spells', () => {
  expect(merged([['a'], [], ['a']])).toEqual(['a 0–1', 'a 2–']);
});

test('what comes in between keeps its place', () => {
  expect(
    merged([
      ['a', 'c'],
      ['a', 'b', 'c'],
    ]),
  ).toEqual(['a 0–', 'b 1–', 'c 0–']);
  expect(merged([['b'], ['a', 'b']])).toEqual(['a 1–', 'b 0–']);
});

test('every tick can be read back from the spells', () => {
  const versions = [
    ['a1', 'b'],
    ['a1', 'x', 'b'],
    ['a2', 'x'],
    ['a2', 'x', 'b', 'c1'],
  ];
  const all = overTicks(versions, (item) => item[0] as string);
  versions.forEach((version, tick) =>
    expect(
      all
        .filter(({ spell }) => spell.from <= tick && (spell.until ?? Infinity) > tick)
        .map(({ item }) => item)
        .sort(),
    ).toEqual([...version].sort()),
  );
});

test('two things of one name are refused', () => {
  expect(() => merged([['a1', 'a2']])).toThrow('Two things have one name');
});
