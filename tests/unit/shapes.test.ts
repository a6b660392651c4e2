import { expect, test } from 'playwright/test';
import { contains, lineBox, overlaps } from '../../src/scene/box.ts';
import { insideRings } from '../../src/scene/row-crossings.ts';
import { circlePath, PARTY_SHAPES, shapePath } from '../../src/scene/shapes.ts';
import { markRadius, statusMark } from '../../src/scene/status-mark.ts';

const pointsOf = (d: string) =>
  [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]): [number, number] => [Number(x), Number(y)]);

test('the shapes of parties have their corners, and look equally large', () => {
  const corners = { square: 4, diamond: 4, triangle: 3, hexagon: 6, cross: 12 };
  for (const [shape, count] of Object.entries(corners)) {
    const points = pointsOf(shapePath(shape as keyof typeof corners, 0, 0, 100));
    expect(points, shape).toHaveLength(count);
    // the area by the shoelace formula, beside that of the circle
    const area = points.reduce((sum, [x, y], i) => {
      const [u, v] = points[(i + 1) % count] as [number, number];
      return sum + (x * v - u * y) / 2;
    }, 0);
    expect(area / 31416, shape).toBeGreaterThan(0.5);
    expect(area / 31416, shape).toBeLessThan(1.05);
    const xs = points.map(([x]) => x);
    expect(Math.min(...xs), shape).toBeCloseTo(-Math.max(...xs), 5);
  }
  expect(circlePath(10, 20, 3)).toBe('M7 20a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z');
  expect(shapePath('square', 10, 20, 100)).toBe('M-78 -68L98 -68L98 108L-78 108z');
});

test('a mark is drawn as its status asks, and what is not confirmed never in the colour of a party', () => {
  const at = { x: 0, y: 0 };
  const roles = (status: string, party?: string, scale?: number) =>
    statusMark(status, party, at, scale).map(({ role, hue }) => (hue ? `${role} ${hue}` : role));
  expect(roles('happened')).toEqual(['dot']);
  expect(roles('happened', 'russia')).toEqual(['happened russia']);
  expect(roles('planned', 'usa')).toEqual(['planned usa']);
  expect(roles('later')).toEqual(['later ink']);
  expect(roles('denied', 'usa')).toEqual(['happened usa', 'denied']);
  expect(roles('unconfirmed', 'usa')).toEqual(['ring-ground', 'unconfirmed', 'dot']);
  expect(roles('contested', 'usa')).toEqual(['ring-ground', 'unconfirmed', 'contested', 'dot']);
  expect(roles('contested', 'usa', 0.5)).toEqual(['ring-ground', 'unconfirmed', 'contested']);
  expect(statusMark('denied', 'usa', { x: 10, y: 20 }, 2).at(-1)?.d).toBe('M-4 34L24 6');
  expect(statusMark('contested', undefined, at)[2]?.d).toBe(circlePath(0, 0, 8.5));
});

test('a mark takes the room that it is drawn in', () => {
  const radius = (status: string, party?: string) => markRadius(status, party);
  expect([radius('happened'), radius('planned'), radius('happened', 'usa')]).toEqual([3, 7, 7]);
  expect([radius('unconfirmed'), radius('contested', 'usa')]).toEqual([12, 12]);
  for (const status of ['happened', 'planned', 'unconfirmed', 'contested'])
    expect(statusMark(status, undefined, { x: 0, y: 0 })[0]?.d).toBe(circlePath(0, 0, radius(status)));
  expect(PARTY_SHAPES.ukraine).toBe('circle');
});

test('a point is inside a ring or outside, and outside in its hole', () => {
  const ring = (near: number, far: number): [number, number][] => [
    [near, near],
    [far, near],
    [far, far],
    [near, far],
  ];
  const inside = insideRings([ring(10, 50), ring(20, 30)]);
  const found = [5, 15, 25, 35, 45, 55].map((x) => inside(x, 25.2));
  expect(found).toEqual([false, true, false, true, true, false]);
  expect([9, 10, 19, 49, 50].map((y) => inside(15, y))).toEqual([false, true, true, true, false]);
  // at its row's middle a slope is crossed at 15.5
  const slope = insideRings([
    [
      [10, 10],
      [20, 20],
      [10, 20],
    ],
  ]);
  expect([slope(15.4, 15), slope(15.6, 15), slope(9, 15)]).toEqual([true, false, false]);
});

test('a box lies in another up to its edge, turned or not; a line is a thin box', () => {
  const outer = { x: 50, y: 50, width: 100, height: 60 };
  expect(contains(outer, { x: 50, y: 50, width: 100, height: 60 })).toBe(true);
  expect(contains(outer, { x: 51, y: 50, width: 100, height: 60 })).toBe(false);
  expect(contains(outer, { x: 50, y: 49, width: 100, height: 60 })).toBe(false);
  expect(contains(outer, { x: 50, y: 50, width: 80, height: 10, turn: 45 })).toBe(false);
  expect(contains(outer, { x: 50, y: 50, width: 74, height: 10, turn: 45 })).toBe(true);
  expect(lineBox({ x: 0, y: 0 }, { x: 30, y: 40 }, 4)).toMatchObject({ x: 15, y: 20, width: 50, height: 4 });
  expect(lineBox({ x: 0, y: 0 }, { x: 10, y: 10 })).toMatchObject({ height: 1, turn: 45 });
});

test('turned boxes overlap as soon as they share some area, from any side', () => {
  const bar = { x: 0, y: 0, width: 100, height: 20, turn: 90 };
  const beside = (x: number, y: number) => overlaps(bar, { x, y, width: 10, height: 10 });
  expect([beside(14, 0), beside(15, 0), beside(-14, 0), beside(-15, 0)]).toEqual([true, false, true, false]);
  expect([beside(0, 54), beside(0, 55), beside(0, -54), beside(0, -55)]).toEqual([true, false, true, false]);
  // corners that come near each other without touching
  const diamond = { x: 0, y: 0, width: 20, height: 20, turn: 45 };
  expect(overlaps(diamond, { ...diamond, x: 15, y: 15 })).toBe(false);
  expect(overlaps(diamond, { ...diamond, x: 13, y: 13 })).toBe(true);
});
