import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright';
import { expect, test } from 'playwright/test';
import { findBrowser } from '../../src/tools/programs.mjs';

/** The first answer after an edit draws charts anew, which takes its time on a busy machine. */
const PATIENCE = { timeout: 60_000 };
/** Before the very first, the server has to start, too. */
const START = { timeout: 150_000 };

// `npm run dev` in a copy of the project: what an editor changes shows at the next look, and a mistake is told.
const folder = resolve(process.env.SITE_COPY ?? '', '../..');
let dev: ChildProcess;
let url: string;
let terminal = '';

// the server draws everything anew for its first answer
test.describe.configure({ mode: 'serial', timeout: 180_000 });

test.beforeAll(async () => {
  const port = await freePort();
  url = `http://localhost:${port}`;
  // Astro sends itself to the background when it believes that no person is there
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ASTRO_TELEMETRY_DISABLED: '1' };
  const astro = join(folder, 'node_modules/astro/bin/astro.mjs');
  dev = spawn(process.execPath, [astro, 'dev', '--port', String(port)], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [dev.stdout, dev.stderr]) stream?.on('data', (data) => (terminal += data));
  await expect.poll(() => status('/'), START).toBe(200);
});

test.afterAll(() => {
  dev.kill();
});

const status = (path: string) =>
  fetch(url + path).then(
    (response) => response.status,
    () => 0,
  );
const text = async (path: string) => (await fetch(url + path)).text();

async function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Edits a file in two steps, as many programs save, runs the check, and puts the file back. */
async function edited(file: string, from: string, to: string, check: () => Promise<void>): Promise<void> {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(from);
  writeFileSync(path, '');
  await wait(30);
  writeFileSync(path, before.replace(from, to));
  try {
    await check();
  } finally {
    writeFileSync(path, before);
  }
}

test('a changed sentence of a chapter shows', async () => {
  await edited(
    'content/story/en/02-istanbul.mdx',
    'The Russian team came by night.',
    'The Russian team came at night.',
    () => expect.poll(() => text('/'), PATIENCE).toContain('The Russian team came at night.'),
  );
  await expect.poll(() => text('/'), PATIENCE).toContain('The Russian team came by night.');
});

test('a warning is told, and the page is shown all the same', async () => {
  const before = terminal.length;
  const night = 'The Russian team came by night. ';
  await edited('content/story/en/02-istanbul.mdx', night, 'Do we go on? '.repeat(40) + night, async () => {
    await expect.poll(() => terminal, PATIENCE).toMatch(/02-istanbul\.mdx:1:1 {2}the chapter has \d+ words/);
    expect(await text('/chapters/istanbul/')).toContain('Do we go on?');
    // nothing was said of the file while it was empty
    expect(terminal.slice(before)).not.toContain('does not start with ---');
  });
});

test('a changed fact shows in the story, the list and the picture', async () => {
  await edited('content/ledger/events.yaml', 'label: Zelensky lands', 'label: Zelensky arrives', () =>
    expect.poll(() => text('/embed/istanbul/'), PATIENCE).toContain('Zelensky arrives'),
  );
});

test('a correction is told in the log, the feeds, and wherever the corrected entry shows', async () => {
  const written = `invented-case:
  date: 2031-02-03
  type: fact
  what: { claims: [ru-delegation-lands] }
  before: An old hour.
  after: A new hour.
  why: An invented reason.
`;
  await edited('content/ledger/corrections.yaml', '# Mistakes', `${written}# Mistakes`, async () => {
    await expect.poll(() => text('/corrections/'), PATIENCE).toContain('id="invented-case"');
    const told = await Promise.all(
      ['/charts/istanbul/', '/embed/istanbul/', '/charts/moscow/', '/embed/moscow/'].map(text),
    );
    expect(told.map((page) => page.includes('Corrected on'))).toEqual([true, true, false, false]);
    expect(told[1]).toMatch(
      /Corrected on <a href="[^"]+\/corrections\/#invented-case"[^>]*>3 February 2031</,
    );
    const story = await text('/');
    const chapter = story.slice(
      story.indexOf('<article class="chapter" id="istanbul"'),
      story.indexOf('<article class="chapter" id="ankara"'),
    );
    expect(chapter).toContain('Corrected on');
    expect(await text('/feed.xml')).toContain('<updated>2031-02-03T00:00:00+03:00</updated>');
    expect(await text('/charts/istanbul/feed.xml')).toContain('Correction: A new hour.');
    expect(await text('/charts/moscow/feed.xml')).not.toContain('Correction:');
  });
  await expect.poll(() => text('/corrections/'), PATIENCE).toContain('No correction has been made so far.');
});

test('every download of a chart is there while editing', async () => {
  const page = await text('/charts/istanbul/');
  const files = [...page.matchAll(/href="(\/charts\/istanbul[^"/]*\.\w+)"/g)].map(
    (match) => match[1] as string,
  );
  expect(new Set(files.map((file) => file.replace(/.*\./, '')))).toEqual(
    new Set(['png', 'svg', 'pdf', 'csv', 'json', 'geojson', 'zip']),
  );
  expect(await Promise.all(files.map(status))).toEqual(files.map(() => 200));
});

test('a chart has its addresses as soon as its folder is there, a state as soon as it is written, until they go', async () => {
  const page = '/charts/just-made/';
  const others = ['/embed/just-made/', '/charts/just-made.svg', '/embed/just-made/midday/'];
  const statuses = (paths: string[]) => Promise.all(paths.map(status));
  // asked for before: what a route answers then must not last
  expect(await statuses([page, ...others])).toEqual([404, 404, 404, 404]);
  const made = join(folder, 'content/charts/just-made');
  cpSync(join(folder, 'content/charts/day'), made, { recursive: true });
  try {
    await expect.poll(() => status(page), PATIENCE).toBe(200);
    expect(await statuses(others)).toEqual([200, 200, 200]);
    await edited('content/charts/just-made/chart.yaml', '  midday:', '  noon:', async () => {
      await expect.poll(() => status('/embed/just-made/noon/'), PATIENCE).toBe(200);
      expect(await status('/embed/just-made/midday/')).toBe(404);
    });
  } finally {
    rmSync(made, { recursive: true });
  }
  await expect.poll(() => status(page), PATIENCE).toBe(404);
  expect(await statuses(others)).toEqual([404, 404, 404]);
});

test('a draft can be looked at while editing, and says that it is one', async () => {
  const chart = join(folder, 'content/charts/just-begun');
  cpSync(join(folder, 'content/charts/day'), chart, { recursive: true });
  const chapter = join(folder, 'content/story/en/99-just-begun.mdx');
  const file = join(chart, 'chart.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^kind:/m, 'draft: true\nkind:'));
  const fields = 'title: Just begun\nsummary: What is begun.\nasOf: 2025-05-15 midday\n';
  writeFileSync(chapter, `---\ndraft: true\n${fields}---\n\nWhat do we begin with?\n`);
  try {
    await expect
      .poll(() => text('/charts/just-begun/'), PATIENCE)
      .toContain('Draft, not on the built site: ');
    expect(await text('/charts/day/')).not.toContain('Draft, not on the built site');
    expect(await text('/')).toContain('Draft, not on the built site: Chapter 99');
    expect(await status('/chapters/just-begun/')).toBe(200);
  } finally {
    rmSync(chart, { recursive: true });
    rmSync(chapter);
  }
  await expect.poll(() => text('/'), PATIENCE).not.toContain('Draft, not on the built site');
});

test('changed geometry shows', async () => {
  const before = await text('/charts/istanbul.svg');
  expect(before).toMatch(/^<svg/);
  const differs = async () => {
    const now = await text('/charts/istanbul.svg');
    return now.startsWith('<svg') && now !== before;
  };
  await edited('content/geo/istanbul.json', '"arcs":[[[149', '"arcs":[[[144', () =>
    expect.poll(differs, PATIENCE).toBe(true),
  );
  await expect.poll(() => text('/charts/istanbul.svg'), PATIENCE).toBe(before);
});

test('a mistake is told with file, line and column, and the page recovers', async () => {
  await edited('content/ledger/claims.yaml', 'status: denied', 'status: denyed', async () => {
    await expect.poll(() => status('/'), PATIENCE).toBe(500);
    expect(terminal).toMatch(/claims\.yaml:\d+:\d+[\s\S]*did you mean "denied"/);
  });
  await expect.poll(() => status('/'), PATIENCE).toBe(200);
});

test('the overlay in the browser shows the same words, and goes when the mistake is mended', async () => {
  const found = await findBrowser('chromium');
  const browser = await chromium.launch({
    ...(found && !found.own ? { executablePath: found.path } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage();
  await page.goto(`${url}/about/`);
  await edited('content/ledger/claims.yaml', 'status: denied', 'status: denyed', async () => {
    const overlay = page.locator('vite-error-overlay');
    await expect(overlay).toContainText('"denyed" is not allowed here', { timeout: 20_000 });
    await expect(overlay).toContainText('did you mean "denied"?');
  });
  await expect(page.locator('main h1')).toHaveText('About', { timeout: 20_000 });
  await expect(page.locator('vite-error-overlay')).toHaveCount(0, { timeout: 20_000 });
  await browser.close();
});

test('a mistake stops the build with its place and what is allowed, and leaves no half site', async () => {
  await edited(
    'content/charts/istanbul/chart.yaml',
    'events: [ru-delegation-lands,',
    'events: [ru-delegation-land,',
    async () => {
      const astro = join(folder, 'node_modules/astro/bin/astro.mjs');
      const env = { ...process.env, SITE_OUT: '.build/broken' };
      const { status: code, stderr } = spawnSync(process.execPath, [astro, 'build'], {
        cwd: folder,
        env,
        encoding: 'utf8',
      });
      expect(code).toBe(1);
      expect(stderr).toMatch(
        /content\/charts\/istanbul\/chart\.yaml:\d+:\d+ {2}"ru-delegation-land" is not in/,
      );
      expect(stderr).toContain('did you mean "ru-delegation-lands"?');
      expect(stderr).not.toContain('    at ');
      expect(existsSync(join(folder, '.build/broken/index.html'))).toBe(false);
    },
  );
});
