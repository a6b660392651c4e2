import { zipSync } from 'fflate';

/**
 * Some files as one zip.
 *
 * @param files names and contents
 * @param date `2025-05-15`: the date of all of them, so that the same content gives the same bytes
 */
export function zip(files: Record<string, Uint8Array | string>, date: string): Uint8Array<ArrayBuffer> {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  // a zip knows no time zone: local noon is the same day everywhere
  const mtime = new Date(year, month - 1, day, 12);
  const contents = Object.fromEntries(
    Object.entries(files).map(([name, file]) => [
      name,
      typeof file === 'string' ? new TextEncoder().encode(file) : file,
    ]),
  );
  return new Uint8Array(zipSync(contents, { mtime, level: 6 }));
}
