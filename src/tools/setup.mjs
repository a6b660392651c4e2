// Installs what the project needs, once. Runs before every npm script, on whatever Node.js is there, so it uses
// built-in modules only until the packages are in place.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { installFromDebian, providePrograms } from './programs.mjs';
import { run, stop } from './run.mjs';

const STAMP = 'node_modules/.installed';

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) stop(`Node.js 20 or newer is needed to start; this is ${process.versions.node}.`);

const withPrograms = process.argv.includes('--browser');
// Debian's programs come while the packages do
const debian = withPrograms ? installFromDebian() : undefined;
await installPackages();
if (debian) tellOfDebian(await debian);
if (withPrograms) await findBrowsers();

async function installPackages() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  rmSync(STAMP, { force: true });
  const free = existsSync('.') ? statfsSync('.') : null;
  if (free && free.bavail * free.bsize < 1e9)
    await giveUp(
      'Less than 1 GB of disk space is free here; the packages and the built site need about that much.',
    );
  const { code, output } = await run('Installing packages, about half a minute', 'npm', ['ci']);
  if (code !== 0)
    await giveUp(
      reason(output) ?? 'The packages could not be installed. npm said:',
      reason(output) ? '' : output,
    );
  const usable = Number(await bundledNode());
  if (usable < 22)
    await giveUp(
      `Astro needs Node.js 22.12 or newer. This machine has ${process.versions.node}, and no newer build for ` +
        `${process.platform} on ${process.arch} came with the packages: install Node.js 22 or newer.`,
    );
  writeFileSync(STAMP, lock);
}

/** Stops, but not in the middle of what Debian installs. */
async function giveUp(sentence, output = '') {
  await debian;
  stop(sentence, output);
}

/** The major version of the Node.js that npm scripts run on, which the packages bring along. */
async function bundledNode() {
  const program = 'node_modules/.bin/node';
  if (!existsSync(program) && !existsSync(`${program}.cmd`)) return major;
  const { code, output } = await run('', program, ['--version'], { silent: true });
  return code === 0 ? Number(output.match(/^v(\d+)/)?.[1] ?? major) : major;
}

/** What is missing, in one sentence, where npm's words tell. */
function reason(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output))
    return 'The packages could not be fetched: there is no way to the package registry. Check the network.';
  if (/ENOSPC/.test(output)) return 'The disk is full: the packages need about 600 MB.';
  if (/EACCES|EPERM|EROFS/.test(output))
    return 'This folder cannot be written to, so nothing can be installed.';
  if (/code 127|not found/.test(output)) return 'npm was not found; it comes with Node.js.';
  return undefined;
}

/** Says what came from Debian, or why it did not: the tests that need it are skipped then. */
function tellOfDebian({ wanted, failed, seconds }) {
  if (wanted.length === 0) return;
  const end = failed.trim().split('\n').slice(-3).join('\n');
  console.log(`From Debian: ${wanted.join(', ')} … ${failed ? `failed\n${end}` : `${seconds} s`}`);
}

async function findBrowsers() {
  const { chromium, firefox } = await providePrograms();
  if (!chromium)
    stop(
      'No browser for the tests: none is installed and none could be fetched. Install Chromium or Chrome, or set ' +
        'CHROME_PATH to one.',
    );
  if (!firefox) console.log('No Firefox here and none to be had: its tests are skipped.');
}
