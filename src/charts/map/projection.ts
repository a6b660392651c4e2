import { geoConicConformal, geoDistance, geoTransverseMercator, type GeoProjection } from 'd3';
import { numberText } from '../../words/words.ts';
import {
  FRAME_WIDTH,
  FRAMES,
  round,
  type FrameName,
  type GroundPlace,
  type Point,
} from '../../scene/scene.ts';
import type { ChartData } from '../kind.ts';
import type { MapChart } from './schema.ts';

type Data = ChartData<MapChart>;

/** Mean radius of the earth, km (IUGG). */
export const EARTH = 6371.0088;
/** The ground's own edge is no shore: it lies this far above and below the frames, px, where it is never seen. */
const HIDDEN = 20;
/** Standard parallels of the conic projection, degrees: Crete and the latitude of Moscow and beyond. */
const PARALLELS: [number, number] = [38, 57];

/** Longitude and latitude in degrees, in the order of GeoJSON. */
export const lonLat = ([lat, lon]: readonly [number, number]): [number, number] => [lon, lat];

/**
 * The projection of a map and of all its states; the middle of the map is at 0, 0 and one km is `scale` px. A city is
 * drawn in transverse Mercator with the central meridian through the middle: true to angles, and over a city true to
 * scale. A part of the world is drawn in Lambert's conformal conic, true to scale along its two standard parallels.
 */
export function projectionOf(data: Data): GeoProjection {
  const { view, projection } = data.base ?? data.chart;
  return projectionIn(projection, view.centre)
    .scale(view.scale * EARTH)
    .translate([0, 0]);
}

/** A projection about a middle. */
export const projectionIn = (
  name: MapChart['projection'],
  [lat, lon]: readonly [number, number],
): GeoProjection =>
  name === 'conic-conformal'
    ? geoConicConformal().parallels(PARALLELS).rotate([-lon, 0]).center([0, lat])
    : geoTransverseMercator().rotate([-lon, 0]).center([0, lat]);

/** What a state sees: the map's view, with the state's own middle and scale. */
export function viewOf({ chart, base }: Data): MapChart['view'] {
  return { ...base?.view, ...chart.view };
}

/** How much larger a state shows the ground than it is drawn. */
const enlargement = (data: Data) => viewOf(data).scale / (data.base ?? data.chart).view.scale;

/** Where the ground stands in a frame. */
export function groundPlace(data: Data, frame: FrameName): GroundPlace {
  const scale = enlargement(data);
  const { centre, height } = viewOf(data);
  const [x, y] = projectionOf(data)(lonLat(centre)) ?? [0, 0];
  return {
    x: round(FRAME_WIDTH[frame] / 2 - x * scale),
    y: round(height[frame] / 2 - y * scale),
    ...(scale === 1 ? {} : { scale: Math.round(scale * 1e4) / 1e4 }),
  };
}

/** An upright rectangle, px. */
export interface Extent {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What of the ground the map and all its states can show, beyond the frames too: in its own px. */
export function groundExtent(data: Data): Extent {
  const base = data.base ?? data.chart;
  const projection = projectionOf(data);
  const { height, margin } = base.view;
  const extents = [undefined, ...Object.values(base.states)].map((state): Extent => {
    const { centre = base.view.centre, scale = base.view.scale } = state?.view ?? {};
    const enlarged = scale / base.view.scale;
    const [x, y] = projection(lonLat(centre)) ?? [0, 0];
    const halfWidth = (FRAME_WIDTH.wide / 2 + margin) / enlarged;
    const halfHeight = (Math.max(...FRAMES.map((frame) => height[frame])) / 2 + HIDDEN) / enlarged;
    return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
  });
  return {
    left: Math.floor(Math.min(...extents.map(({ left }) => left))),
    top: Math.floor(Math.min(...extents.map(({ top }) => top))),
    right: Math.ceil(Math.max(...extents.map(({ right }) => right))),
    bottom: Math.ceil(Math.max(...extents.map(({ bottom }) => bottom))),
  };
}

/** Brings positions into a frame's px: from latitude and longitude, as exact as the numbers are. */
export function intoFrame(data: Data, frame: FrameName): (at: readonly [number, number]) => Point {
  const projection = projectionOf(data);
  const { x, y, scale = 1 } = groundPlace(data, frame);
  return (at) => {
    const [u, v] = projection(lonLat(at)) ?? [Number.NaN, Number.NaN];
    return { x: x + u * scale, y: y + v * scale };
  };
}

/** A position in a frame's px, in whole tenths. */
export function place(data: Data, frame: FrameName, at: readonly [number, number]): Point {
  const { x, y } = intoFrame(data, frame)(at);
  return { x: round(x), y: round(y) };
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
