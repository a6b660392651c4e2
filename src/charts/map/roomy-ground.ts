import type { Group } from '../../scene/scene.ts';
import type { ChartData } from '../kind.ts';
import { ground } from './ground.ts';
import type { MapChart } from './schema.ts';

/** How far it reaches from its middle, px: a screen 1,500 px wide and 1,200 px high. Beyond it the story fades to paper. */
const REACH = { x: 760, y: 640 };

/** The ground of a map for a whole screen: the same, with more of it around the frames. */
export function roomyGround(data: ChartData<MapChart>): Group[] {
  const height = { narrow: REACH.y * 2, wide: REACH.y * 2 };
  const base = data.base ?? data.chart;
  const view = { ...base.view, margin: REACH.x - 360, height };
  return ground({ ...data, base: { ...base, view } });
}
