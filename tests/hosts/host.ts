import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { expect, test as base } from '../browser/test.ts';
import { parse } from 'yaml';
import type { Words } from '../../src/words/words.ts';

/** Another site than ours: its own port, so its own origin, with pages that a test writes. */
export interface Host {
  /** `http://localhost:40123/` */
  url: string;
  /** Puts a page at `/<name>.html`. @returns its address */
  page: (name: string, html: string, headers?: Record<string, string>) => string;
}

/** Longer than an embed repeats what it says of its height, ms. */
export const REPEATING = 3500;

interface Page {
  html: string;
  headers: Record<string, string>;
}

/** Every test has a host; `/packages/…` there are the files of installed packages, as a host would copy them. */
export const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
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
      // an icon is asked for by some browsers, and no host has one here
      else response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
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
});

const listening = (server: Server) =>
  new Promise<void>((resolve) => server.listen(0, 'localhost', () => resolve()));

/** The address that the built site is meant for. */
const OWN = 'https://example.org/';

/** A pasted code, for the site as the tests serve it. */
export const here = (code: string, site: string): string => code.replaceAll(OWN, site);

/** A row of the table at /about/embedding/, as measured. */
export interface HostResult {
  code: 'package' | 'documented';
  /** px */
  error: number;
  messages: number;
}

const RESULTS = 'src/components/host-results.json';

/** Holds a measured row against the published one; with HOSTS=write it becomes the published one. */
export function current(id: string, row: HostResult): void {
  const rows = JSON.parse(readFileSync(RESULTS, 'utf8')) as Record<string, HostResult>;
  if (process.env.HOSTS === 'write') {
    rows[id] = row;
    writeFileSync(RESULTS, `${JSON.stringify(rows, null, 2)}\n`);
  }
  expect(
    rows[id],
    `/about/embedding/ says otherwise; HOSTS=write npm test -- --project=hosts writes it anew`,
  ).toEqual(row);
}

const CONDITIONS = 'src/components/host-conditions.json';

/** The same for what hosts do to frames: a name in the published list, in the order of the tests. */
export function condition(name: string): void {
  const names = JSON.parse(readFileSync(CONDITIONS, 'utf8')) as string[];
  expect(
    names,
    '/about/embedding/ does not list it; the list is src/components/host-conditions.json',
  ).toContain(name);
}

/** The words of the site as its editors write them. */
export const siteWords = (): Words => parse(readFileSync('content/words/en.yaml', 'utf8')) as Words;
