import { expect, test } from 'playwright/test';
import { chartData } from '../../src/authoring/content-model.ts';
import { drawChart, type DrawnChart } from '../../src/charts/draw.ts';
import { changesAt, overTime } from '../../src/charts/over-time.ts';
import { ticksOf, tickSlug } from '../../src/ledger/ticks.ts';
import { FRAMES, type FrameName, type Group } from '../../src/scene/scene.ts';
import { content } from './content.ts';

const ticks = ticksOf(content.ledger);
let made: DrawnChart[][] | undefined;
/** Every chart at every moment. Drawn for the first test that asks: every process reads this file, to find its tests. */
const drawn = () =>
  (made ??= Object.keys(content.charts).map((id) =>
    ticks.map((at) => drawChart(chartData(content, id, undefined, at))),
  ));

/** The groups of a picture by what stays the same from one tick to the next: their entry, or the words they hold. */
function byName({ picture }: DrawnChart, frame: FrameName): Map<string, Group> {
  const named = new Map<string, Group>();
  for (const group of picture.frames[frame].groups) {
    const name = group.entry ?? group.marks.map((mark) => ('text' in mark ? mark.text : mark.role)).join(' ');
    let count = 0;
    while (named.has(`${name} ${count}`)) count++;
    named.set(`${name} ${count}`, group);
  }
  return named;
}

test('no mark moves from one tick to the next without a change of its own', () => {
  let compared = 0;
  let changed = 0;
  const moved: string[] = [];
  for (const moments of drawn())
    for (const frame of FRAMES)
      for (const [i, now] of moments.entries()) {
        const before = moments[i - 1];
        if (!before) continue;
        const old = byName(before, frame);
        for (const [name, group] of byName(now, frame)) {
          const then = old.get(name);
          if (!then) continue;
          compared++;
          if (JSON.stringify(then.marks) === JSON.stringify(group.marks)) continue;
          const rows = [before, now].map(({ rows }) =>
            JSON.stringify(rows.find(({ id }) => id === group.entry) ?? group.marks),
          );
          changed++;
          const stands = JSON.stringify([then.target, group.target].map((at) => at ?? null));
          if (rows[0] === rows[1] || JSON.stringify(then.target) !== JSON.stringify(group.target))
            moved.push(`${now.id} ${frame} ${tickSlug(ticks[i] as (typeof ticks)[0])}: ${name} ${stands}`);
        }
      }
  console.log(`Marks from tick to tick: ${compared} compared, ${changed} changed, ${moved.length} moved`);
  expect(moved).toEqual([]);
  expect(compared).toBeGreaterThan(1000);
});

test('a chart over time shows at each tick what it shows at that tick alone, and its key explains all', () => {
  for (const moments of drawn()) {
    const over = overTime(moments);
    for (const [tick, { picture, rows, key }] of moments.entries()) {
      const shows = ({ spell }: { spell?: { from: number; until?: number } }) =>
        !spell || (spell.from <= tick && tick < (spell.until ?? Infinity));
      for (const frame of FRAMES)
        expect(
          over.frames[frame].groups
            .filter(shows)
            .map(({ marks }) => JSON.stringify(marks))
            .sort(),
        ).toEqual(picture.frames[frame].groups.map(({ marks }) => JSON.stringify(marks)).sort());
      expect(
        over.rows
          .filter(shows)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(rows.map(({ id }) => id).sort());
      expect(over.key.parties).toEqual(expect.arrayContaining(key.parties));
      expect(over.key.statuses).toEqual(expect.arrayContaining(key.statuses));
    }
  }
});

test('a moment counts a place as new when more has become known of it', () => {
  const moments = drawn().find(([first]) => first?.id === 'istanbul') as DrawnChart[];
  const at = (slug: string) => ticks.findIndex((tick) => tickSlug(tick) === slug);
  const { appeared, contested } = changesAt(overTime(moments), at('2025-05-16T2359'));
  expect(appeared.map(({ id }) => id)).toContain('dolmabahce');
  expect(contested).toEqual([]);
  // and nothing at a moment that brought this map nothing
  expect(changesAt(overTime(moments), at('2026-06-06T2359')).appeared).toEqual([]);
});

test('nothing stands in a chart before the day from which it was known', () => {
  let looked = 0;
  const early: string[] = [];
  for (const moments of drawn())
    for (const [i, { id, rows }] of moments.entries()) {
      const day = (ticks[i] as (typeof ticks)[0]).to.slice(0, 10);
      for (const row of rows) {
        looked += row.times.known.length;
        for (const { from } of row.times.known)
          if (from.slice(0, 10) > day) early.push(`${id} ${day}: ${row.name}, known ${from}`);
      }
    }
  expect(early).toEqual([]);
  expect(looked).toBeGreaterThan(1000);
});
