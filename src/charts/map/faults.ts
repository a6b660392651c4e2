import { entry } from '../../ledger/ledger.ts';
import { FRAME_WIDTH, FRAMES } from '../../scene/scene.ts';
import type { ChartData, Fault } from '../kind.ts';
import { districtsOf } from './ground.ts';
import { place, projectionOf } from './projection.ts';
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
  const found: Fault[] = [];
  const placed = [...chart.events, ...chart.beyond.map(({ event }) => event)];
  placed.forEach((id, i) => {
    const key = entry(ledger, 'events', id).place;
    const path = i < chart.events.length ? ['events', i] : ['beyond', i - chart.events.length, 'event'];
    if (!key || !entry(ledger, 'places', key).at)
      found.push({
        code: 'not-mapped',
        in: 'chart',
        path,
        message: `"${id}" has no position, so no map can show it`,
      });
    else if (i < chart.events.length) found.push(...outside(data, key));
  });
  const outlines = districtsOf(topology).geometries.map(({ id }) => String(id));
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
  chart.waters.forEach((id, i) => {
    const { at, towards } = entry(ledger, 'places', id);
    if (!at || !towards)
      found.push({
        code: 'not-mapped',
        in: 'chart',
        path: ['waters', i],
        message: `"${id}" needs both "at" and "towards", between which its name runs`,
      });
  });
  return found.length > 0 ? found : crowding(data);
}

/** A mark that does not stand in both frames. */
function outside({ id: chartId, chart, ledger }: ChartData<MapChart>, key: string): Fault[] {
  const at = entry(ledger, 'places', key).at as [number, number];
  const margin = { x: 28, y: 16 };
  const out = FRAMES.some((frame) => {
    const { x, y } = place(chart, frame, at);
    const [width, height] = [FRAME_WIDTH[frame], chart.view.height[frame]];
    return !(x >= margin.x && x <= width - margin.x && y >= margin.y && y <= height - margin.y);
  });
  if (!out) return [];
  const half = {
    x: FRAME_WIDTH.narrow / 2 - margin.x,
    y: Math.min(...Object.values(chart.view.height)) / 2 - margin.y,
  };
  const corner = (x: number, y: number) => projectionOf(chart).clipExtent(null).invert?.([x, y]) ?? [0, 0];
  const [west, south] = corner(-half.x, half.y);
  const [east, north] = corner(half.x, -half.y);
  const range = `latitude ${south.toFixed(3)} to ${north.toFixed(3)}, longitude ${west.toFixed(3)} to ${east.toFixed(3)}`;
  return [
    {
      code: 'outside-map',
      in: 'places',
      path: [key, 'at'],
      message: `${key}: ${at.join(', ')} is outside the map "${chartId}", which shows ${range}`,
    },
  ];
}

/** Labels that find no room. */
function crowding(data: ChartData<MapChart>): Fault[] {
  for (const frame of FRAMES)
    try {
      scene(data, frame);
    } catch (error) {
      return [
        {
          code: 'no-room',
          in: 'chart',
          path: ['events'],
          message: `${frame} frame: ${(error as Error).message}`,
        },
      ];
    }
  return [];
}
