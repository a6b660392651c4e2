import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { READERS } from '../../src/tools/programs.mjs';
import { GEOMETRIES } from '../../src/tools/make-geo.ts';
import { openWorkshop, workshopIsOpen } from '../../src/tools/workshop.ts';

interface Locked {
  optionalDependencies?: Record<string, string>;
  resolved?: string;
  license?: string;
  hasInstallScript?: boolean;
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };

test('the lock file holds every optional package of every system, so that npm ci works everywhere', () => {
  const names = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')));
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `${path || 'the project'} needs ${name}`),
  );
  expect(missing).toEqual([]);
});

test('the tests of every push have the programs that open our files', () => {
  const workflow = readFileSync('.github/workflows/site.yml', 'utf8');
  expect(Object.values(READERS).filter((name) => !workflow.includes(` ${name}`))).toEqual([]);
});

test('the lock file names no registry', () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved)).toEqual([]);
});

/** Licences under which anybody may use the site's own tools; the second list is for what tests alone use. */
const LICENCES =
  /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|LGPL-3\.0-or-later|CC0-1\.0|Unlicense|Python-2\.0|BlueOak-1\.0\.0|CC-BY-4\.0)$/;
const IN_TESTS = ['@iframe-resizer/core', '@iframe-resizer/parent'];
/** png-js says its licence in a file, not in its package.json. */
const IN_FILE: Record<string, string> = { 'png-js': 'MIT' };

test('every package is under a licence that we allow', () => {
  const refused = Object.entries(lock.packages).flatMap(([path, { license }]) => {
    const name = path.replace(/^.*node_modules\//, '');
    const own = license ?? IN_FILE[name] ?? 'no licence';
    const free = own.split(/ AND /).every((each) => LICENCES.test(each));
    return free || IN_TESTS.includes(name) ? [] : [`${name || 'the project'}: ${own}`];
  });
  expect(refused).toEqual([]);
});

test('the version is that of the newest part of the change log', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(/^## (\S+)/m.exec(readFileSync('.github/CHANGELOG.md', 'utf8'))?.[1]).toBe(version);
});

test('only packages that work without their install script have one', () => {
  const scripts = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  const names = [...new Set(scripts.map(([path]) => path.replace(/^.*node_modules\//, '')))].sort();
  const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    allowScripts: Record<string, boolean>;
  };
  expect(names.filter((name) => allowScripts[name] !== false)).toEqual([]);
});

test('the top level holds what a newcomer expects and nothing else', () => {
  const known = [
    'src',
    'content',
    'public',
    'tests',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ];
  const papers = ['README.md', 'LICENSE', 'CREDITS.md'];
  const made = ['node_modules', 'dist'];
  const found = readdirSync('.').filter((name) => !name.startsWith('.'));
  expect(found.filter((name) => ![...known, ...papers, ...made].includes(name))).toEqual([]);
  for (const name of [...known, ...papers]) expect(existsSync(name), name).toBe(true);
});

test('the geometry is what its script makes from the pinned packages', async () => {
  test.skip(
    !workshopIsOpen(),
    'the packages that make geometry are not installed; npm run make:geo installs them',
  );
  const workshop = await openWorkshop();
  for (const [name, make] of Object.entries(GEOMETRIES))
    expect(await make(workshop), name).toBe(readFileSync(`content/geo/${name}.json`, 'utf8'));
});
