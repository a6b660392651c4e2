// A static file server for `npm start` and the tests: what a plain web host does, and no more.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

/** What each kind of file is, by its ending. */
export const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.woff2': 'font/woff2',
};

export interface Serving {
  server: Server;
  /** `http://localhost:4321/talks/` */
  url: string;
  port: number;
}

/**
 * Serves a folder on this machine only. Takes the next free port when the wanted one is in use.
 *
 * @param base the path under which the folder's files appear: `/` or `/talks/`
 */
export async function serve(folder: string, base: string, wanted: number): Promise<Serving> {
  const server = createServer((request, response) => {
    const path = decode(request.url ?? '/');
    const file = path?.startsWith(base) ? fileFor(folder, path.slice(base.length)) : undefined;
    if (file === undefined) {
      const missing = join(folder, '404.html');
      response.writeHead(404, { 'Content-Type': TYPES['.html'] });
      if (existsSync(missing)) createReadStream(missing).pipe(response);
      else response.end('Not found');
    } else if (typeof file === 'object') {
      response.writeHead(301, { Location: `${base}${file.moved}` }).end();
    } else {
      const headers = {
        'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
        'Content-Length': statSync(file).size,
        // other sites may check a script's bytes, and take data and pictures
        'Access-Control-Allow-Origin': '*',
      };
      response.writeHead(200, headers);
      if (request.method === 'HEAD') response.end();
      else createReadStream(file).pipe(response);
    }
  });
  const port = await listen(server, wanted);
  return { server, port, url: `http://localhost:${port}${base}` };
}

/** The file for a path, `moved` when only its slash is missing, or nothing. */
function fileFor(folder: string, path: string): string | { moved: string } | undefined {
  const file = normalize(join(folder, path));
  if (file !== folder && !file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return undefined;
  if (!existsSync(file)) return undefined;
  if (!statSync(file).isDirectory()) return file;
  const index = join(file, 'index.html');
  if (!existsSync(index)) return undefined;
  return path === '' || path.endsWith('/') ? index : { moved: `${path}/` };
}

function decode(url: string): string | undefined {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/, ''));
  } catch {
    return undefined;
  }
}

async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 100; port++) {
    const taken = await new Promise<boolean>((resolve, reject) => {
      const failed = (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' ? resolve(true) : reject(error);
      server.once('error', failed);
      server.listen(port, 'localhost', () => {
        server.off('error', failed);
        resolve(false);
      });
    });
    if (!taken) return port;
  }
  throw new Error(`The ports ${wanted} to ${wanted + 99} are all in use`);
}
