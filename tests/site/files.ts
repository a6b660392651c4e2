import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The built sites that the test command made: at the root of a host, under a folder, and from another folder. */
export const SITES = { root: '.build/root', talks: '.build/talks', copy: process.env.SITE_COPY ?? '' };

/** All files of a built site, as paths with `/`, sorted. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

export const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

/** The pages of the site, without embeds. */
export const pagesOf = (folder: string): string[] => filesOf(folder).filter((file) => file.endsWith('.html'));
