const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

/** An address on this site, from the root of the site: `/charts/` under the folder the site lies in. */
export const href = (path: `/${string}`): string => `${BASE}${path}`;

/** The same with the host, for what leaves the site: embeds, citations, feeds. */
export const absolute = (path: `/${string}`): string => new URL(href(path), import.meta.env.SITE).href;
