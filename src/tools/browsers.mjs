// Where the browsers are that the tests drive, and how to get them where there are none.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

const PROGRAMS = {
  chromium: {
    variable: 'CHROME_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'],
    fixed: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    debian: 'chromium',
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
  const { variable, names, fixed } = PROGRAMS[kind];
  const named = process.env[variable];
  if (named && existsSync(named)) return { path: named, own: false };
  const playwright = await import('playwright');
  const own = playwright[kind].executablePath();
  if (own && existsSync(own)) return { path: own, own: true };
  const found = [...names.map(onPath), ...fixed].find((candidate) => candidate && existsSync(candidate));
  return found ? { path: found, own: false } : null;
}

/** Where a program is that can be called by its name. */
function onPath(name) {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, file)).find((candidate) => existsSync(candidate));
}

/**
 * Finds the browsers, and installs those that are missing: from Debian's packages where we may, else by Playwright.
 * What opens our files comes from Debian's packages too; without it its tests are skipped.
 *
 * @returns {Promise<{ chromium: Browser | null, firefox: Browser | null }>}
 */
export async function provideBrowsers() {
  const missing = async () => {
    const kinds = /** @type {const} */ (['chromium', 'firefox']);
    const found = await Promise.all(kinds.map(findBrowser));
    return kinds.filter((_, i) => !found[i]);
  };
  const apt = async (packages) => {
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const install = ['install', '-y', '--no-install-recommends', ...packages];
    await run('Reading the list of Debian packages', 'apt-get', ['update'], { env });
    await run(`Installing ${packages.join(' and ')} from Debian`, 'apt-get', install, { env });
  };
  let want = await missing();
  const readers = Object.entries(READERS).flatMap(([name, debian]) => (onPath(name) ? [] : [debian]));
  const packages = [
    ...want.map((kind) => PROGRAMS[kind].debian),
    ...(want.length > 0 ? [FONTS] : []),
    ...readers,
  ];
  if (packages.length > 0) await apt(packages);
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
