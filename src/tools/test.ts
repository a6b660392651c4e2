// `npm test`: checks types and format, builds the site as it is used, and runs every test. Where all that is asked for are
// tests that look at no built site, they run at once. Where many pages show the same, axe, Firefox and other colours
// see one of each kind; with `--everything`, which is `npm run test:all`, each of them.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { build } from './build.ts';
import { run, stop } from './run.mjs';
import { serve } from './serve.ts';

const bin = (path: string) => resolve('node_modules', path);

/** The projects whose tests read `content/` and `src/`, and no built site. */
const WITHOUT_SITE = ['unit', 'pictures', 'mistakes'];

const ALL = '--everything';
if (process.argv.includes(ALL)) process.env.EVERYTHING = '1';
const options = process.argv.slice(2).filter((option) => option !== ALL);
const projects = projectsIn(options);
const quick = projects.length > 0 && projects.every((name) => WITHOUT_SITE.includes(name));
if (quick)
  console.log('No site is built, and neither types nor format are checked: these tests need none of it.');
const code = quick ? await runTests(process.env) : await checkEverything();
process.exit(code);

/** Checks types, content and format, builds the sites, serves them, and runs the tests. Gives the tests' exit code. */
async function checkEverything(): Promise<number> {
  // Two things at a time, as most machines have two cores.
  const copy = copyProject();
  await Promise.all([
    build('Building the site, and again in another folder and time zone', '.build/root'),
    build(
      '',
      '.build/root',
      '/',
      { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      copy,
    ),
  ]);
  const talks = build('Building it under /talks/', '.build/talks', '/talks/');
  const program = (...args: string[]) => run('', process.execPath, args, { silent: true });
  const checked = await program(bin('astro/bin/astro.mjs'), 'check');
  const formatted = await program(bin('prettier/bin/prettier.cjs'), '--check', '.');
  const content = await program('src/tools/check.ts');
  await talks;

  if (checked.code !== 0 || !/0 errors[\s\S]*0 warnings/.test(checked.output))
    stop('The types do not fit:', checked.output);
  console.log(`Types: 0 errors, 0 warnings (${checked.seconds} s)`);
  if (content.code !== 0) stop('content/ is not in order:', content.output);
  const share = Math.round((content.seconds / checked.seconds) * 100);
  console.log(`Content check: ${content.seconds} s, ${share} % of the type check. ${content.output.trim()}`);
  if (formatted.code !== 0)
    stop('Some files are not formatted; run "npx prettier --write ." to mend it:', formatted.output);

  const root = await serve(resolve('.build/root'), '/', 4510);
  const underTalks = await serve(resolve('.build/talks'), '/talks/', root.port + 1);
  const status = await runTests({
    ...process.env,
    SITE_ROOT: root.url,
    SITE_TALKS: underTalks.url,
    SITE_COPY: join(copy, '.build/root'),
  });
  rmSync(copy, { recursive: true, force: true });
  return status;
}

/** Runs Playwright with the options of the command. Gives its exit code. */
function runTests(env: NodeJS.ProcessEnv): Promise<number> {
  const playwright = [bin('playwright/cli.js'), 'test', '-c', 'tests/playwright.config.ts', ...options];
  return new Promise((done) => {
    spawn(process.execPath, playwright, { env, stdio: 'inherit' }).on('close', (code) => done(code ?? 1));
  });
}

/** The projects that the options name, as `--project=unit` or, with names up to the next option, `--project unit`. */
function projectsIn(args: string[]): string[] {
  return args.flatMap((arg, i) => {
    if (arg.startsWith('--project=')) return arg.slice('--project='.length);
    if (arg !== '--project') return [];
    const end = args.findIndex((other, k) => k > i && other.startsWith('-'));
    return args.slice(i + 1, end === -1 ? undefined : end);
  });
}

/** The project's own files in a folder of another name; the packages are shared. */
function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'talks-'));
  const skip = ['node_modules', '.git', '.build', '.astro', 'dist'];
  cpSync(process.cwd(), folder, { recursive: true, filter: (path) => !skip.includes(basename(path)) });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}
