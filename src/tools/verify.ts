// `npm run verify -- <folder or address>`: compares a copy of the site with the build in dist/, file by file.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compare } from './compare.ts';
import { stop } from './run.mjs';

const [where = ''] = process.argv.slice(2);
if (!where) stop('Say what is to be compared: npm run verify -- https://example.org/talks/');
const own = resolve('dist');
if (!existsSync(join(own, 'index.html')))
  stop('There is no build in dist/ to compare with; npm run build makes it.');

const { compared, faults } = await compare(own, where);
for (const fault of faults) console.log(fault);
console.log(`${compared} files compared, ${faults.length} not as built.`);
process.exit(faults.length > 0 ? 1 : 0);
