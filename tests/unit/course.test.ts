import { expect, test } from 'playwright/test';
import { courseOf, glyphBoxes, glyphsAlong, sharpestTurn, type Glyph } from '../../src/scene/course.ts';
import { letterWidths } from '../../src/scene/text-width.ts';

const type = { face: 'label', size: 12 } as const;
const line = (...points: [number, number][]) => courseOf(points.map(([x, y]) => ({ x, y })));
const turnsOf = (glyphs: Glyph[]) => glyphs.map(({ turn }) => Math.round(turn * 10) / 10 || 0);

test('a straight line stays as it is, and a bent one has its corner cut, the same from both ends', () => {
  expect(line([0, 0], [30, 40])).toEqual({
    points: [
      { x: 0, y: 0 },
      { x: 30, y: 40 },
    ],
    at: [0, 50],
    length: 50,
  });
  const { points, at, length } = line([0, 0], [64, 0], [64, 64]);
  expect([points[0], points.at(-1)]).toEqual([
    { x: 0, y: 0 },
    { x: 64, y: 64 },
  ]);
  expect(points.map(({ x, y }) => ({ x: 64 - y, y: 64 - x })).reverse()).toEqual(points);
  // one after the first cut: a quarter before the corner; then a quarter of what is left
  expect(points).toHaveLength(10);
  expect(Math.min(...points.map(({ x, y }) => Math.hypot(x - 64, y)))).toBeGreaterThan(10);
  expect(length).toBeGreaterThan(Math.hypot(64, 64));
  expect(length).toBeLessThan(128);
  expect(at).toHaveLength(points.length);
  expect([at[0], at.at(-1)]).toEqual([0, length]);
});

test('letters stand side by side about the middle, each at its own width', () => {
  const glyphs = glyphsAlong('Will', type, line([0, 5], [200, 5]), 100);
  const widths = letterWidths('Will', type.face, type.size);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let left = 100 - whole / 2;
  glyphs.forEach(({ letter, x, y, turn }, i) => {
    expect([letter, y, turn]).toEqual(['Will'[i], 5, 0]);
    expect(x).toBeCloseTo(left + (widths[i] as number) / 2, 6);
    left += widths[i] as number;
  });
});

test('letters follow the line, and are never upside down whichever way it runs', () => {
  const there = glyphsAlong('Strait', type, line([0, 0], [100, 10]), 50);
  const back = glyphsAlong('Strait', type, line([100, 10], [0, 0]), 50.249);
  expect(turnsOf(there)).toEqual(there.map(() => 5.7));
  expect(turnsOf(back)).toEqual(turnsOf(there));
  back.forEach(({ x }, i) => expect(x).toBeCloseTo(there[i]?.x ?? 0, 0));
  expect(turnsOf(glyphsAlong('Strait', type, line([100, 0], [0, 10]), 50))).toEqual(there.map(() => -5.7));
  expect(turnsOf(glyphsAlong('il', type, line([0, 0], [0, 100]), 50))).toEqual([90, 90]);
  const bent = turnsOf(glyphsAlong('Winding River', type, line([0, 0], [60, 0], [120, 60]), 70));
  expect(bent[0]).toBeLessThan(10);
  expect(bent.at(-1)).toBeGreaterThan(40);
  expect([...bent].sort((a, b) => a - b)).toEqual(bent);
});

test('the sharpest turn is the shorter way round', () => {
  const turned = (...turns: number[]) =>
    sharpestTurn(turns.map((turn) => ({ letter: 'x', x: 0, y: 0, turn })));
  expect(turned(0, 12, 4)).toBe(12);
  expect(turned(170, -170)).toBe(20);
  expect(turned(0, 350)).toBe(10);
  expect(turned(30)).toBe(0);
  expect(glyphBoxes([{ letter: 'x', x: 1, y: 2, turn: 3 }], 16, 100)).toEqual([
    { x: 1, y: 2, width: 72, height: 16, turn: 3 },
  ]);
});

test('the turn between two letters is the short way round', () => {
  const letters = (...turns: number[]) => turns.map((turn) => ({ letter: 'a', x: 0, y: 0, turn }));
  expect(sharpestTurn(letters(170, -170))).toBe(20);
  expect(sharpestTurn(letters(0, 5, -10))).toBe(15);
});
