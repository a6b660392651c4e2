import { entry } from '../../ledger/ledger.ts';
import { FRAME_WIDTH, FRAMES } from '../../scene/scene.ts';
import type { ChartData, Fault } from '../kind.ts';
import { noRoom } from '../room.ts';
import type { Geometry } from '../geometry.ts';
import { areasOf, landOf } from './ground.ts';
import { courseIn } from './ground-names.ts';
import { groundPlace, place, projectionOf, viewOf } from './projection.ts';
import { scene } from './scene.ts';
import type { MapChart } from './schema.ts';

/** What is wrong with a map once ledger and geometry are seen: all of it, nearest to its cause. */
export function faults(data: ChartData<MapChart>): Fault[] {
  const { chart, ledger, geometry } = data;
  const topology = geometry[chart.geo];
  if (!topology)
    return [
      {
        code: 'not-mapped',
        in: 'chart',
        path: ['geo'],
        message: `geo: there is no geometry "${chart.geo}"`,
        allowed: Object.keys(geometry),
      },
    ];
  const broken = brokenGeometry(topology);
  if (broken)
    return [
      {
        code: 'not-mapped',
        in: 'chart',
        path: ['geo'],
        message: `content/geo/${chart.geo}.json ${broken}; make it anew with npm run make:geo`,
      },
    ];
  const found: Fault[] = [];
  if (chart.events.length + chart.people.length === 0)
    found.push({
      code: 'not-mapped',
      in: 'chart',
      path: ['kind'],
      message: 'the map shows neither events nor people',
    });
  const listed: { key: string | undefined; path: (string | number)[]; far: boolean }[] = [
    ...chart.events.map((id, i) => ({
      key: entry(ledger, 'events', id).place,
      path: ['events', i],
      far: false,
    })),
    ...chart.people.map(({ place: key }, i) => ({ key, path: ['people', i, 'place'], far: false })),
    ...chart.points.map((key, i) => ({ key, path: ['points', i], far: false })),
    ...chart.links.flatMap(({ from, to }, i) => [
      { key: from, path: ['links', i, 'from'], far: false },
      { key: to, path: ['links', i, 'to'], far: false },
    ]),
    ...chart.beyond.map((each, i) => ({
      key: 'event' in each ? entry(ledger, 'events', each.event).place : each.place,
      path: 'event' in each ? ['beyond', i, 'event'] : ['beyond', i, 'place'],
      far: true,
    })),
  ];
  for (const { key, path, far } of listed) {
    if (!key || !entry(ledger, 'places', key).at) {
      const id = path[0] === 'events' ? chart.events[path[1] as number] : key;
      found.push({
        code: 'not-mapped',
        in: 'chart',
        path,
        message: `"${id}" has no position, so no map can show it`,
      });
    } else if (!far) found.push(...outside(data, key));
  }
  const outlines = areasOf(topology).geometries.map(({ id }) => String(id));
  chart.districts.forEach((id, i) => {
    if (!outlines.includes(id))
      found.push({
        code: 'not-mapped',
        in: 'chart',
        path: ['districts', i],
        message: `the geometry "${chart.geo}" has no outline of "${id}"`,
        allowed: outlines,
      });
  });
  chart.emphasis.forEach((id, i) => {
    if (!outlines.includes(id))
      found.push({
        code: 'not-mapped',
        in: 'chart',
        path: ['emphasis', i],
        message: `the geometry "${chart.geo}" has no outline of "${id}"`,
        allowed: outlines,
        written: id,
      });
  });
  for (const field of ['waters', 'roads'] as const)
    chart[field].forEach((id, i) => {
      if (!courseIn(entry(ledger, 'places', id)))
        found.push({
          code: 'not-mapped',
          in: 'chart',
          path: [field, i],
          message: `"${id}" needs both "at" and "towards", between which its name runs, or "along"`,
        });
    });
  if (found.length > 0) return found;
  const [fault] = noRoom((frame) => scene(data, frame));
  if (fault || data.state !== undefined) return fault ? [fault] : [];
  // over time it marks what its states mark as well
  return noRoom((frame) => scene({ ...data, at: chart.asOf, whole: ledger }, frame)).map((each) => ({
    ...each,
    path: ['states'],
    message: `with what its states mark, ${each.message}`,
  }));
}

/** Why a geometry cannot be drawn, if it cannot. */
function brokenGeometry(topology: Geometry): string | undefined {
  const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
  const bad = topology.arcs?.findIndex((arc) => !arc.every((point) => point.every(isNumber)));
  if (bad === undefined) return 'has no arcs';
  if (bad >= 0) return `has a point in arc ${bad} that is not made of numbers`;
  try {
    landOf(topology);
    return undefined;
  } catch (error) {
    const reason = (error as Error).message;
    return /layers|winds/.test(reason)
      ? `cannot be drawn: ${reason}`
      : 'refers to arcs that it does not have';
  }
}

/** A mark that does not stand in both frames. */
function outside(data: ChartData<MapChart>, key: string): Fault[] {
  const { id: chartId, ledger, state } = data;
  const { height } = viewOf(data);
  const at = entry(ledger, 'places', key).at as [number, number];
  const margin = { x: 28, y: 16 };
  const out = FRAMES.some((frame) => {
    const { x, y } = place(data, frame, at);
    return !(
      x >= margin.x &&
      x <= FRAME_WIDTH[frame] - margin.x &&
      y >= margin.y &&
      y <= height[frame] - margin.y
    );
  });
  if (!out) return [];
  const half = {
    x: FRAME_WIDTH.narrow / 2 - margin.x,
    y: Math.min(...Object.values(height)) / 2 - margin.y,
  };
  const { x, y, scale = 1 } = groundPlace(data, 'narrow');
  const [middleX, middleY] = [(FRAME_WIDTH.narrow / 2 - x) / scale, (height.narrow / 2 - y) / scale];
  const corner = (dx: number, dy: number) =>
    projectionOf(data).invert?.([middleX + dx / scale, middleY + dy / scale]) ?? [0, 0];
  const [west, south] = corner(-half.x, half.y);
  const [east, north] = corner(half.x, -half.y);
  const range = `latitude ${south.toFixed(3)} to ${north.toFixed(3)}, longitude ${west.toFixed(3)} to ${east.toFixed(3)}`;
  return [
    {
      code: 'outside-map',
      in: 'places',
      path: [key, 'at'],
      message: `${key}: ${at.join(', ')} is outside the map "${chartId}"${state ? `, state "${state}",` : ','} which shows ${range}`,
    },
  ];
}
