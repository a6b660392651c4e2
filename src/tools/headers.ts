// What a server should say beside each file. One table; from it the `_headers` file of the site (Netlify, Cloudflare
// Pages) and the settings for nginx and Caddy. The policy of each page stands in the page itself, so a server that can
// set nothing, such as GitHub Pages, loses only what is said here.

/** A path may end in `*`. */
type Rules = Record<string, Record<string, string>>;

/** Files that pages on other hosts read: data, embeds and the scripts that go with them. */
const SHARED = ['/embed/*', '/charts/*', '/embed.js', '/scripts/*'];
const YEAR = 31_536_000;

const HEADERS: Rules = {
  '/*': {
    // what no page may loosen; each page adds its own, stricter policy. Every page may be framed: there is no log-in
    'Content-Security-Policy':
      "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
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

export const SERVERS = ['headers', 'nginx', 'caddy'] as const;
export type ServerKind = (typeof SERVERS)[number];

/**
 * The table in the words of a server.
 *
 * @param base the path the site lies under, with a slash at both ends: `/talks/`
 */
export function serverConfig(kind: ServerKind, base: string): string {
  const rules = Object.entries(HEADERS).map(
    ([path, headers]) => [`${base}${path.slice(1)}`, Object.entries(headers)] as const,
  );
  if (kind === 'headers')
    return `${rules.map(([path, headers]) => [path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n')).join('\n')}\n`;
  if (kind === 'caddy')
    return `${rules
      .map(([path, headers]) =>
        [`header ${path} {`, ...headers.map(([name, value]) => `\t${name} "${value}"`), '}'].join('\n'),
      )
      .join('\n')}\n`;
  // nginx drops outer headers where an inner block has its own, so each name is one variable of the path
  const names = [...new Set(rules.flatMap(([, headers]) => headers.map(([name]) => name)))];
  const maps = names.map((name) => {
    const lines = rules.flatMap(([path, headers]) =>
      headers.filter(([other]) => other === name).map(([, value]) => `  ${pattern(path)} "${value}";`),
    );
    return [`map $uri ${variable(name)} {`, ...lines, '  default "";', '}'].join('\n');
  });
  const adds = names.map((name) => `# add_header ${name} ${variable(name)} always;`);
  return `${[...maps, '# and in the server block:', ...adds].join('\n')}\n`;
}

const variable = (name: string) => `$site_${name.toLowerCase().replaceAll('-', '_')}`;

const pattern = (path: string) =>
  path.endsWith('*') ? `~^${path.slice(0, -1).replaceAll('.', '\\.')}` : `~^${path.replaceAll('.', '\\.')}$`;
