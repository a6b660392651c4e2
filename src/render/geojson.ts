import type { Row } from '../scene/row.ts';

/**
 * The rows of a map that have a position, as GeoJSON (RFC 7946): points in longitude and latitude, degrees, WGS 84.
 *
 * @param about what a foreign member of the collection says of the whole
 */
export function geojson(
  rows: readonly Row[],
  about: { title: string; credit: string; licence: string; page: string; credits: string[] },
): string {
  const features = rows.flatMap(
    ({ id, position, note, name, party, status, sentence, happened, known, times, sources }) =>
      position
        ? {
            type: 'Feature',
            id,
            geometry: { type: 'Point', coordinates: [position[1], position[0]] },
            properties: { name, party, status, sentence, happened, known, times, note, sources },
          }
        : [],
  );
  return `${JSON.stringify({ type: 'FeatureCollection', ...about, features }, null, 2)}\n`;
}
