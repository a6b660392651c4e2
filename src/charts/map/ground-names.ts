import { geoCentroid } from 'd3';
import { entry } from '../../ledger/ledger.ts';
import type { Place } from '../../ledger/place.ts';
import type { Box } from '../../scene/box.ts';
import { courseOf, glyphsAlong } from '../../scene/course.ts';
import type { LabelRequest } from '../../scene/place-labels.ts';
import { TYPES, type Type, type TypeRole } from '../../scene/roles.ts';
import { insideRings } from '../../scene/row-crossings.ts';
import { round, type FrameName, type Point } from '../../scene/scene.ts';
import type { Geometry } from '../geometry.ts';
import type { ChartData } from '../kind.ts';
import { areaOf, landOf } from './ground.ts';
import { areaLabel } from './item-labels.ts';
import { labelMarks, sizeOf, type Line, type Wanted } from './labels.ts';
import { groundPlace, intoFrame, place, projectionOf } from './projection.ts';
import type { MapChart } from './schema.ts';

type Data = ChartData<MapChart>;
type Position = [number, number];

/** What names of the ground are worth beside names of marks, which may never be left out. */
const WORTH = { water: 260, country: 200, district: 130 };
/** How far the names of seas and countries may move, px. */
const SEA = 64;
const COUNTRY = 56;
/** A line that leaves the level by no more than this is level, degrees: seas lie level. */
const LEVEL = 8;

/** The name of a country, about the position of its place. */
export function countryLabel(data: Data, frame: FrameName, id: string): Wanted {
  const { name, at } = entry(data.ledger, 'places', id);
  return areaLabel(
    `country-${id}`,
    place(data, frame, at as Position),
    [{ role: 'country', text: name.toUpperCase() }],
    { worth: WORTH.country, reach: COUNTRY },
  );
}

/** The name of a district, to stand about the middle of its outline. */
export function districtLabel(data: Data, frame: FrameName, id: string, rank: number): Wanted[] {
  const { chart, ledger, geometry } = data;
  const outline = areaOf(geometry[chart.geo] as Geometry, id);
  if (!outline) return [];
  const [lon, lat] = geoCentroid(outline);
  return [
    areaLabel(
      `district-${id}`,
      place(data, frame, [lat, lon]),
      [{ role: 'district', text: entry(ledger, 'places', id).name }],
      { worth: WORTH.district - rank },
    ),
  ];
}

/** The course that a name runs along, in degrees. */
export const courseIn = ({ along, at, towards }: Place): Position[] | undefined =>
  along ?? (at && towards ? [at, towards] : undefined);

/** The name of a water: along its course, or level in the middle of a sea. */
export function waterLabel(data: Data, frame: FrameName, id: string): Wanted {
  const water = entry(data.ledger, 'places', id);
  const points = (courseIn(water) as Position[]).map(intoFrame(data, frame));
  const [first, last] = [points[0] as Point, points.at(-1) as Point];
  const slope = Math.abs(Math.atan2(last.y - first.y, Math.abs(last.x - first.x)) * (180 / Math.PI));
  if (points.length === 2 && slope < LEVEL) {
    const middle = { x: round((first.x + last.x) / 2), y: round((first.y + last.y) / 2) };
    return areaLabel(`water-${id}`, middle, [{ role: 'water', text: water.name }], {
      worth: WORTH.water,
      reach: SEA,
      on: 'water',
    });
  }
  return alongLabel(`water-${id}`, points, { role: 'strait', text: water.name });
}

/** The name of a road, along it. */
export function roadLabel(data: Data, frame: FrameName, id: string): Wanted {
  const road = entry(data.ledger, 'places', id);
  const points = (courseIn(road) as Position[]).map(intoFrame(data, frame));
  return alongLabel(`road-${id}`, points, { role: 'road-name', text: road.name });
}

function alongLabel(id: string, given: Point[], line: Line): Wanted {
  const points = given.length === 2 ? longer(given as [Point, Point]) : given;
  const course = courseOf(points);
  const type: Type = TYPES[line.role as TypeRole];
  const glyphs = (middle: number) => glyphsAlong(line.text, type, course, middle);
  const { x, y } = points[Math.floor(points.length / 2)] as Point;
  const anchor = { x: round(x), y: round(y) };
  return {
    lines: [line],
    request: {
      id,
      anchor,
      clearance: 0,
      ...sizeOf([line]),
      firstLine: 0,
      worth: WORTH.water,
      course: { line: course, glyphs, size: type.size },
    },
    group: (label) => (label?.glyphs ? [{ marks: labelMarks(label, [line]) }] : []),
  };
}

/** A direction is no course: the name may be longer than the way from one point to the other. */
function longer([a, b]: [Point, Point]): Point[] {
  const [dx, dy] = [(b.x - a.x) / 2, (b.y - a.y) / 2];
  return [
    { x: a.x - dx, y: a.y - dy },
    { x: b.x + dx, y: b.y + dy },
  ];
}

/**
 * Labels read best wholly on land or wholly on water: each sample that differs from the most costs. The name of a sea
 * is no name on land.
 */
export function shoreCost(data: Data, frame: FrameName): (box: Box, request: LabelRequest) => number {
  const { chart, geometry } = data;
  const topology = geometry[chart.geo] as Geometry;
  if (topology.objects.areas) return () => 0;
  const free = projectionOf(data);
  const { x: left, y: top, scale = 1 } = groundPlace(data, frame);
  const rings = landOf(topology)
    .coordinates.flat()
    .map((ring) =>
      ring.flatMap((point): [number, number][] => {
        const at = free(point as [number, number]);
        return at ? [[at[0] * scale + left, at[1] * scale + top]] : [];
      }),
    )
    // what lies far beyond the frame costs time and decides nothing
    .filter((ring) => ring.some(([x, y]) => Math.abs(x) < 2000 && Math.abs(y) < 2000));
  const isLand = insideRings(rings);
  return ({ x, y, width, height }, { on }) => {
    const samples = [-0.5, -0.25, 0, 0.25, 0.5].flatMap((u) =>
      [-0.5, 0, 0.5].map((v) => isLand(x + u * width, y + v * height)),
    );
    const onLand = samples.filter(Boolean).length;
    if (on) return (on === 'water' ? onLand : samples.length - onLand) * 12;
    return Math.min(onLand, samples.length - onLand) * 8;
  };
}
