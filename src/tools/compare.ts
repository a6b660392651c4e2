import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksums, readSums, sha256, SUMS } from './checksums.ts';

export interface Comparison {
  compared: number;
  /** Sentences such as `index.html differs`, by path. */
  faults: string[];
}

/**
 * Compares a copy of the site with a build, file by file.
 *
 * @param build the folder of the build
 * @param where the copy: an address, or a folder
 */
export async function compare(build: string, where: string): Promise<Comparison> {
  const expected = readSums(checksums(build));
  const fileOf = async (path: string): Promise<Uint8Array | undefined> => {
    if (!/^https?:\/\//.test(where))
      return existsSync(join(where, path)) ? readFileSync(join(where, path)) : undefined;
    const answer = await fetch(new URL(path, where.endsWith('/') ? where : `${where}/`));
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  };
  const faults: string[] = [];
  // `_headers` is read by hosts that take it, and published by none of them
  const paths = [...expected.keys()].filter((path) => path !== '_headers');
  // a few at a time, so that no host takes it for an attack
  for (let i = 0; i < paths.length; i += 8)
    await Promise.all(
      paths.slice(i, i + 8).map(async (path) => {
        const file = await fileOf(path);
        if (!file) faults.push(`${path} is missing`);
        else if (sha256(file) !== expected.get(path)) faults.push(`${path} differs`);
      }),
    );
  const sums = await fileOf(SUMS);
  const there = sums ? [...readSums(new TextDecoder().decode(sums)).keys()] : [];
  for (const path of there) if (!expected.has(path)) faults.push(`${path} is not in the build`);
  return { compared: paths.length, faults: faults.sort() };
}
