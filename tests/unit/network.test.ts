import { expect, test } from 'playwright/test';
import { chartData, type Content } from '../../src/authoring/content-model.ts';
import { drawChart } from '../../src/charts/draw.ts';
import type { ChartData } from '../../src/charts/kind.ts';
import { sidesBlueprint } from '../../src/charts/network/blueprint.ts';
import { layOut, type Layout } from '../../src/charts/network/layout.ts';
import { measure } from '../../src/charts/network/measure.ts';
import { network } from '../../src/charts/network/network.ts';
import { readNetwork } from '../../src/charts/network/read.ts';
import type { NetworkChart } from '../../src/charts/network/schema.ts';
import { actorsOf } from '../../src/charts/network/table.ts';
import { inLanguage, LANGUAGES } from '../../src/ledger/in-language.ts';
import { VERBS } from '../../src/ledger/tie.ts';
import { parseMoment } from '../../src/ledger/moment.ts';
import { FRAMES } from '../../src/scene/scene.ts';
import { content } from './content.ts';
import { crowd } from './crowd.ts';
import { crowding } from './crowding.ts';

type Data = ChartData<NetworkChart>;
const dataOf = (id: string, from: Content = content) =>
  structuredClone(chartData(from, id)) as unknown as Data;
const NETWORKS = Object.entries(content.charts).flatMap(([id, { kind }]) => (kind === 'network' ? id : []));
const ties = dataOf('ties');

/** Everything of an actor taken out of a chart. */
function without(data: Data, actor: string): Data {
  const ends = (id: string) => [data.ledger.ties[id]?.from, data.ledger.ties[id]?.to];
  const kept = data.chart.ties.filter(({ tie }) => !ends(tie).includes(actor));
  const left = new Set(kept.flatMap(({ tie }) => ends(tie)));
  const ranks = data.chart.ranks
    .map((rank) => ({ ...rank, actors: rank.actors.filter((id) => left.has(id)) }))
    .filter(({ actors }) => actors.length > 0);
  return { ...data, chart: { ...data.chart, ties: kept, ranks } };
}

test('a network has a node for everybody of its ranks, and a line for each of its ties', () => {
  for (const id of NETWORKS) {
    const data = dataOf(id);
    const { nodes, links } = readNetwork(data);
    const people = nodes.flatMap(({ id: actor, panel }) => (panel ? [] : actor));
    expect(people.sort(), id).toEqual(data.chart.ranks.flatMap(({ actors }) => actors).sort());
    expect(links, id).toHaveLength(data.chart.ties.length);
  }
});

test('no label overlaps another, a node or the name of a panel, and no tie runs through any of them', () => {
  for (const id of NETWORKS) {
    const { overlaps, through, labels } = measure(layOut(dataOf(id)));
    console.log(
      `${id}: ${labels} labels, ${overlaps.length} overlaps, ${through.length} ties through something`,
    );
    expect({ overlaps, through }, id).toEqual({ overlaps: [], through: [] });
  }
});

test('every tie has its label, or shares that of its bundle', () => {
  for (const id of NETWORKS) {
    const { links } = readNetwork(dataOf(id));
    const labelled = layOut(dataOf(id)).ties.filter(({ label }) => label);
    expect(labelled).toHaveLength(new Set(links.map(({ bundle }) => bundle)).size);
  }
});

test('ties cross each other no more often than in the best of the compared methods', () => {
  const { crossings, bends, length } = measure(layOut(ties));
  console.log(`ties: ${crossings} crossings, ${bends} bends, ${length} px of ties`);
  expect(crossings).toBeLessThanOrEqual(1);
});

test('labels find room under the longest name that an actor has in any language', () => {
  for (const id of NETWORKS) {
    const data = dataOf(id);
    for (const actor of Object.values(data.ledger.actors)) {
      const names = Object.values(actor.names ?? {}).filter((name) => name !== undefined);
      const longest = [actor.name, ...names].reduce((a, b) => (b.length > a.length ? b : a));
      actor.name = longest;
      if (actor.short) actor.short = longest.split(' ').at(-1) as string;
    }
    for (const change of Object.values(data.chart.actors)) delete change.name;
    const { overlaps, through } = measure(layOut(data));
    expect({ overlaps, through }, id).toEqual({ overlaps: [], through: [] });
    expect(network.scene(data, 'narrow').height, id).toBeGreaterThan(0);
  }
});

for (const language of ['en', ...LANGUAGES] as const)
  test(`no label of a diagram overlaps or is clipped, in both frames, with names in ${language}`, () => {
    const ledger = language === 'en' ? content.ledger : inLanguage(content.ledger, language);
    for (const id of NETWORKS) {
      const data = dataOf(id, { ...content, ledger });
      // names of the chart itself are English
      for (const change of Object.values(data.chart.actors)) if (language !== 'en') delete change.name;
      const { overlaps, through } = measure(layOut(data));
      expect({ overlaps, through }, id).toEqual({ overlaps: [], through: [] });
      for (const frame of FRAMES) expect(crowding(network.scene(data, frame)), `${id} ${frame}`).toEqual([]);
    }
  });

test('the same ties in another order give the same layout', () => {
  const reversed = { ...ties, chart: { ...ties.chart, ties: [...ties.chart.ties].reverse() } };
  const places = ({ nodes, ties: drawn }: Layout) => ({
    nodes: nodes.map(({ id, box }) => ({ id, box })),
    ties: [...drawn].sort((a, b) => (a.id < b.id ? -1 : 1)),
  });
  expect(places(layOut(reversed))).toEqual(places(layOut(ties)));
});

test('taking out any one actor moves no other by more than one cell, and so does adding one', () => {
  // where actors stand is settled before the ties between them are led
  const nodesOf = (data: Data) => sidesBlueprint(readNetwork(data), (party) => party).nodes;
  const before = new Map(nodesOf(ties).map(({ id, cell }) => [id, cell]));
  const led = new Map(layOut(ties).nodes.map(({ id, cell }) => [id, cell]));
  expect(led).toEqual(before);
  let furthest = 0;
  for (const actor of before.keys()) {
    for (const { id, cell } of nodesOf(without(ties, actor))) {
      const was = before.get(id);
      if (!was) continue;
      expect(cell.party).toBe(was.party);
      const moved = Math.max(Math.abs(cell.row - was.row), Math.abs(cell.column - was.column));
      furthest = Math.max(furthest, moved);
      expect(moved, `${id} without ${actor}`).toBeLessThanOrEqual(1);
    }
  }
  console.log(`Taking out each of ${before.size} actors: no other moves by more than ${furthest} cell`);
});

test('nobody stands above a higher rank of the same panel', () => {
  const { nodes } = readNetwork(ties);
  const rank = (id: string) => nodes.find((node) => node.id === id)?.rank ?? 0;
  const placed = layOut(ties).nodes.filter(({ cell }) =>
    ['ukraine', 'russia', 'turkiye'].includes(cell.party),
  );
  for (const a of placed)
    for (const b of placed)
      if (a.cell.party === b.cell.party && a.cell.row < b.cell.row)
        expect(rank(a.id), `${a.id} above ${b.id}`).toBeLessThanOrEqual(rank(b.id));
});

test('every tie and actor is in picture, list and table alike, in both frames', () => {
  for (const id of NETWORKS) {
    const data = dataOf(id);
    const rows = network.table(data).map((row) => row.id);
    const actors = actorsOf(data).map(({ node }) => node.id);
    const told = [...new Set(actorsOf(data).flatMap(({ ties: own }) => own.map(({ link }) => link.id)))];
    expect(told.sort()).toEqual([...rows].sort());
    for (const frame of FRAMES) {
      const marks = network.scene(data, frame).groups.flatMap(({ entry }) => entry ?? []);
      expect(marks.filter((mark) => rows.includes(mark)).sort(), `${id} ${frame}`).toEqual([...rows].sort());
      if (frame === 'wide')
        expect(marks.filter((mark) => !rows.includes(mark)).sort(), id).toEqual([...actors].sort());
    }
  }
});

test('every mark but panels, lanes and their names has an id of the ledger', () => {
  const furniture = ['region', 'region-name', 'lane', 'lane-name', 'node-shape'];
  for (const id of NETWORKS)
    for (const frame of FRAMES)
      for (const { entry, marks } of network.scene(dataOf(id), frame).groups)
        if (!entry) for (const { role } of marks) expect(furniture, `${id} ${frame}`).toContain(role);
});

test('each tie is told in a sentence from both of its ends, with its sources', () => {
  for (const { node, ties: own } of actorsOf(ties))
    for (const { phrase, row, other } of own) {
      expect(phrase.startsWith(node.said), phrase).toBe(true);
      expect(phrase, phrase).toContain(other.said);
      expect(row.sources.length).toBeGreaterThan(0);
    }
  expect(Object.keys(content.words.network.verbs).sort()).toEqual([...VERBS].sort());
});

test('as known at a moment, later ties are absent and nothing else moves', () => {
  const at = parseMoment('2025-05-12');
  const then = network.scene({ ...ties, at }, 'wide');
  const all = network.scene(ties, 'wide');
  const known = (id: string) => (ties.ledger.ties[id]?.known.to ?? '') <= at.to;
  const drawn = then.groups.flatMap(({ entry }) => (entry && ties.ledger.ties[entry] ? entry : []));
  expect(drawn.sort()).toEqual(
    ties.chart.ties
      .map(({ tie }) => tie)
      .filter(known)
      .sort(),
  );
  for (const group of then.groups) if (group.entry) expect(all.groups).toContainEqual(group);
  expect(then.height).toBe(all.height);
});

test('a state dims what it does not emphasise, and nothing moves', () => {
  const drawn = drawChart(chartData(content, 'ties', 'offers')).picture.frames.wide;
  const kept = drawn.groups.flatMap(({ entry, dim }) => (entry && !dim ? entry : []));
  expect(kept.sort()).toEqual([
    'putin',
    'putin-proposes-to-ukraine',
    'ukraine',
    'zelensky',
    'zelensky-demands-of-putin',
  ]);
  const plain = (groups: typeof drawn.groups) => groups.map(({ entry, marks }) => ({ entry, marks }));
  expect(plain(drawn.groups)).toEqual(
    plain(drawChart(chartData(content, 'ties')).picture.frames.wide.groups),
  );
});

test('two hundred actors are laid out as rows, with a warning that they cannot be read as a diagram', () => {
  const data = crowd(ties, 200, 300);
  const [fault, ...others] = network.faults(data);
  expect(fault).toMatchObject({ code: 'too-dense', path: ['ties'] });
  expect(others).toEqual([]);
  for (const frame of FRAMES) {
    const { groups, height } = network.scene(data, frame);
    const drawn = groups.flatMap(({ entry }) => entry ?? []);
    expect(drawn.sort()).toEqual(data.chart.ties.map(({ tie }) => tie).sort());
    // the work grows with the ties, not with their square: a few marks and lines of text for each
    const marks = groups.flatMap((group) => group.marks).length;
    console.log(`200 actors, 300 ties, ${frame}: ${marks} marks, ${height} px`);
    expect(marks).toBeLessThan(300 * 12);
    expect(height).toBeLessThan(300 * 80);
    expect(crowding(network.scene(data, frame))).toEqual([]);
  }
});

test('a diagram that is too crowded for its labels is refused, and each of them is named', () => {
  const faults = network.faults(crowd(ties, 20, 30, { parties: ['ukraine'], ranks: 1 }));
  expect(faults.length).toBeGreaterThan(4);
  for (const { code, message } of faults) {
    expect(code).toBe('no-room');
    expect(message).toMatch(/"tie-\d+" finds no (room|way)/);
  }
});

test('a diagram of two sides needs somebody of a side or the host', () => {
  const data = structuredClone(ties);
  for (const actor of Object.values(data.ledger.actors)) actor.party = 'other';
  const layoutFaults = (layout: 'sides' | 'ranks') =>
    network.faults({ ...data, chart: { ...data.chart, layout } }).filter(({ path }) => path[0] === 'layout');
  expect(layoutFaults('sides')).toMatchObject([{ code: 'rank-unfit', in: 'chart' }]);
  expect(layoutFaults('ranks')).toEqual([]);
});

test('of a drawn network it is told which boxes overlap and which ties run through a box or cross', () => {
  const box = (x: number, y: number) => ({ x, y, width: 40, height: 20 });
  const line = (id: string, ...points: [number, number][]) => ({
    id,
    points: points.map(([x, y]) => ({ x, y })),
  });
  const drawn = {
    panels: [],
    nodes: [
      { id: 'a', box: box(100, 100) },
      { id: 'b', box: box(130, 110) },
      { id: 'c', box: box(300, 100) },
    ],
    ties: [
      line('through', [200, 100], [400, 100]),
      line('across', [220, 50], [220, 150]),
      line('along the edge', [200, 90], [400, 90]),
      line('short of it', [350, 105], [320, 105], [320, 200]),
    ],
  };
  expect(measure(drawn)).toEqual({
    labels: 0,
    overlaps: ['a and b'],
    through: ['through through c'],
    crossings: 2,
    bends: 1,
    length: 200 + 100 + 200 + 125,
  });
});
