import type { AstroIntegration } from 'astro';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checksums, SUMS } from './checksums.ts';
import { headersFile } from './headers.ts';
import { NOWHERE, siteIsPlaced } from './site-url.ts';

/** Adds to a built site what follows from all of its files: headers, the list for reading offline, check sums. */
export function siteFiles(): AstroIntegration {
  let base = '/';
  return {
    name: 'site-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = `${config.base}/`.replace(/\/+/g, '/');
      },
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        writeFileSync(join(folder, '_headers'), headersFile(base));
        writeFileSync(join(folder, 'offline.json'), `${JSON.stringify(offlineList(folder), null, 1)}\n`);
        writeFileSync(join(folder, SUMS), checksums(folder));
        if (!siteIsPlaced())
          logger.warn(
            `Pictures and embed codes name ${NOWHERE}: before the site goes online, build it with SITE_URL=https://your-host.org (and SITE_BASE=/folder/ where it lies in a folder).`,
          );
      },
    },
  };
}

/**
 * What a reader keeps who asks for the story to be kept: the pages that the menu leads to, and what they are made of.
 * Addresses are relative to the root of the site.
 */
function offlineList(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(folder, path)).isFile());
  // the list of everything read and the slider over it are long, and the story does not need them
  const pages = files.filter((path) => /^((?!sources|day)[a-z-]+\/)?index\.html$/.test(path));
  const parts = files.filter((path) => /^(_astro|fonts|scripts)\/.+\.(css|js|woff2)$|^icon\.svg$/.test(path));
  return [...pages.map((path) => path.replace(/index\.html$/, '')), ...parts].sort();
}
