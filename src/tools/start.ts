// `npm start`: builds the site and serves it until it is stopped.
import { resolve } from 'node:path';
import { build } from './build.ts';
import { stop } from './run.mjs';
import { serve } from './serve.ts';

const wanted = Number(process.env.PORT ?? 4321);
if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65535)
  stop(`PORT=${process.env.PORT} is not a port: 1 to 65535.`);
const base = `/${process.env.SITE_BASE ?? ''}/`.replace(/\/+/g, '/');

await build('Building the site', 'dist', base);
const { url, port } = await serve(resolve('dist'), base, wanted);
if (port !== wanted) console.log(`Port ${wanted} is in use, so this is on ${port}.`);
console.log(`Ten o’clock in Istanbul: ${url}  (stop with Ctrl+C)`);
