import { geoPath } from 'd3';
import type { Box } from '../../scene/box.ts';
import { FRAME_WIDTH, round, type FrameName } from '../../scene/scene.ts';
import type { Geometry } from '../geometry.ts';
import type { ChartData } from '../kind.ts';
import type { Fixed } from './furniture.ts';
import { landOf } from './ground.ts';
import { EDGE } from './labels.ts';
import { PathWriter } from './path-writer.ts';
import { EARTH, lonLat, projectionIn, viewOf } from './projection.ts';
import type { MapChart } from './schema.ts';

/** Side of the inset, px. */
const SIDE = 84;
/** It stands this far from the top or bottom, px. */
const AWAY = 12;
/** The box in it is never smaller than this, px. */
const LEAST = 6;
/** Of the land only what can be seen at this size: points closer to each other are left out, px. */
const COARSE = 0.9;

/** A small map of the land around, with a box where the map is. */
export function locator(data: ChartData<MapChart>, frame: FrameName): Fixed[] {
  const { locator: wanted } = data.base ?? data.chart;
  if (!wanted) return [];
  const { centre, scale, height } = viewOf(data);
  const [vertical, horizontal] = wanted.corner.split('-') as ['top' | 'bottom', 'start' | 'end'];
  const left = horizontal === 'start' ? EDGE[frame] - 4 : FRAME_WIDTH[frame] - EDGE[frame] + 4 - SIDE;
  const top = vertical === 'top' ? AWAY : height[frame] - AWAY - SIDE;
  const middle = { x: left + SIDE / 2, y: top + SIDE / 2 };
  const small = SIDE / wanted.km;
  const projection = projectionIn('conic-conformal', wanted.centre ?? centre)
    .scale(small * EARTH)
    .translate([middle.x, middle.y]);
  const [atX, atY] = projection(lonLat(centre)) ?? [middle.x, middle.y];
  const writer = new PathWriter(COARSE);
  geoPath(
    projection.clipExtent([
      [left, top],
      [left + SIDE, top + SIDE],
    ]),
    writer,
  )(landOf(data.geometry[wanted.geo] as Geometry));
  const [width, tall] = [FRAME_WIDTH[frame], height[frame]].map((px) =>
    Math.max(round((px / scale) * small), LEAST),
  ) as [number, number];
  const [boxX, boxY] = [round(atX - width / 2), round(atY - tall / 2)];
  const square = `M${left} ${top}h${SIDE}v${SIDE}h${-SIDE}z`;
  const box: Box = { ...middle, width: SIDE + 8, height: SIDE + 8 };
  return [
    {
      group: {
        marks: [
          { mark: 'shape', role: 'sea', d: square },
          { mark: 'shape', role: 'locator-land', d: writer.toString() },
          { mark: 'shape', role: 'locator-frame', d: square },
          { mark: 'shape', role: 'locator-box', d: `M${boxX} ${boxY}h${width}v${tall}h${-width}z` },
        ],
      },
      boxes: [box],
    },
  ];
}
