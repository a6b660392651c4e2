// `npm run verify -- <folder or address>`: compares a copy of the site with the build in dist/, file by file.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compare, NotComparable } from './compare.ts';
import { stop } from './run.mjs';

/** Faults that are listed; more would only bury the first. */
const LISTED = 20;

const [where = ''] = process.argv.slice(2);
if (!where) stop('Say what is to be compared: npm run verify -- https://example.org/talks/');
const own = resolve('dist');
if (!existsSync(join(own, 'index.html')))
  stop('There is no build in dist/ to compare with; npm run build makes it.');

const { stdout } = process;
const progress = (done: number, all: number) => {
  if (stdout.isTTY) stdout.write(done < all ? `\r${done} of ${all} files` : '\r\x1b[K');
};
const { compared, faults } = await compare(own, where, progress).catch((error: unknown) => {
  if (!(error instanceof NotComparable)) throw error;
  return stop(error.message) as never;
});
for (const fault of faults.slice(0, LISTED)) console.log(fault);
if (faults.length > LISTED) console.log(`… and ${faults.length - LISTED} more`);
console.log(`${compared} files compared, ${faults.length} not as built.`);
process.exit(faults.length > 0 ? 1 : 0);
