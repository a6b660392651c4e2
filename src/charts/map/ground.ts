import { geoArea, geoPath, type GeoPermissibleObjects } from 'd3';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon } from 'topojson-specification';
import type { PaintRole } from '../../scene/roles.ts';
import type { Group, ShapeMark } from '../../scene/scene.ts';
import type { Geometry } from '../geometry.ts';
import type { ChartData } from '../kind.ts';
import { PathWriter } from './path-writer.ts';
import { groundExtent, projectionOf } from './projection.ts';
import type { MapChart } from './schema.ts';

type Districts = GeometryCollection & { geometries: (Polygon | MultiPolygon)[] };

/** The layer that all our geometry files have. Throws when it is missing. */
export function districtsOf(geometry: Geometry): Districts {
  const layer = geometry.objects.districts;
  if (layer?.type !== 'GeometryCollection') throw new Error('The geometry has no layer "districts"');
  return layer as Districts;
}

/** One district as GeoJSON, or `undefined` when the geometry has none of that id. */
export function district(geometry: Geometry, id: string): GeoJSON.Feature | undefined {
  const found = districtsOf(geometry).geometries.find((candidate) => candidate.id === id);
  return found && (feature(geometry, found) as GeoJSON.Feature);
}

/** All land as one area. Throws when a ring is wound the wrong way, since it would fill the globe. */
export function landOf(geometry: Geometry): GeoJSON.MultiPolygon {
  const land = merge(geometry, districtsOf(geometry).geometries);
  if (geoArea(land) > 0.1) throw new Error('The geometry winds its outer rings counter-clockwise');
  return land;
}

/** Sea, shore, land and district lines, from the bottom up. */
export function ground({ chart, geometry }: ChartData<MapChart>): Group[] {
  const topology = geometry[chart.geo] as Geometry;
  const projection = projectionOf(chart);
  const draw = (object: GeoPermissibleObjects) => {
    const writer = new PathWriter();
    geoPath(projection, writer)(object);
    return writer.toString();
  };
  const { x, y } = groundExtent(chart.view.height);
  const land = draw(landOf(topology));
  const lines = draw(mesh(topology, districtsOf(topology), (a, b) => a !== b));
  const shape = (role: PaintRole, d: string): ShapeMark => ({ mark: 'shape', role, d });
  const sea = `M${-x} ${-y}h${2 * x}v${2 * y}h${-2 * x}z`;
  return [
    {
      marks: [
        shape('sea', sea),
        shape('shore-outer', land),
        shape('shore-inner', land),
        shape('land', land),
        shape('district', lines),
        shape('coast', land),
      ],
    },
  ];
}
