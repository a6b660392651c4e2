// `npm run server-config -- nginx /var/www`: prints a configuration that serves the site, for a server that is known.
import { stop } from './run.mjs';
import { SERVERS } from './headers.ts';
import { siteUrl } from './site-url.ts';

const [kind = '', root = '/var/www'] = process.argv.slice(2);
const config = SERVERS[kind as keyof typeof SERVERS];
if (!config) stop(`"${kind}" is not a server we know: ${Object.keys(SERVERS).join(', ')}.`);
const base = `/${process.env.SITE_BASE ?? ''}/`.replace(/\/+/g, '/');
process.stdout.write(config({ url: new URL(base, siteUrl()), root }));
