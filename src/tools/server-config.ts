// `npm run server-config -- nginx`: prints the settings of a server, to be put into its configuration.
import { stop } from './run.mjs';
import { serverConfig, SERVERS, type ServerKind } from './headers.ts';

const [kind = ''] = process.argv.slice(2);
if (!SERVERS.includes(kind as ServerKind)) stop(`"${kind}" is not a server we know: ${SERVERS.join(', ')}.`);
const base = `/${process.env.SITE_BASE ?? ''}/`.replace(/\/+/g, '/');
process.stdout.write(serverConfig(kind as ServerKind, base));
