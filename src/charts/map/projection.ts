import { geoDistance, geoTransverseMercator, type GeoProjection } from 'd3';
import { FRAME_WIDTH, round, type FrameName, type Point } from '../../scene/scene.ts';
import type { MapChart } from './schema.ts';

/** Mean radius of the earth, km (IUGG). */
const EARTH = 6371.0088;
/**
 * The ground reaches this far beyond the frames, px, so that wider columns show more map instead of a larger one, and so
 * that its own edge, which is no shore, is never seen.
 */
const MARGIN = { x: 260, y: 20 };

/** Longitude and latitude in degrees, in the order of GeoJSON. */
export const lonLat = ([lat, lon]: readonly [number, number]): [number, number] => [lon, lat];

/**
 * A transverse Mercator projection whose central meridian runs through the middle of the view: true to angles, and
 * over a city true to scale. The middle is at 0, 0; one km is `scale` px.
 */
export function projectionOf({ view }: MapChart): GeoProjection {
  const [lat, lon] = view.centre;
  const { x, y } = groundExtent(view.height);
  return geoTransverseMercator()
    .rotate([-lon, 0])
    .center([0, lat])
    .scale(view.scale * EARTH)
    .translate([0, 0])
    .clipExtent([
      [-x, -y],
      [x, y],
    ]);
}

/** Half the width and height of the ground, px. */
export function groundExtent(height: MapChart['view']['height']): Point {
  return { x: FRAME_WIDTH.wide / 2 + MARGIN.x, y: Math.max(height.narrow, height.wide) / 2 + MARGIN.y };
}

/** The middle of a frame, where the ground's origin stands. */
export function middleOf({ view }: MapChart, frame: FrameName): Point {
  return { x: FRAME_WIDTH[frame] / 2, y: view.height[frame] / 2 };
}

/** A position in a frame's px. */
export function place(chart: MapChart, frame: FrameName, at: readonly [number, number]): Point {
  const middle = middleOf(chart, frame);
  const projection = projectionOf(chart).clipExtent(null);
  const [x, y] = projection(lonLat(at)) ?? [Number.NaN, Number.NaN];
  return { x: round(x + middle.x), y: round(y + middle.y) };
}

/** Length of the great circle between two positions, km. */
export function distance(a: readonly [number, number], b: readonly [number, number]): number {
  return geoDistance(lonLat(a), lonLat(b)) * EARTH;
}

/** The same as readers are told it: whole tens, since a city is not a point. */
export const tensOfKilometres = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.round(distance(a, b) / 10) * 10;
