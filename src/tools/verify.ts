// `npm run verify -- <folder or address>`: compares a copy of the site with the build in dist/, file by file.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checksums, readSums, sha256, SUMS } from './checksums.ts';
import { stop } from './run.mjs';

const [where = ''] = process.argv.slice(2);
if (!where) stop('Say what is to be compared: npm run verify -- https://example.org/talks/');
const own = resolve('dist');
if (!existsSync(join(own, 'index.html')))
  stop('There is no build in dist/ to compare with; npm run build makes it.');

const expected = readSums(checksums(own));
const isAddress = /^https?:\/\//.test(where);

/** A file of the copy, or nothing when it is not there. */
async function fileOf(path: string): Promise<Uint8Array | undefined> {
  if (!isAddress) return existsSync(join(where, path)) ? readFileSync(join(where, path)) : undefined;
  const answer = await fetch(new URL(path, where.endsWith('/') ? where : `${where}/`));
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
}

const missing: string[] = [];
const different: string[] = [];
const paths = [...expected.keys()].filter((path) => path !== '_headers');
// a few at a time, so that no host takes it for an attack
for (let i = 0; i < paths.length; i += 8)
  await Promise.all(
    paths.slice(i, i + 8).map(async (path) => {
      const file = await fileOf(path);
      if (!file) missing.push(path);
      else if (sha256(file) !== expected.get(path)) different.push(path);
    }),
  );
const sums = await fileOf(SUMS);
const extra = sums
  ? [...readSums(new TextDecoder().decode(sums)).keys()].filter((path) => !expected.has(path))
  : [];
for (const [what, list] of [
  ['is missing', missing],
  ['differs', different],
  ['is not in the build', extra],
] as const)
  for (const path of list.sort()) console.log(`${path} ${what}`);
const wrong = missing.length + different.length + extra.length;
console.log(`${paths.length} files compared, ${wrong} not as built.`);
process.exit(wrong > 0 ? 1 : 0);
