import { expect, test } from 'playwright/test';
import {
  areaCandidates,
  courseCandidates,
  fixedCandidate,
  pointCandidates,
} from '../../src/scene/label-candidates.ts';
import type { Candidate } from '../../src/scene/label-candidates.ts';

const label = { id: 'a', anchor: { x: 0, y: 0 }, clearance: 7, width: 80, height: 34, firstLine: 18 };
const tenth = (value: number) => Math.round(value * 10) / 10 || 0;
const placeOf = ({ box, align, cost }: Candidate) => [tenth(box.x), tenth(box.y), align, tenth(cost)];

test('beside its mark a label stands right, left, above or below, 5 px off it, in that order', () => {
  expect(pointCandidates(label).slice(0, 8).map(placeOf)).toEqual([
    [52, 8, 'start', 0],
    [-52, 8, 'end', 6],
    [0, -29, 'middle', 12],
    [0, 29, 'middle', 16],
    [33, -29, 'start', 14],
    [-33, -29, 'end', 18],
    [33, 29, 'start', 18],
    [-33, 29, 'end', 20],
  ]);
});

test('away from its mark it stands in sixteen directions, the nearer the better, and rather above than below', () => {
  const far = pointCandidates({ ...label, away: true });
  expect(far).toHaveLength(8 * 16);
  expect(pointCandidates(label).slice(8)).toEqual(far);
  // right, and on clockwise: 14 px from the mark
  expect([0, 1, 2, 3, 4, 12].map((i) => placeOf(far[i] as Candidate))).toEqual([
    [65, 8, 'start', 50.5],
    [63.1, 16, 'start', 54.5],
    [54.8, 35.8, 'start', 54.5],
    [8, 40.4, 'middle', 54.5],
    [0, 42, 'middle', 54.5],
    [0, -42, 'middle', 50.5],
  ]);
  expect(placeOf(far[8] as Candidate).slice(0, 3)).toEqual([-65, 8, 'end']);
  const distances = far.map(({ leader }) => tenth(Math.hypot(leader?.from.x ?? 0, leader?.from.y ?? 0)));
  expect([...new Set(distances)].map((distance) => distance - 7)).toEqual([14, 24, 38, 54, 72, 94, 120, 150]);
  // a leader ends 3 px off the mark
  for (const { leader } of far) expect(Math.hypot(leader?.to.x ?? 0, leader?.to.y ?? 0)).toBeCloseTo(10, 6);
});

test('the name of an area stands about its middle, no further than it may move', () => {
  const area = { ...label, anchor: { x: 100, y: 50 }, clearance: 0 };
  const [first, ...others] = areaCandidates({ ...area, reach: 8 });
  expect(placeOf(first as Candidate)).toEqual([100, 50, 'middle', 0]);
  const places = others.map(({ box }) => `${box.x - 100} ${box.y - 50}`);
  expect(new Set(places).size).toBe(48);
  for (const { box, cost } of others) {
    const [dx, dy] = [Math.abs(box.x - 100), Math.abs(box.y - 50)];
    expect([0, 2, 4, 8]).toContain(dx);
    expect([0, 2, 4, 8]).toContain(dy);
    expect(cost).toBeCloseTo(Math.hypot(dx, dy), 6);
  }
  expect(Math.max(...areaCandidates(area).map(({ box }) => box.x - 100))).toBe(28);
});

test('a name along a line slides along it, best about its middle, and is left out where the line bends too much', () => {
  const along = (length: number, turns: number[] = [0, 0]) =>
    courseCandidates(
      { ...label, width: 100 },
      {
        line: { points: [], at: [], length },
        glyphs: (middle) => turns.map((turn, i) => ({ letter: 'x', x: middle + i, y: 0, turn })),
        size: 10,
      },
    );
  const shifts = along(150).map(({ glyphs }) => (glyphs?.[0]?.x ?? 0) - 75);
  expect(shifts).toEqual([0, 8, -8, 16, -16, 24, -24]);
  expect(along(150).map(({ cost }) => tenth(cost))).toEqual([0, 1.2, 1.2, 2.4, 2.4, 3.6, 3.6]);
  expect(along(100)).toHaveLength(1);
  expect(along(99)).toEqual([]);
  expect(along(100, [0, 28])[0]?.cost).toBe(28);
  expect(along(100, [0, 28.1])).toEqual([]);
  expect(along(100)[0]?.boxes).toHaveLength(2);
});

test('where an editor wants it, a label is flush with the side that its mark is on', () => {
  const aligned = (x: number) => fixedCandidate(label, { x, y: 30 }).align;
  // a quarter of its width, which is 80
  expect([21, 20, 0, -20, -21].map(aligned)).toEqual(['start', 'middle', 'middle', 'middle', 'end']);
});
