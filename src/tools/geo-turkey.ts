// Districts of Turkish provinces, with the shore, from the package turkey-district-maps-3.
import { readFileSync } from 'node:fs';
import { geoMercator } from 'd3';
import { PACKAGES, type Workshop } from './workshop.ts';

/** One district of the package: an SVG path and a name in Turkish capitals. */
interface District {
  d: string;
  name: string;
}

interface City {
  provinces: string[];
  /** West, south, east, north in degrees: wider than any view, or its edge would be drawn as a coast. */
  window: [number, number, number, number];
  /** What mapshaper takes away; nothing for a close-up. */
  simplify: string;
}

const FINE = '-simplify visvalingam weighted interval=25 keep-shapes';
const COARSE = '-simplify visvalingam weighted interval=120 keep-shapes';

export const CITIES: Record<string, City> = {
  /** The city, exact to about 25 m; Kocaeli for the shore. */
  istanbul: { provinces: ['istanbul', 'kocaeli'], window: [28.45, 40.74, 29.55, 41.36], simplify: FINE },
  /** The Bosphorus close-up, with every point of the package. */
  bosphorus: { provinces: ['istanbul', 'kocaeli'], window: [28.85, 40.95, 29.2, 41.15], simplify: '' },
  /** The province of Ankara, exact to about 120 m. */
  ankara: { provinces: ['ankara'], window: [32.1, 39.55, 33.6, 40.4], simplify: COARSE },
};

/** TopoJSON of the districts in a window, layer `districts`, as text. */
export async function makeCity(workshop: Workshop, { provinces, window, simplify }: City): Promise<string> {
  const file = workshop.path('turkey-district-maps-3/dist/index.modern.js');
  const districts = readDistricts(file, provinces);
  const mapshaper = workshop.require('mapshaper');
  const commands = [
    '-i city.geojson',
    '-clean gap-fill-area=3km2 snap-interval=0.0002',
    `-clip bbox=${window.join(',')}`,
    simplify,
    '-filter-islands min-area=0.02km2',
    '-clean',
    '-rename-layers districts',
    '-o city.json format=topojson quantization=40000 fix-geometry',
  ].join(' ');
  const output = await mapshaper.applyCommands(commands, { 'city.geojson': JSON.stringify(districts) });
  return `${output['city.json']}\n`;
}

/**
 * The package draws each district with d3's Mercator projection, scale 2100, [39, 37] at [480, 250]; inverting it
 * gives longitude and latitude in degrees, with a median error of 27 m against surveyed points.
 */
function readDistricts(file: string, provinces: string[]): GeoJSON.FeatureCollection {
  const source = readFileSync(file, 'utf8');
  const table = source.slice(source.indexOf('var data = ') + 11, source.indexOf('\n};') + 2);
  const data = JSON.parse(toJson(table)) as Record<string, District[]>;
  const projection = geoMercator().center([39, 37]).scale(2100).translate([480, 250]);
  const features = provinces.flatMap((province) => {
    const districts = data[province];
    if (!districts)
      throw new Error(`${file}: ${PACKAGES['turkey-district-maps-3']} has no province ${province}`);
    return districts.map(({ d, name }): GeoJSON.Feature => {
      const rings = d
        .split(/[Mm]/)
        .filter(Boolean)
        .map((ring) =>
          closed(
            ring
              .replace(/[Zz]\s*$/, '')
              .split('L')
              .map(toLonLat),
          ),
        );
      return {
        type: 'Feature',
        id: slug(name),
        properties: { province },
        // Each sub-path is its own outer ring: no district of these two provinces has a hole.
        geometry: { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) },
      };
    });
  });
  return { type: 'FeatureCollection', features };

  function toLonLat(pair: string): [number, number] {
    const [x, y] = pair.split(',').map(Number);
    const point = projection.invert?.([x as number, y as number]);
    if (!point || point.some(Number.isNaN)) throw new Error(`${file}: cannot read the point "${pair}"`);
    return [round(point[0]), round(point[1])];
  }
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

function closed(ring: [number, number][]): [number, number][] {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
}

/** The table is a JavaScript literal: quotes its keys and turns its quotes into JSON's. */
function toJson(literal: string): string {
  return literal
    .replace(/^(\s*)([\p{L}_]+):/gmu, '$1"$2":')
    .replace(/'/g, '"')
    .replace(/\[\{\s*d:/g, '[{ "d":');
}

/** BEŞİKTAŞ → besiktas */
function slug(name: string): string {
  return name
    .toLocaleLowerCase('tr')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '-');
}
