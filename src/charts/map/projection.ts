import { geoConicConformal, geoDistance, geoTransverseMercator, type GeoProjection } from 'd3';
import { numberText } from '../../words/words.ts';
import { FRAME_WIDTH, round, type FrameName, type Point } from '../../scene/scene.ts';
import type { MapChart } from './schema.ts';

/** Mean radius of the earth, km (IUGG). */
export const EARTH = 6371.0088;
/** The ground's own edge is no shore: it lies this far above and below the frames, px, where it is never seen. */
const HIDDEN = 20;
/** Standard parallels of the conic projection, degrees: Crete and the latitude of Moscow and beyond. */
const PARALLELS: [number, number] = [38, 57];

/** Longitude and latitude in degrees, in the order of GeoJSON. */
export const lonLat = ([lat, lon]: readonly [number, number]): [number, number] => [lon, lat];

/**
 * The projection of a map; its middle is at 0, 0 and one km is `scale` px. A city is drawn in transverse Mercator with
 * the central meridian through the middle: true to angles, and over a city true to scale. A part of the world is drawn
 * in Lambert's conformal conic, true to scale along its two standard parallels.
 */
export function projectionOf({ view, projection }: MapChart): GeoProjection {
  const [lat, lon] = view.centre;
  const { x, y } = groundExtent(view);
  const base =
    projection === 'conic-conformal'
      ? geoConicConformal().parallels(PARALLELS).rotate([-lon, 0]).center([0, lat])
      : geoTransverseMercator().rotate([-lon, 0]).center([0, lat]);
  return base
    .scale(view.scale * EARTH)
    .translate([0, 0])
    .clipExtent([
      [-x, -y],
      [x, y],
    ]);
}

/** Half the width and height of the ground, px. */
export function groundExtent({ height, margin }: MapChart['view']): Point {
  return { x: FRAME_WIDTH.wide / 2 + margin, y: Math.max(height.narrow, height.wide) / 2 + HIDDEN };
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

/** The same as readers are told it: whole tens above 100 km, since a city is not a point; else whole km. */
export function kilometres(a: readonly [number, number], b: readonly [number, number]): string {
  const km = distance(a, b);
  return numberText(km > 100 ? Math.round(km / 10) * 10 : Math.round(km));
}
