import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The list of check sums that a site publishes with itself. */
export const SUMS = 'SHA256SUMS';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Every file of a built site with its SHA-256, as `sha256sum` writes it: `<64 hex digits>  <path>`, by path. */
export function checksums(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path !== SUMS && statSync(join(folder, path)).isFile())
    .sort();
  return files.map((path) => `${sha256(readFileSync(join(folder, path)))}  ${path}\n`).join('');
}

/** Reads such a list: check sums by path. */
export const readSums = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/^([0-9a-f]{64}) [ *](.+)$/gm)].map((match) => [match[2] ?? '', match[1] ?? '']));
