import { defineConfig, type Project } from 'playwright/test';
import { findBrowser } from '../src/tools/programs.mjs';
import { EVERYTHING } from './browser/pages.ts';

const chromium = await findBrowser('chromium');
const firefox = await findBrowser('firefox');

const chromiumUse = {
  browserName: 'chromium' as const,
  // as root, Chromium runs only without its own sandbox
  launchOptions: {
    ...(chromium && !chromium.own ? { executablePath: chromium.path } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
};

const projects: Project[] = [
  { name: 'unit', testDir: 'unit' },
  { name: 'pictures', testDir: 'pictures' },
  { name: 'mistakes', testDir: 'mistakes' },
  { name: 'site', testDir: 'site' },
  {
    name: 'desktop',
    testDir: 'browser',
    testIgnore: /no-script/,
    use: { ...chromiumUse, viewport: { width: 1440, height: 900 } },
  },
  {
    name: 'phone',
    testDir: 'browser',
    testMatch: /reading|embed\.test|story-(address|modes)/,
    ...(EVERYTHING ? {} : { grepInvert: /@once|@desktop/ }),
    use: {
      ...chromiumUse,
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
    },
  },
  {
    name: 'no-script',
    testDir: 'browser',
    testMatch: /no-script/,
    use: { ...chromiumUse, viewport: { width: 390, height: 844 }, javaScriptEnabled: false },
  },
  { name: 'hosts', testDir: 'hosts', use: chromiumUse },
  { name: 'servers', testDir: 'servers', use: chromiumUse },
];

if (firefox) {
  const use = {
    browserName: 'firefox' as const,
    viewport: { width: 1440, height: 900 },
    ...(firefox.own ? {} : { channel: 'moz-firefox' }),
    launchOptions: {
      ...(firefox.own ? {} : { executablePath: firefox.path }),
      // no process is started ahead of the page that needs it: 7 % less work
      firefoxUserPrefs: { 'dom.ipc.processPrelaunch.enabled': false },
    },
  };
  projects.push({
    name: 'firefox',
    testMatch: /browser\/(?!no-script).+\.test|hosts\/(height|keyboard)/,
    grepInvert: EVERYTHING ? /@chromium/ : /@chromium|@once/,
    use,
  });
}

export default defineConfig({
  projects,
  fullyParallel: true,
  // far more than any test needs: a busy machine is slow, which is no fault of the site
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: './reporter.ts',
  outputDir: '../.build/test-results',
  use: { baseURL: process.env.SITE_ROOT },
});
