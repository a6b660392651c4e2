import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { test as base } from 'playwright/test';

/** Another site than ours: its own port, so its own origin, with pages that a test writes. */
export interface Host {
  /** `http://localhost:40123/` */
  url: string;
  /** Puts a page at `/<name>.html`. @returns its address */
  page: (name: string, html: string, headers?: Record<string, string>) => string;
}

interface Page {
  html: string;
  headers: Record<string, string>;
}

/** Every test has a host; `/packages/…` there are the files of installed packages, as a host would copy them. */
export const test = base.extend<object, { host: Host }>({
  host: [
    async ({}, use) => {
      const pages = new Map<string, Page>();
      const server = createServer((request, response) => {
        const path = (request.url ?? '/').replace(/[?#].*$/, '');
        const page = pages.get(path);
        const file = path.startsWith('/packages/') && join('node_modules', path.slice('/packages/'.length));
        if (page)
          response
            .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...page.headers })
            .end(page.html);
        else if (file && !path.includes('..') && existsSync(file))
          response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(readFileSync(file));
        else response.writeHead(404).end();
      });
      await listening(server);
      const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
      await use({
        url,
        page: (name, html, headers = {}) => {
          pages.set(`/${name}.html`, {
            html: `<!doctype html><meta charset="utf-8"><title>Host</title>${html}`,
            headers,
          });
          return `${url}${name}.html`;
        },
      });
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
});

const listening = (server: Server) =>
  new Promise<void>((resolve) => server.listen(0, 'localhost', () => resolve()));

/** The address that the built site is meant for. */
const OWN = 'https://example.org/';

/** A pasted code, for the site as the tests serve it. */
export const here = (code: string, site: string): string => code.replaceAll(OWN, site);
