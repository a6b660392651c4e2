import { stop } from './run.mjs';

/** The host in the addresses of a site that was not told where it will live. */
export const NOWHERE = 'https://example.org';

/** Whether the build was told where the site will live. */
export const siteIsPlaced = (): boolean => Boolean(process.env.SITE_URL);

/** Where the site will live, from `SITE_URL`. Stops with one sentence when that is no address. */
export function siteUrl(): string {
  const wanted = process.env.SITE_URL || NOWHERE;
  if (!/^https?:\/\//.test(wanted) || !URL.canParse(wanted))
    stop(
      `SITE_URL=${wanted} is not an address: write it as SITE_URL=https://example.org, and a folder as SITE_BASE=/talks/.`,
    );
  return wanted;
}
