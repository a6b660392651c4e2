import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test as base } from '../browser/test.ts';
import { complaintsOf } from '../browser/story.ts';
import { compare } from '../../src/tools/compare.ts';
import { SERVERS } from '../../src/tools/headers.ts';
import { findServer } from '../../src/tools/programs.mjs';
import { SITES } from '../site/files.ts';

type Kind = keyof typeof SERVERS;

/** What each server is told, to run on a configuration in a folder of its own. */
const ARGUMENTS: Record<Kind, (folder: string, config: string) => string[]> = {
  nginx: (folder, config) => {
    for (const name of ['temp', 'logs']) mkdirSync(join(folder, name));
    const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path temp/${name};`,
    );
    const user = process.getuid?.() === 0 ? 'user root;' : '';
    const http = `http { access_log off; ${temp.join(' ')} ${config} }`;
    writeFileSync(
      join(folder, 'nginx.conf'),
      `${user} daemon off; pid pid; error_log stderr; events {} ${http}`,
    );
    return ['-p', `${folder}/`, '-e', 'stderr', '-c', join(folder, 'nginx.conf')];
  },
  caddy: (folder, config) => {
    // a browser keeps its connections, and they would be waited for in the end
    writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n\tgrace_period 1ms\n}\n${config}`);
    return ['run', '--config', join(folder, 'Caddyfile')];
  },
};

const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });

/** A server of the system with the configuration that `npm run server-config` prints, and the built site. */
const test = base.extend<{ kind: Kind; path: '/' | '/talks/'; server: string }>({
  kind: ['nginx', { option: true }],
  path: ['/', { option: true }],
  server: async ({ kind, path }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'server-'));
    const root = path === '/' ? resolve(SITES.root) : join(folder, 'www');
    if (path !== '/') {
      mkdirSync(root);
      symlinkSync(resolve(SITES.talks), join(root, 'talks'), 'junction');
    }
    const url = new URL(path, `http://localhost:${await freePort()}`);
    const args = ARGUMENTS[kind](folder, SERVERS[kind]({ url, root }));
    const child: ChildProcess = spawn(findServer(kind) as string, args, {
      env: { ...process.env, HOME: folder },
    });
    let said = '';
    child.stderr?.on('data', (data) => (said += data));
    await expect(async () => {
      if (child.exitCode !== null) throw new Error(said);
      await fetch(url);
    }).toPass();
    await use(url.href);
    child.kill();
    await new Promise((done) => child.on('close', done));
    rmSync(folder, { recursive: true });
  },
  baseURL: async ({ server }, use) => use(server),
});

const pages = ['', 'charts/', 'charts/istanbul/', 'embed/istanbul/', 'about/embedding/'];

for (const kind of Object.keys(ARGUMENTS) as Kind[])
  for (const path of ['/', '/talks/'] as const)
    test.describe(`${kind} at ${path}`, () => {
      if (!findServer(kind)) {
        test.skip(`serves the site (${kind} is not installed)`, () => undefined);
        if (path === '/') console.log(`${kind} is not installed here: its tests are skipped.`);
        return;
      }
      test.use({ kind, path });

      test('serves every file as built', async ({ server }) => {
        test.slow();
        const { compared, faults } = await compare(path === '/' ? SITES.root : SITES.talks, server);
        console.log(`${kind} at ${path}: ${compared} files compared, ${faults.length} not as built`);
        expect(faults).toEqual([]);
        expect(compared).toBeGreaterThan(100);
      });

      test('says beside each file what it is, who may read it, and for how long it holds', async ({
        server,
      }) => {
        const asset = (await (await fetch(server)).text()).match(/_astro\/[^"]+\.css/)?.[0] as string;
        const rows: [string, string, string | null, RegExp][] = [
          ['', 'text/html', null, /^no-cache$/],
          ['charts/istanbul/', 'text/html', '*', /^no-cache$/],
          ['charts/istanbul.csv', 'text/csv', '*', /^no-cache$/],
          ['charts/istanbul.json', 'application/json', '*', /^no-cache$/],
          ['charts/istanbul.geojson', 'application/geo+json', '*', /^no-cache$/],
          ['charts/istanbul.svg', 'image/svg+xml', '*', /^no-cache$/],
          ['charts/istanbul.png', 'image/png', '*', /^no-cache$/],
          ['embed/istanbul/', 'text/html', '*', /^no-cache$/],
          ['embed.js', 'text/javascript', '*', /^no-cache$/],
          ['offline-worker.js', 'text/javascript', null, /^no-cache$/],
          ['manifest.webmanifest', 'application/manifest+json', null, /^no-cache$/],
          [asset, 'text/css', null, /immutable/],
        ];
        for (const [file, type, origin, caching] of rows) {
          const { status, headers } = await fetch(server + file);
          expect([status, headers.get('content-type')?.replace(/;.*/, '')], file).toEqual([200, type]);
          expect(headers.get('access-control-allow-origin'), file).toBe(origin);
          expect(headers.get('cache-control'), file).toMatch(caching);
          expect(headers.get('content-security-policy'), file).toContain("script-src 'self'");
          expect(headers.get('x-content-type-options'), file).toBe('nosniff');
          expect(headers.get('referrer-policy'), file).toBe('strict-origin-when-cross-origin');
          expect(headers.get('permissions-policy'), file).toContain('camera=()');
        }
        const again = await fetch(server, {
          headers: { 'If-None-Match': (await fetch(server)).headers.get('etag') as string },
        });
        expect(again.status).toBe(304);
        const missing = await fetch(`${server}no-such-page.css`);
        expect([missing.status, missing.headers.get('content-type')]).toEqual([
          404,
          'text/html; charset=utf-8',
        ]);
        expect(await missing.text()).toBe(
          readFileSync(join(path === '/' ? SITES.root : SITES.talks, '404.html'), 'utf8'),
        );
        const slashless = await fetch(`${server}charts`, { redirect: 'manual' });
        expect([301, 308]).toContain(slashless.status);
        expect(new URL(slashless.headers.get('location') as string, server).href).toBe(`${server}charts/`);
      });

      test('lets a browser read it', async ({ page, server }) => {
        const complaints = complaintsOf(page);
        for (const each of pages) {
          await page.goto(server + each);
          await page.evaluate(() => document.fonts.ready);
          await expect(page.locator('h1').first()).toBeVisible();
        }
        await page.goto(server);
        await page.locator('.mark button').first().click();
        await expect(page.locator('[popover]:popover-open')).toBeVisible();
        await page.goto(`${server}charts/`);
        await page.getByRole('main').getByRole('link').first().click();
        await expect(page.locator('h1')).toBeVisible();
        expect(page.url().startsWith(server)).toBe(true);
        expect(complaints).toEqual([]);
      });
    });
