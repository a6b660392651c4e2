// Moscow: metro lines from the package metrostations; ring road and river drawn by the project, schematic.
import type { Workshop } from './workshop.ts';

/** Control points of the ring road and of the river, longitude and latitude, from general knowledge. */
const RING_ROAD: [number, number][] = [
  [37.575, 55.911],
  [37.62, 55.902],
  [37.648, 55.897],
  [37.699, 55.894],
  [37.724, 55.8835],
  [37.765, 55.862],
  [37.8, 55.844],
  [37.83, 55.829],
  [37.839, 55.812],
  [37.8415, 55.785],
  [37.843, 55.765],
  [37.842, 55.747],
  [37.839, 55.722],
  [37.8325, 55.703],
  [37.8315, 55.685],
  [37.839, 55.659],
  [37.825, 55.6435],
  [37.794, 55.624],
  [37.759, 55.605],
  [37.723, 55.589],
  [37.683, 55.574],
  [37.648, 55.573],
  [37.601, 55.576],
  [37.555, 55.585],
  [37.516, 55.595],
  [37.485, 55.617],
  [37.457, 55.641],
  [37.434, 55.66],
  [37.415, 55.687],
  [37.389, 55.71],
  [37.375, 55.735],
  [37.369, 55.757],
  [37.37, 55.78],
  [37.387, 55.806],
  [37.395, 55.8325],
  [37.393, 55.85],
  [37.4055, 55.867],
  [37.4435, 55.881],
  [37.4885, 55.889],
  [37.5275, 55.905],
];
const RIVER: [number, number][] = [
  [37.33, 55.795],
  [37.352, 55.812],
  [37.375, 55.824],
  [37.3945, 55.827],
  [37.418, 55.8245],
  [37.434, 55.82],
  [37.443, 55.81],
  [37.449, 55.8],
  [37.45, 55.792],
  [37.429, 55.79],
  [37.4085, 55.785],
  [37.406, 55.7775],
  [37.419, 55.7715],
  [37.437, 55.77],
  [37.4535, 55.776],
  [37.462, 55.774],
  [37.46, 55.767],
  [37.4585, 55.759],
  [37.452, 55.75],
  [37.4575, 55.7425],
  [37.47, 55.741],
  [37.481, 55.745],
  [37.487, 55.7525],
  [37.496, 55.76],
  [37.508, 55.763],
  [37.519, 55.76],
  [37.5235, 55.7545],
  [37.527, 55.749],
  [37.534, 55.746],
  [37.5425, 55.7475],
  [37.5505, 55.7505],
  [37.5585, 55.7545],
  [37.566, 55.7563],
  [37.5715, 55.755],
  [37.5738, 55.752],
  [37.576, 55.7485],
  [37.5752, 55.7455],
  [37.5703, 55.7415],
  [37.5625, 55.7355],
  [37.552, 55.729],
  [37.544, 55.7235],
  [37.541, 55.717],
  [37.5445, 55.712],
  [37.553, 55.7092],
  [37.56, 55.7098],
  [37.568, 55.712],
  [37.577, 55.716],
  [37.587, 55.7215],
  [37.595, 55.7275],
  [37.599, 55.7335],
  [37.6045, 55.7378],
  [37.6088, 55.7425],
  [37.6125, 55.7475],
  [37.6185, 55.7492],
  [37.6248, 55.7486],
  [37.632, 55.7483],
  [37.639, 55.7475],
  [37.644, 55.744],
  [37.6495, 55.7395],
  [37.653, 55.7355],
  [37.6565, 55.7305],
  [37.658, 55.724],
  [37.6545, 55.7165],
  [37.647, 55.711],
  [37.6395, 55.707],
  [37.633, 55.7025],
  [37.631, 55.697],
  [37.634, 55.6905],
  [37.643, 55.6855],
  [37.655, 55.685],
  [37.664, 55.6865],
  [37.672, 55.6835],
  [37.677, 55.677],
  [37.6775, 55.67],
  [37.68, 55.664],
  [37.687, 55.6585],
  [37.697, 55.654],
  [37.708, 55.65],
  [37.72, 55.644],
  [37.733, 55.6405],
  [37.75, 55.6415],
  [37.769, 55.644],
  [37.78, 55.64],
  [37.789, 55.632],
  [37.7985, 55.6255],
  [37.812, 55.618],
  [37.835, 55.606],
  [37.86, 55.598],
];

interface Station {
  intl_name: string;
  geo_lat?: string;
  geo_lon?: string;
  line: number;
}

/** Lines that are drawn: whole, and with stations in their order. */
const LINES = [1, 2, 3, 5, 6, 7, 9, 10, 12, 14];
/** Rings, which the package leaves open. */
const RINGS = [5, 14];

/** TopoJSON with the layers `areas` (the city within its ring road) and `lines` (metro, ring, river, road), as text. */
export async function makeMoscow(workshop: Workshop): Promise<string> {
  const { stations } = workshop.require('metrostations/Moscow/Stations/index.json') as {
    stations: Station[];
  };
  const pointsOf = (line: number) =>
    stations
      .filter((station) => station.line === line && Number(station.geo_lat) > 0)
      .map(({ geo_lat, geo_lon }): [number, number] => [Number(geo_lon), Number(geo_lat)]);
  const close = (points: [number, number][]) => [...points, points[0] as [number, number]];
  const road = smooth(RING_ROAD, true);
  const line = (kind: string, coordinates: [number, number][]): GeoJSON.Feature => ({
    type: 'Feature',
    properties: { kind },
    geometry: { type: 'LineString', coordinates },
  });
  const lines = [
    ...LINES.map((number) =>
      RINGS.includes(number) ? line('metro-ring', close(pointsOf(number))) : line('metro', pointsOf(number)),
    ),
    line('river', smooth(RIVER, false)),
    line('road', road),
  ];
  // outer rings run clockwise here, or d3 would fill the globe around them
  const outline = area(road) > 0 ? [...road].reverse() : road;
  const city = {
    type: 'Feature',
    properties: { kind: 'city' },
    geometry: { type: 'Polygon', coordinates: [outline] },
  };
  const mapshaper = workshop.require('mapshaper');
  const output = await mapshaper.applyCommands(
    '-i areas.json lines.json combine-files -o moscow.json format=topojson quantization=20000',
    {
      'areas.json': JSON.stringify({ type: 'FeatureCollection', features: [city] }),
      'lines.json': JSON.stringify({ type: 'FeatureCollection', features: lines }),
    },
  );
  return `${output['moscow.json']}\n`;
}

/** A centripetal-looking curve through points: uniform Catmull-Rom, six steps from each to the next. */
function smooth(points: [number, number][], closed: boolean): [number, number][] {
  const count = points.length;
  const at = (i: number) =>
    points[closed ? (i + count) % count : Math.min(Math.max(i, 0), count - 1)] as [number, number];
  const curve: [number, number][] = [];
  const round = (value: number) => Math.round(value * 1e5) / 1e5;
  for (let i = 0; i < (closed ? count : count - 1); i++)
    for (let step = 0; step < 6; step++) {
      const t = step / 6;
      const along = (axis: 0 | 1) => {
        const [a, b, c, d] = [at(i - 1)[axis], at(i)[axis], at(i + 1)[axis], at(i + 2)[axis]];
        return (
          0.5 *
          (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d) * t ** 3)
        );
      };
      curve.push([round(along(0)), round(along(1))]);
    }
  curve.push(closed ? (curve[0] as [number, number]) : at(count - 1));
  return curve;
}

/** Twice the signed area of a ring: above 0 when it runs counter-clockwise. */
const area = (ring: [number, number][]) =>
  ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length] as [number, number];
    return sum + x * v - u * y;
  }, 0);
