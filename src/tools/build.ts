// Builds the site quietly into a folder, as `npm start` and the tests need it.
import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { run, stop } from './run.mjs';

/**
 * @param title what is being done; nothing is said without it
 * @param out the folder that will hold the site
 * @param base the path it will be served under
 * @param env further environment variables, such as a time zone
 */
export async function build(
  title: string,
  out: string,
  base = '/',
  env: NodeJS.ProcessEnv = {},
  cwd = process.cwd(),
): Promise<void> {
  rmSync(resolve(cwd, out), { recursive: true, force: true });
  const astro = resolve(cwd, 'node_modules/astro/bin/astro.mjs');
  const settings = { ASTRO_TELEMETRY_DISABLED: '1', SITE_OUT: out, SITE_BASE: base, ...env };
  const { code, output } = await run(title, process.execPath, [astro, 'build'], {
    cwd,
    env: settings,
    silent: !title,
  });
  if (code !== 0) stop('The site could not be built:', output);
  if (!existsSync(resolve(cwd, out, 'index.html'))) stop('The build ended without a site:', output);
}
