// What a server should say beside each file. One table; from it the `_headers` file of the site (Netlify, Cloudflare
// Pages) and whole configurations for nginx and Caddy. The policy of each page stands in the page itself, so a server
// that can set nothing, such as GitHub Pages, loses only what is said here.
import { classicScript, hashOf } from '../layouts/classic-script.ts';
import { TYPES } from './serve.ts';

/** A path may end in `*`. */
type Rules = Record<string, Record<string, string>>;

/** Files that pages on other hosts read: data, embeds and the scripts that go with them. */
const SHARED = ['/embed/*', '/charts/*', '/embed.js', '/scripts/*'];
const YEAR = 31_536_000;

const HEADERS: Rules = {
  '/*': {
    // what no page may loosen; each page adds its own, stricter policy. Every page may be framed: there is no log-in
    'Content-Security-Policy': `script-src 'self' ${hashOf(classicScript('theme-choice'))}; object-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`,
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
  },
  ...Object.fromEntries(SHARED.map((path) => [path, { 'Access-Control-Allow-Origin': '*' }])),
  // their names change with their contents
  '/_astro/*': { 'Cache-Control': `public, max-age=${YEAR}, immutable` },
  '/fonts/*': { 'Cache-Control': `public, max-age=${YEAR / 12}` },
};

type Rule = readonly [path: string, headers: Record<string, string>];

/** @param base the path the site lies under, with a slash at both ends: `/talks/` */
const rulesUnder = (base: string): Rule[] =>
  Object.entries(HEADERS).map(([path, headers]) => [`${base}${path.slice(1)}`, headers]);

/** The `_headers` file that Netlify and Cloudflare Pages read. */
export const headersFile = (base: string): string =>
  rulesUnder(base)
    .map(([path, headers]) => `${path}\n${lines(headers, (name, value) => `  ${name}: ${value}`)}\n`)
    .join('');

export interface Place {
  /** Where the site is reached, with the path it lies under: `https://example.org/talks/` */
  url: URL;
  /** The folder of the server; the site is in it, under its path: `/var/www`, for `/var/www/talks/` */
  root: string;
}

export const SERVERS = {
  nginx: ({ url, root }: Place): string => {
    const rules = rulesUnder(url.pathname);
    const names = [...new Set(rules.flatMap(([, headers]) => Object.keys(headers)))];
    // nginx drops outer headers where an inner block has its own, so each name is one variable of the path
    const maps = names.map((name) => {
      const cases = rules.flatMap(([path, { [name]: value }]) =>
        value ? [`  ${pattern(path)} "${value}";`] : [],
      );
      return [`map $uri ${variable(name)} {`, ...cases, `  default "${OTHERWISE[name] ?? ''}";`, '}'].join(
        '\n',
      );
    });
    return `${maps.join('\n')}
server {
  listen ${url.port || 80}; # certbot adds what https needs
  server_name ${url.hostname};
  root ${root};
  error_page 404 ${url.pathname}404.html;
  absolute_redirect off;
  charset utf-8;
  charset_types text/css text/javascript text/csv text/plain application/json application/geo+json;
  gzip on;
  gzip_types text/css text/javascript text/csv application/json application/geo+json application/xml image/svg+xml;
  types {
${Object.entries(TYPES)
  .map(([ending, type]) => `    ${type.replace(/;.*/, '')} ${ending.slice(1)};`)
  .join('\n')}
  }
${names.map((name) => `  add_header ${name} ${variable(name)} always;`).join('\n')}
}
`;
  },
  caddy: ({ url, root }: Place): string => `${url.protocol === 'https:' ? url.host : url.origin} {
\troot * ${root}
\tencode zstd gzip
${rulesUnder(url.pathname)
  .map(
    ([path, headers]) =>
      `\theader ${path} {\n${lines(headers, (name, value) => `\t\t${name} "${value}"`)}\n\t}`,
  )
  .join('\n')}
${lines(OTHERWISE, (name, value) => `\theader ?${name} "${value}"`)}
${Object.entries(TYPES)
  .filter(([ending]) => ending !== '.html')
  .map(
    ([ending, type]) =>
      `\t@${ending.slice(1)} path *${ending}\n\theader @${ending.slice(1)} Content-Type "${type}"`,
  )
  .join('\n')}
\tfile_server
\thandle_errors {
\t\theader Content-Type "text/html; charset=utf-8"
\t\trewrite * ${url.pathname}404.html
\t\tfile_server
\t}
}
`,
};

/** What holds where no rule speaks. Not for `_headers`: hosts that read it have such a rule, and would add ours to it. */
const OTHERWISE: Record<string, string> = { 'Cache-Control': 'no-cache' };

const lines = (headers: Record<string, string>, line: (name: string, value: string) => string): string =>
  Object.entries(headers)
    .map(([name, value]) => line(name, value))
    .join('\n');

const variable = (name: string) => `$site_${name.toLowerCase().replaceAll('-', '_')}`;

const pattern = (path: string) =>
  path.endsWith('*') ? `~^${path.slice(0, -1).replaceAll('.', '\\.')}` : `~^${path.replaceAll('.', '\\.')}$`;
