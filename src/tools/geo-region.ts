// Countries from the Atlantic to the Caspian, from Natural Earth by way of world-atlas.
import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Workshop } from './workshop.ts';

/** West, south, east, north in degrees: wider than any view. */
const WINDOW = [-32, 5, 115, 78];
const RUSSIA = '643';
const UKRAINE = '804';
const CYPRUS = '196';
/** The peninsula with its islets: Natural Earth holds it within Russia. */
const CRIMEA = { west: 32.3, east: 36.65, south: 44.2, north: 46.25 };

/** TopoJSON, layer `countries`: ids are ISO 3166 numbers, `part` names a part that is drawn apart. */
export async function makeRegion(workshop: Workshop): Promise<string> {
  const file = workshop.path('world-atlas/countries-50m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const countries = feature(atlas, atlas.objects.countries).features.flatMap(recognised);
  const mapshaper = workshop.require('mapshaper');
  const commands = [
    '-i region.geojson',
    `-clip bbox=${WINDOW.join(',')}`,
    '-simplify visvalingam weighted interval=12000 keep-shapes',
    '-filter-islands min-area=1500km2',
    '-clean',
    '-rename-layers countries',
    '-o region.json format=topojson quantization=10000 fix-geometry',
  ].join(' ');
  const input = { type: 'FeatureCollection', features: countries };
  const output = await mapshaper.applyCommands(commands, { 'region.geojson': JSON.stringify(input) });
  return `${output['region.json']}\n`;
}

/** A country as the United Nations recognises it: Crimea is Ukraine's (A/RES/68/262), the north of Cyprus is Cyprus's. */
function recognised(country: GeoJSON.Feature<GeoJSON.Geometry, { name: string }>): GeoJSON.Feature[] {
  const id = country.id === undefined ? undefined : String(country.id);
  const { geometry, properties } = country;
  const of = (shape: GeoJSON.Geometry, as: string | undefined, part?: string): GeoJSON.Feature => ({
    type: 'Feature',
    ...(as === undefined ? {} : { id: as }),
    properties: part ? { part } : {},
    geometry: shape,
  });
  if (id === RUSSIA && geometry.type === 'MultiPolygon') {
    const [crimea, rest] = [
      geometry.coordinates.filter(isCrimea),
      geometry.coordinates.filter((polygon) => !isCrimea(polygon)),
    ];
    if (crimea.length === 0)
      throw new Error('world-atlas: Crimea was not found within Russia; has the atlas changed?');
    return [
      of({ type: 'MultiPolygon', coordinates: rest }, RUSSIA),
      of({ type: 'MultiPolygon', coordinates: crimea }, UKRAINE, 'crimea'),
    ];
  }
  if (/Cyprus|Dhekelia|Akrotiri/.test(properties.name))
    return [of(geometry, CYPRUS, id === CYPRUS ? undefined : 'cyprus')];
  return [of(geometry, id)];
}

const isCrimea = (polygon: GeoJSON.Position[][]): boolean =>
  (polygon[0] as GeoJSON.Position[]).every(
    ([lon = 0, lat = 0]) =>
      lon > CRIMEA.west && lon < CRIMEA.east && lat > CRIMEA.south && lat < CRIMEA.north,
  );
