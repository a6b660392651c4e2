import { expect, test } from 'playwright/test';
import { chartData } from '../../src/authoring/content-model.ts';
import type { ChartData } from '../../src/charts/kind.ts';
import { kindOf } from '../../src/charts/kinds.ts';
import type { VersionsChart } from '../../src/charts/versions/schema.ts';
import { versions } from '../../src/charts/versions/versions.ts';
import type { Dispute } from '../../src/ledger/dispute.ts';
import { parseMoment } from '../../src/ledger/moment.ts';
import { FRAMES, type FrameName, type Scene } from '../../src/scene/scene.ts';
import { content } from './content.ts';
import { crowding } from './crowding.ts';

// What holds for every chart that is made of words, whatever its kind.
const KINDS_OF_WORDS = ['versions', 'timeline', 'matrix', 'questions', 'strip', 'ranks'];
const IDS = Object.keys(content.charts).filter((id) =>
  KINDS_OF_WORDS.includes(content.charts[id]?.kind ?? ''),
);

const draw = (data: ChartData, frame: FrameName): Scene => kindOf(data.chart).scene(data, frame);
const entries = ({ groups }: Scene) =>
  groups.flatMap(({ entry, marks }) => (marks.length > 0 && entry) || []);

for (const id of IDS) {
  const data = chartData(content, id);

  test(`${id}: no text overlaps another or leaves the frame`, () => {
    for (const frame of FRAMES) expect(crowding(draw(data, frame))).toEqual([]);
  });

  test(`${id}: the same with every name in its longest form of four languages`, () => {
    const long = structuredClone(data);
    for (const named of [...Object.values(long.ledger.places), ...Object.values(long.ledger.actors)]) {
      const names = [named.name, ...Object.values(named.names ?? {})].filter((name) => name !== undefined);
      named.name = names.sort((a, b) => b.length - a.length)[0] as string;
      delete named.short;
    }
    for (const frame of FRAMES) expect(crowding(draw(long, frame))).toEqual([]);
  });

  test(`${id}: picture and list show the same entries`, () => {
    const rows = kindOf(data.chart)
      .table(data)
      .map((row) => row.id);
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(rows).size).toBe(rows.length);
    for (const frame of FRAMES)
      expect([...new Set(entries(draw(data, frame)))].sort()).toEqual([...rows].sort());
  });

  test(`${id}: at an early moment later entries are absent, and the others stand where they stood`, () => {
    const early = { ...data, at: parseMoment('2025-05-15 09:00') };
    for (const frame of FRAMES) {
      const [now, then] = [draw(data, frame), draw(early, frame)];
      expect(then.height).toBe(now.height);
      for (const group of then.groups) if (group.entry) expect(now.groups).toContainEqual(group);
      expect([...new Set(entries(then))].sort()).toEqual(
        kindOf(data.chart)
          .table(early)
          .map((row) => row.id)
          .sort(),
      );
    }
  });

  test(`${id}: it has no faults, and its numbers are whole tenths`, () => {
    expect(kindOf(data.chart).faults(data)).toEqual([]);
    for (const frame of FRAMES) expect(JSON.stringify(draw(data, frame))).not.toMatch(/\d\.\d\d/);
  });
}

test('every dispute can be drawn as two versions, at any length', () => {
  for (const [dispute, { versions }] of Object.entries(content.ledger.disputes)) {
    const base = chartData(content, 'ten-oclock');
    const chart = { ...base.chart, dispute, middle: undefined };
    const data = { ...base, chart } as ChartData;
    for (const frame of FRAMES) {
      expect(crowding(draw(data, frame)), dispute).toEqual([]);
      const shown = entries(draw(data, frame)).sort();
      expect(shown).toEqual([dispute, ...versions.flatMap(({ claims }) => claims)].sort());
    }
  }
});

test('two versions of unlike length are refused: by more than a statement, or by more than three lines on a phone', () => {
  const data = structuredClone(chartData(content, 'ten-oclock')) as unknown as ChartData<VersionsChart>;
  const { versions: both } = data.ledger.disputes['ten-oclock'] as Dispute;
  const [one, other] = both.map(({ claims }) => claims) as [string[], string[]];
  const faultsWith = (left: string[], right: string[], says?: string) => {
    const changed = structuredClone(data);
    const dispute = changed.ledger.disputes['ten-oclock'] as Dispute;
    [left, right].forEach((claims, i) => Object.assign(dispute.versions[i] as object, { claims }));
    if (says) Object.assign(changed.ledger.claims[left[0] as string] as object, { short: says });
    return versions.faults(changed);
  };
  expect(faultsWith(one, other)).toEqual([]);
  expect(faultsWith(one, other.slice(1))).toEqual([]);
  const [short] = faultsWith([...one, ...other], other.slice(1));
  expect(short).toMatchObject({ code: 'one-sided', in: 'disputes', path: ['ten-oclock', 'versions'] });
  expect(short?.message).toContain('one version has 4 statements, the other 1');
  const [long] = faultsWith(one, other, 'It was said at great length. '.repeat(12));
  expect(long).toMatchObject({ code: 'one-sided', in: 'disputes', path: ['ten-oclock', 'versions'] });
  expect(long?.message).toMatch(/on a phone one version has \d+ lines, the other \d+/);
});
