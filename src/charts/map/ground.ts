import { geoArea, geoCircle, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon } from 'topojson-specification';
import { entry } from '../../ledger/ledger.ts';
import type { PaintRole } from '../../scene/roles.ts';
import type { Group, Point, ShapeMark } from '../../scene/scene.ts';
import type { Geometry } from '../geometry.ts';
import type { ChartData } from '../kind.ts';
import { hatching } from './hatching.ts';
import { PathWriter } from './path-writer.ts';
import { EARTH, groundExtent, lonLat, projectionOf } from './projection.ts';
import type { MapChart } from './schema.ts';

interface Areas {
  type: 'GeometryCollection';
  geometries: (Polygon | MultiPolygon)[];
}
type Draw = (object: GeoPermissibleObjects | null | undefined) => string;

/** Distance of the lines that hatch what is occupied, px. */
const HATCH = 5;

/** The layers a geometry file can have that hold land: districts of a city, countries, or the area of a city. */
const LAND_LAYERS = ['districts', 'countries', 'areas'] as const;

/** The layer of a geometry that holds its land. Throws when there is none. */
export function areasOf(geometry: Geometry): Areas {
  for (const name of LAND_LAYERS) {
    const layer = geometry.objects[name];
    if (layer?.type === 'GeometryCollection') return layer as unknown as Areas;
  }
  throw new Error(`The geometry has none of the layers ${LAND_LAYERS.join(', ')}`);
}

/** One area as GeoJSON, or `undefined` when the geometry has none of that id. */
export function areaOf(geometry: Geometry, id: string): GeoJSON.Feature | undefined {
  const found = areasOf(geometry).geometries.find((candidate) => String(candidate.id) === id);
  return found && (feature(geometry, found) as GeoJSON.Feature);
}

const lands = new WeakMap<Geometry, GeoJSON.MultiPolygon>();

/** All land as one area. Throws when an area is wound the wrong way, since it would fill the globe. */
export function landOf(geometry: Geometry): GeoJSON.MultiPolygon {
  const land = lands.get(geometry) ?? mergedLand(geometry);
  lands.set(geometry, land);
  return land;
}

function mergedLand(geometry: Geometry): GeoJSON.MultiPolygon {
  const areas = areasOf(geometry).geometries;
  const wrong = areas.find((area) => geoArea(feature(geometry, area)) > 2 * Math.PI);
  if (wrong) throw new Error(`The geometry winds the outer ring of "${wrong.id}" counter-clockwise`);
  return merge(geometry, areas);
}

/** What lies under the marks, from the bottom up; what it is depends on the layers of the geometry. */
export function ground(data: ChartData<MapChart>): Group[] {
  const { geometry } = data;
  // one ground for the map and all its states
  const chart = data.base ?? data.chart;
  const topology = geometry[chart.geo] as Geometry;
  const { left, top, right, bottom } = groundExtent(data);
  const projection = projectionOf(data).clipExtent([
    [left, top],
    [right, bottom],
  ]);
  const draw: Draw = (object) => {
    if (!object) return '';
    const writer = new PathWriter();
    geoPath(projection, writer)(object);
    return writer.toString();
  };
  const everything = `M${left} ${top}H${right}V${bottom}H${left}z`;
  const marks = topology.objects.areas
    ? [shape('land', everything), ...cityPlan(topology, draw)]
    : chart.around === 'sea'
      ? [shape('sea', everything), ...shores(topology, chart, draw, projection)]
      : [shape('land', everything), ...districts(topology, chart, draw)];
  return [{ marks: [...marks, ...rings(data, draw)].filter(({ d }) => d !== '') }];
}

const shape = (role: PaintRole, d: string): ShapeMark => ({ mark: 'shape', role, d });

const emphasised = (topology: Geometry, { emphasis }: MapChart) =>
  merge(
    topology,
    areasOf(topology).geometries.filter(({ id }) => emphasis.includes(String(id))),
  );

/** Sea, shore, land, and the lines between districts or countries. */
function shores(topology: Geometry, chart: MapChart, draw: Draw, projection: GeoProjection): ShapeMark[] {
  const land = draw(landOf(topology));
  const areas = areasOf(topology);
  const halo = [shape('shore-outer', land), shape('shore-inner', land), shape('land', land)];
  if (!topology.objects.countries)
    return [...halo, shape('district', draw(mesh(topology, areas, (a, b) => a !== b))), shape('coast', land)];
  const apart = areas.geometries.filter(
    ({ properties }) => (properties as { part?: string } | null)?.part === 'crimea',
  );
  return [
    shape('shore-narrow', land),
    shape('land', land),
    shape('land-2', draw(emphasised(topology, chart))),
    shape('occupied', hatching(ringsOf(merge(topology, apart), projection), HATCH)),
    shape('border', draw(mesh(topology, areas, (a, b) => a !== b && a.id !== b.id))),
    // two parts of one country: the line is where its government's control ends
    shape('border-within', draw(mesh(topology, areas, (a, b) => a !== b && a.id === b.id))),
    shape('coast', land),
  ];
}

function ringsOf({ coordinates }: GeoJSON.MultiPolygon, projection: GeoProjection): Point[][] {
  return coordinates.flat().map((ring) =>
    ring.flatMap((at) => {
      const point = projection(at as [number, number]);
      return point ? [{ x: point[0], y: point[1] }] : [];
    }),
  );
}

function districts(topology: Geometry, chart: MapChart, draw: Draw): ShapeMark[] {
  return [
    shape('land-2', draw(emphasised(topology, chart))),
    shape('district', draw(mesh(topology, areasOf(topology), (a, b) => a !== b))),
  ];
}

/** A city without surveyed streets: its outline, river, ring road and metro. */
function cityPlan(topology: Geometry, draw: Draw): ShapeMark[] {
  const lines = topology.objects.lines as GeometryCollection;
  const ofKind = (kind: string) =>
    draw({
      type: 'FeatureCollection',
      features: lines.geometries
        .filter(({ properties }) => (properties as { kind?: string } | undefined)?.kind === kind)
        .map((line) => feature(topology, line) as GeoJSON.Feature),
    });
  return [
    shape('land-2', draw(landOf(topology))),
    shape('metro', ofKind('metro')),
    shape('metro-ring', ofKind('metro-ring')),
    shape('river', ofKind('river')),
    shape('road', ofKind('road')),
  ];
}

function rings({ chart, ledger }: ChartData<MapChart>, draw: Draw): ShapeMark[] {
  if (!chart.rings) return [];
  const { at } = entry(ledger, 'places', chart.rings.around);
  const centre = lonLat(at as [number, number]);
  const circle = (km: number) =>
    geoCircle()
      .center(centre)
      .radius((km / EARTH) * (180 / Math.PI))
      .precision(3)();
  return [shape('ring', draw({ type: 'GeometryCollection', geometries: chart.rings.km.map(circle) }))];
}
