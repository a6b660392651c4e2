import { overTicks, type Spell } from '../scene/over-ticks.ts';
import type { Row } from '../scene/row.ts';
import { FRAMES, type FrameName, type Group, type Scene } from '../scene/scene.ts';
import type { DrawnChart } from './draw.ts';
import { keyOfAll } from './key-of-all.ts';
import type { Key } from './kind.ts';

/** A chart at every tick in one: each group of its pictures and each row of its list with the ticks that show it. */
export interface ChartOverTime {
  frames: Record<FrameName, Scene>;
  rows: (Row & { spell: Spell })[];
  /** What explains the picture at any of its ticks. */
  key: Key;
}

/**
 * Puts a chart’s ticks into one, so that a reader can go from one to the next without anything being fetched or laid
 * out anew.
 *
 * @param ticks the chart as drawn at each tick, oldest first
 * @throws Error when its frames differ in height, or two groups of one picture show the same in the same way
 */
export function overTime(ticks: readonly DrawnChart[]): ChartOverTime {
  const last = ticks.at(-1);
  if (!last) throw new Error('A chart without ticks has no time');
  const frame = (name: FrameName): Scene => {
    const scenes = ticks.map(({ picture }) => picture.frames[name]);
    const scene = last.picture.frames[name];
    if (scenes.some(({ height }) => height !== scene.height))
      throw new Error(`The ${name} frame of "${last.id}" changes its height`);
    const groups = overTicks(
      scenes.map(({ groups }) => named(groups)),
      ({ name }) => name,
    );
    return { ...scene, groups: groups.map(({ item, spell }) => ({ ...item.group, spell })) };
  };
  const rows = overTicks(
    ticks.map(({ rows }) => rows),
    ({ id }) => id,
  );
  const [narrow, wide] = FRAMES.map(frame) as [Scene, Scene];
  return {
    frames: { narrow, wide },
    rows: rows.map(({ item, spell }) => ({ ...item, spell })),
    key: keyOfAll(ticks.map(({ key }) => key)),
  };
}

/** Groups with names that hold over ticks: the entry they show, counted where one entry has several. */
function named(groups: readonly Group[]): { name: string; group: Group }[] {
  const counts = new Map<string, number>();
  return groups.map((group) => {
    const base = group.entry ?? JSON.stringify(group.marks);
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return { name: `${base} ${count}`, group };
  });
}

/** The rows that came at a tick or have more to say since, and those that are contested since. */
export function changesAt({ rows }: ChartOverTime, tick: number): { appeared: Row[]; contested: Row[] } {
  const began = rows.filter(({ spell }) => spell.from === tick);
  const before = new Map(rows.filter(({ spell }) => spell.until === tick).map((row) => [row.id, row]));
  return {
    appeared: began.filter(({ id, sentence }) => before.get(id)?.sentence !== sentence),
    contested: began.filter(
      ({ id, status }) => status === 'contested' && before.has(id) && before.get(id)?.status !== 'contested',
    ),
  };
}
