import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksums, readSums, sha256, SUMS } from './checksums.ts';

export interface Comparison {
  compared: number;
  /** Sentences such as `index.html differs`, by path. */
  faults: string[];
}

/** Why a copy cannot be compared file by file, as a sentence. */
export class NotComparable extends Error {}

/**
 * Files asked for at a time: a small server keeps only five waiting, and lets a sixth try again after a second. No host
 * takes it for an attack, either.
 */
const AT_A_TIME = 4;

/**
 * Compares a copy of the site with a build, file by file. Throws `NotComparable` where there is no copy, or one that was
 * built for another address: then every file would be a fault.
 *
 * @param build the folder of the build
 * @param where the copy: an address, or a folder
 * @param progress hears after each file how many have been compared, of how many
 */
export async function compare(
  build: string,
  where: string,
  progress: (done: number, all: number) => void = () => {},
): Promise<Comparison> {
  const fileOf = readerOf(where);
  const sums = await fileOf(SUMS);
  const there = readSums(new TextDecoder().decode(sums));
  const index = await fileOf('index.html');
  if (there.size === 0 || !index)
    throw new NotComparable(
      `There is no copy of the site at ${where}, as ${index ? SUMS : 'index.html'} is missing there: is the address or folder right, down to its last part?`,
    );
  const [own, other] = [readFileSync(join(build, 'index.html')), index].map(addressIn);
  if (own !== other)
    throw new NotComparable(
      `What is at ${where} was built for ${other}, and dist/ for ${own}: build it again with the same SITE_URL and SITE_BASE.`,
    );

  const expected = readSums(checksums(build));
  const faults = [...there.keys()]
    .filter((path) => !expected.has(path))
    .map((path) => `${path} is not in the build`);
  // `_headers` is read by hosts that take it, and published by none of them
  const paths = [...expected.keys()].filter((path) => path !== '_headers');
  let done = 0;
  const waiting = paths.values();
  const compareNext = async () => {
    for (const path of waiting) {
      const file = await fileOf(path);
      if (!file) faults.push(`${path} is missing`);
      else if (sha256(file) !== expected.get(path)) faults.push(`${path} differs`);
      progress(++done, paths.length);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, compareNext));
  return { compared: paths.length, faults: faults.sort() };
}

/** Reads the files of a copy by their path; nothing for one that is not there. */
function readerOf(where: string): (path: string) => Promise<Uint8Array | undefined> {
  if (!/^https?:\/\//.test(where))
    return async (path) => (existsSync(join(where, path)) ? readFileSync(join(where, path)) : undefined);
  if (!URL.canParse(where)) throw new NotComparable(`${where} is not an address.`);
  const root = where.endsWith('/') ? where : `${where}/`;
  return async (path) => {
    try {
      const answer = await fetch(new URL(path, root));
      // read even when it is of no use, so that the connection serves again
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return answer.ok ? bytes : undefined;
    } catch (error) {
      const { code = '' } = ((error as Error).cause ?? {}) as { code?: string };
      throw new NotComparable(
        `${new URL(path, root)} gives no answer${code && ` (${code})`}: is the address right, and the server running?`,
      );
    }
  };
}

/** The address that a page says it has: where it was built for. */
const addressIn = (page: Uint8Array): string | undefined =>
  /<link rel="canonical" href="([^"]+)"/.exec(new TextDecoder().decode(page))?.[1];
