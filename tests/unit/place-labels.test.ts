import { expect, test } from 'playwright/test';
import { contains, lineBox, overlaps, type Box } from '../../src/scene/box.ts';
import { placeLabels, type LabelRequest, type PlacedLabel } from '../../src/scene/place-labels.ts';

const frame: Box = { x: 180, y: 200, width: 340, height: 380 };
const label = (id: string, x: number, y: number, more: Partial<LabelRequest> = {}): LabelRequest => ({
  id,
  anchor: { x, y },
  clearance: 7,
  width: 80,
  height: 34,
  firstLine: 18,
  ...more,
});

test('turned boxes overlap where their areas do, not where their bounding boxes do', () => {
  const diagonal: Box = { x: 0, y: 0, width: 100, height: 4, turn: 45 };
  expect(overlaps(diagonal, { x: 20, y: 20, width: 4, height: 4 })).toBe(true);
  expect(overlaps(diagonal, { x: 25, y: -25, width: 10, height: 10 })).toBe(false);
  expect(overlaps({ x: 0, y: 0, width: 10, height: 10 }, { x: 10, y: 0, width: 10, height: 10 })).toBe(false);
});

test('a label with room stands right of its mark, its first line level with it', () => {
  const [placed] = placeLabels([label('a', 100, 100)], { frame, obstacles: [] });
  expect(placed).toMatchObject({ align: 'start', box: { x: 152, y: 108 } });
  expect(placed?.leader).toBeUndefined();
});

test('a label at the right edge stands left of its mark', () => {
  const [placed] = placeLabels([label('a', 330, 100)], { frame, obstacles: [] });
  expect(placed?.align).toBe('end');
  expect(contains(frame, (placed as PlacedLabel).box)).toBe(true);
});

test('a crowded label moves away on a leader that ends at its mark', () => {
  const obstacles: Box[] = [{ x: 180, y: 200, width: 130, height: 90 }];
  const [placed] = placeLabels([label('a', 180, 200)], { frame, obstacles });
  const { leader, box } = placed as PlacedLabel;
  expect(leader).toBeDefined();
  expect(Math.hypot((leader?.to.x ?? 0) - 180, (leader?.to.y ?? 0) - 200)).toBeCloseTo(10, 5);
  expect(obstacles.some((obstacle) => overlaps(obstacle, box))).toBe(false);
});

test('a leader touches what its mark is on, and leads through nothing else', () => {
  const mark: Box = { x: 100, y: 200, width: 14, height: 14 };
  const wall: Box = { x: 140, y: 200, width: 4, height: 60 };
  const place = (obstacles: Box[]) => () =>
    placeLabels([label('a', 100, 200, { nudge: { x: 120, y: 0 } })], { frame, obstacles });
  expect(place([mark])()[0]?.leader).toBeDefined();
  expect(place([mark, wall])).toThrow('There is no room for the label a');
});

test('many labels never overlap each other, a leader or the edge, and come out the same again', () => {
  for (let seed = 1; seed <= 40; seed++) {
    let state = seed;
    const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
    const requests = Array.from({ length: 7 }, (_, i) =>
      label(`l${i}`, 40 + random() * 280, 40 + random() * 320, { width: 40 + random() * 50, height: 18 }),
    );
    const marks = requests.map(({ anchor }) => ({ ...anchor, width: 14, height: 14 }));
    const placed = placeLabels(requests, { frame, obstacles: marks });
    expect(placed).toHaveLength(7);
    for (const [i, a] of placed.entries()) {
      expect(contains(frame, a.box)).toBe(true);
      for (const b of placed.slice(i + 1)) {
        expect(overlaps(a.box, b.box)).toBe(false);
        if (a.leader) expect(overlaps(lineBox(a.leader.from, a.leader.to), b.box)).toBe(false);
      }
    }
    expect(JSON.stringify(placeLabels(requests, { frame, obstacles: marks }))).toBe(JSON.stringify(placed));
  }
});

test('an area without room is left out, a mark without room is an error', () => {
  const full: Box[] = [{ ...frame, width: 400, height: 400 }];
  expect(
    placeLabels([label('area', 100, 100, { area: true, worth: 100 })], { frame, obstacles: full }),
  ).toEqual([]);
  expect(() => placeLabels([label('mark', 100, 100)], { frame, obstacles: full })).toThrow(
    'no room for the label mark',
  );
});

test('of two positions the cheaper one is taken', () => {
  const cost = (box: Box) => (box.x > 200 ? 50 : 0);
  const [placed] = placeLabels([label('a', 200, 100)], { frame, obstacles: [], cost });
  expect(placed?.align).toBe('end');
});

test('a label that an editor moves stands there, with a leader where that is away from its mark', () => {
  const moved = (x: number, y: number) =>
    placeLabels([label('a', 180, 200, { nudge: { x, y } })], { frame, obstacles: [] })[0] as PlacedLabel;
  expect(moved(0, -30)).toMatchObject({ align: 'middle', box: { x: 180, y: 170, width: 80, height: 34 } });
  expect(moved(0, -30).leader).toBeUndefined();
  expect(moved(60, 0)).toMatchObject({ align: 'start', box: { x: 240, y: 200 } });
  expect(moved(-60, 0)).toMatchObject({ align: 'end', box: { x: 120, y: 200 } });
  // from 4 px off the nearest point of the text to 3 px off the mark
  expect(moved(100, 0).leader).toEqual({ from: { x: 236, y: 200 }, to: { x: 190, y: 200 } });
  const { from, to } = moved(-80, 57).leader ?? {};
  expect([from?.x, from?.y, to?.x, to?.y].map((n) => Number(n?.toFixed(1)))).toEqual([
    142.8, 237.2, 172.9, 207.1,
  ]);
});

test('a label does not stand where an editor moves it when something is there', () => {
  const there = label('a', 180, 200, { nudge: { x: 60, y: 0 } });
  const obstacles: Box[] = [{ x: 240, y: 200, width: 10, height: 10 }];
  expect(() => placeLabels([there], { frame, obstacles })).toThrow('no room for the label a');
});
