// Where the programs are that the tests use, and how to get them where there are none: browsers, programs that open
// our files, and servers.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
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
 * Finds the browsers, and installs those that are missing: from Debian's packages where we may, else by Playwright.
 * What opens our files and what serves them comes from Debian's packages too; without it its tests are skipped.
 *
 * @returns {Promise<{ chromium: Browser | null, firefox: Browser | null }>}
 */
export async function providePrograms() {
  const missing = async () => {
    const kinds = /** @type {const} */ (['chromium', 'firefox']);
    const found = await Promise.all(kinds.map(findBrowser));
    return kinds.filter((_, i) => !found[i]);
  };
  let want = await missing();
  const readers = Object.entries(READERS).flatMap(([name, debian]) => (onPath(name) ? [] : [debian]));
  const servers = Object.entries(SERVERS).flatMap(([name, debian]) => (findServer(name) ? [] : [debian]));
  const browsers = want.map((kind) => BROWSERS[kind].debian);
  await fromDebian([...browsers, ...(want.length > 0 ? [FONTS] : []), ...readers], servers);
  want = await missing();
  if (want.length > 0) {
    await run(`Installing ${want.join(' and ')} by Playwright`, process.execPath, [
      join('node_modules', 'playwright', 'cli.js'),
      'install',
      ...want,
    ]);
  }
  return { chromium: await findBrowser('chromium'), firefox: await findBrowser('firefox') };
}

/** Installs some packages and only unpacks others, as root on Debian; elsewhere nothing happens. */
async function fromDebian(packages, servers) {
  if (packages.length + servers.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('Reading the list of Debian packages', 'apt-get', ['update'], { env });
  if (packages.length > 0) {
    const install = ['install', '-y', '--no-install-recommends', ...packages];
    await run(`Installing ${packages.join(' and ')} from Debian`, 'apt-get', install, { env });
  }
  if (servers.length === 0) return;
  mkdirSync(UNPACKED, { recursive: true });
  await run(`Fetching ${servers.join(' and ')} from Debian`, 'apt-get', ['download', ...servers], {
    cwd: UNPACKED,
    env,
  });
  for (const file of readdirSync(UNPACKED).filter((name) => name.endsWith('.deb'))) {
    await run('', 'dpkg', ['-x', join(UNPACKED, file), UNPACKED], { silent: true });
    rmSync(join(UNPACKED, file));
  }
}
