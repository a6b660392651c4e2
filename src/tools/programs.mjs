// Where the programs are that the tests use, and how to get them where there are none: browsers, programs that open
// our files, and servers.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { run } from './run.mjs';

const BROWSERS = {
  chromium: {
    variable: 'CHROME_PATH',
    // the first is what Playwright’s own build is: the same engine without windows, in half the time
    names: [
      'chromium-headless-shell',
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'chrome',
      'msedge',
    ],
    fixed: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    debian: 'chromium-headless-shell',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    fixed: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    debian: 'firefox-esr',
  },
};

/** Programs that open our files in the tests, and the Debian packages they come in. */
export const READERS = { 'rsvg-convert': 'librsvg2-bin', pdftotext: 'poppler-utils', inkscape: 'inkscape' };

/** Servers that the tests put before the site, and the Debian packages they come in. */
const SERVERS = { nginx: 'nginx', caddy: 'caddy' };

/** Where the servers' packages are unpacked. They are not installed: Debian would start nginx at once. */
const UNPACKED = resolve('.build/servers');

/** Faces with the widths of Arial and Georgia's like, which embeds fall back to on such systems. */
const FONTS = 'fonts-liberation';

/** @typedef {{ path: string, own: boolean }} Browser `own` is true for the build that Playwright brings. */

/**
 * Looks for a browser: the environment variable, then Playwright's own build, then the system's.
 *
 * @param {'chromium' | 'firefox'} kind
 * @returns {Promise<Browser | null>}
 */
export async function findBrowser(kind) {
  const { variable, names, fixed } = BROWSERS[kind];
  const named = process.env[variable];
  if (named && existsSync(named)) return { path: named, own: false };
  const playwright = await import('playwright');
  const own = playwright[kind].executablePath();
  if (own && existsSync(own)) return { path: own, own: true };
  const found = [...names.map(onPath), ...fixed].find((candidate) => candidate && existsSync(candidate));
  return found ? { path: found, own: false } : null;
}

/**
 * Looks for a server: the system's, then the one that was unpacked here.
 *
 * @param {'nginx' | 'caddy'} name
 * @returns {string | undefined} its file
 */
export function findServer(name) {
  const unpacked = ['usr/sbin', 'usr/bin'].map((folder) => join(UNPACKED, folder, name));
  return onPath(name) ?? unpacked.find((candidate) => existsSync(candidate));
}

/** Where a program is that can be called by its name. */
function onPath(name) {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  // Debian leaves the folders of servers to root
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  return folders.map((folder) => join(folder, file)).find((candidate) => existsSync(candidate));
}

/**
 * Finds the browsers, and has Playwright bring those that Debian's packages did not.
 *
 * @returns {Promise<{ chromium: Browser | null, firefox: Browser | null }>}
 */
export async function providePrograms() {
  const found = { chromium: await findBrowser('chromium'), firefox: await findBrowser('firefox') };
  const want = Object.keys(found).filter((kind) => !found[kind]);
  if (want.length === 0) return found;
  const playwright = join('node_modules', 'playwright', 'cli.js');
  await run(`Installing ${want.join(' and ')} by Playwright`, process.execPath, [
    playwright,
    'install',
    ...want,
  ]);
  return { chromium: await findBrowser('chromium'), firefox: await findBrowser('firefox') };
}

/**
 * Installs what is missing of the browsers and of what opens our files, and fetches servers, as root on Debian; elsewhere
 * nothing happens. It needs none of our packages, so that it can go on while they come.
 *
 * @returns {Promise<{ wanted: string[], failed: string, seconds: number }>} what was missing, and what apt said where it failed
 */
export async function installFromDebian() {
  const started = Date.now();
  const done = { wanted: /** @type {string[]} */ ([]), failed: '', seconds: 0 };
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return done;
  const kinds = /** @type {const} */ (['chromium', 'firefox']);
  const browsers = kinds.filter((kind) => !isThere(kind)).map((kind) => BROWSERS[kind].debian);
  const readers = Object.entries(READERS).flatMap(([name, debian]) => (onPath(name) ? [] : [debian]));
  const servers = Object.entries(SERVERS).flatMap(([name, debian]) => (findServer(name) ? [] : [debian]));
  const packages = [...browsers, ...(browsers.length > 0 ? [FONTS] : []), ...readers];
  done.wanted = [...packages, ...servers];
  if (done.wanted.length === 0) return done;
  const apt = async (args, cwd = '.') => {
    const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, silent: true, cwd };
    const { code, output } = await run('', 'apt-get', args, options);
    if (code !== 0) done.failed += output;
  };
  await apt(['update']);
  if (packages.length > 0) await apt(['install', '-y', '--no-install-recommends', ...packages]);
  if (servers.length > 0) {
    mkdirSync(UNPACKED, { recursive: true });
    await apt(['download', ...servers], UNPACKED);
    for (const file of readdirSync(UNPACKED).filter((name) => name.endsWith('.deb'))) {
      await run('', 'dpkg', ['-x', join(UNPACKED, file), UNPACKED], { silent: true });
      rmSync(join(UNPACKED, file));
    }
  }
  done.seconds = Math.round((Date.now() - started) / 1000);
  return done;
}

/** Whether a browser seems to be there, for a look before the packages are: Playwright alone knows its own builds. */
function isThere(kind) {
  const { variable, names, fixed } = BROWSERS[kind];
  const builds = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  const own = existsSync(builds) && readdirSync(builds).some((name) => name.startsWith(kind));
  const files = [process.env[variable], ...names.map(onPath), ...fixed];
  return own || files.some((file) => file !== undefined && existsSync(file));
}
