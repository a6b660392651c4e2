import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, FrameLocator, Page } from 'playwright/test';
import { parse } from 'yaml';

const isDraft = (file: string) => /^draft: true$/m.test(readFileSync(file, 'utf8'));

// What is published is read from content/, so that a test goes on to fit when an editor adds something.

/** The charts by id. */
export const CHARTS = readdirSync('content/charts')
  .filter((id) => !isDraft(`content/charts/${id}/chart.yaml`))
  .sort();

/** The chapters of the story by id, in its order, without the opening. */
export const CHAPTERS = readdirSync('content/story/en')
  .filter((file) => !file.startsWith('00-') && !isDraft(`content/story/en/${file}`))
  .sort()
  .map((file) => file.replace(/^\d\d-|\.mdx$/g, ''));

/** How many headers and cells the table of positions has. */
export function sizeOfPositions(): { columns: number; rows: number; cells: number; silent: number } {
  const chart = parse(readFileSync('content/charts/positions/chart.yaml', 'utf8')) as {
    positions: string[];
    parties: string[];
  };
  const ledger = parse(readFileSync('content/ledger/positions.yaml', 'utf8')) as Record<
    string,
    { cells: Record<string, unknown> }
  >;
  const cells = chart.positions.flatMap((id) => chart.parties.map((party) => ledger[id]?.cells[party]));
  return {
    columns: chart.parties.length + 1,
    rows: chart.positions.length,
    cells: cells.length,
    silent: cells.filter((cell) => cell === 'not stated').length,
  };
}

/** Charts whose picture on a page is words, not a drawing; embeds and files have the drawing. */
export const CHARTS_OF_WORDS = CHARTS.filter((id) =>
  /^kind: (versions|timeline|matrix|questions)$/m.test(
    readFileSync(`content/charts/${id}/chart.yaml`, 'utf8'),
  ),
);

/** One chart of each kind. */
export const ONE_OF_EACH = CHARTS.filter(
  (id) => CHARTS.findIndex((other) => kindOf(other) === kindOf(id)) === CHARTS.indexOf(id),
);

function kindOf(id: string): string | undefined {
  return /^kind: (\w+)/m.exec(readFileSync(`content/charts/${id}/chart.yaml`, 'utf8'))?.[1];
}

/** The names of a chart's states. */
export const statesOf = (id: string): string[] =>
  Object.keys(
    (parse(readFileSync(`content/charts/${id}/chart.yaml`, 'utf8')) as { states?: object }).states ?? {},
  );

/** Every page of the site, embeds included. */
export const PAGES = [
  '/',
  '/chapters/ankara/',
  '/charts/',
  ...CHARTS.flatMap((id) => [`/charts/${id}/`, `/embed/${id}/`]),
  '/charts/ties/at/',
  '/embed/ties/at/',
  '/day/',
  '/people/',
  '/sources/',
  '/contested/',
  '/corrections/',
  '/about/',
  '/about/embedding/',
  '/404.html',
];

/**
 * Addresses in groups, for tests that only look at each: one page of the browser sees a whole group, as opening one takes
 * longer than most of these looks.
 */
export const inGroups = (paths: string[], size = 8): string[][] =>
  Array.from({ length: Math.ceil(paths.length / size) }, (_, i) => paths.slice(i * size, (i + 1) * size));

/** A group by its first and last address. */
export const nameOf = (group: string[]): string =>
  group.length > 1 ? `${group[0]} to ${group.at(-1)}` : `${group[0]}`;

/** What is the same on a phone, which sees it only in `npm run test:all`. */
export const ON_DESKTOP = { tag: ['@desktop'] };

/** Whether nothing is left out: `npm run test:all`. */
export const EVERYTHING = Boolean(process.env.EVERYTHING);

/** What a test needs that only Chromium and its driver can do, or what is the same in each browser. Why, stands above it. */
export const CHROMIUM_ONLY = { tag: ['@chromium'] };

/** A second browser sees what the test shows if `seen`; else only in `npm run test:all`. */
export const twiceOnlyIf = (seen: boolean): { tag: string[] } => ({ tag: seen ? [] : ['@once'] });

/** Whether a browser looks a second time at what the first has shown, and `npm test` therefore looks at less of it. */
export const looksAgain = (browserName: string): boolean => browserName === 'firefox' && !EVERYTHING;

/**
 * Whether a page is looked at where others like it have shown the same, or another browser has: of charts one of each
 * kind, without its states. `npm run test:all` looks at all of them.
 */
export function isSampled(path: string): boolean {
  if (EVERYTHING) return true;
  const [, id, state] = /^\/(?:charts|embed)\/([^/]+)\/(.*)$/.exec(path) ?? [];
  return id === undefined || (ONE_OF_EACH.includes(id) && (!state || state === 'at/'));
}

export const WIDTHS = [320, 360, 390, 600, 720, 768, 1024, 1280, 1440];

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong in a page as it is now; what a frame shows is a page of the site as well.
 *
 * @param category of rules, such as `cat.color`; all without it
 * @param part the selector of what is looked at; the whole page without it
 */
export async function faultsOf(page: Page, category?: string, part = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(
    async ([only, within]) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const rules = only === undefined ? {} : { runOnly: { type: 'tag' as const, values: [only] } };
      const options = { resultTypes: ['violations' as const], iframes: false, ...rules };
      const { violations } = await axe.run(within === 'html' ? document : within, options);
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      );
    },
    [category, part] as const,
  );
}

/** Opens a host's page with a frame of the site in it. @param attributes of the frame, its address among them */
export async function openFramed(page: Page, attributes: string): Promise<FrameLocator> {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Host</title><iframe ${attributes}></iframe>`,
    }),
  );
  await page.goto('/host.html');
  return page.frameLocator('iframe');
}

/** A page on a phone, where fingers take the place of a mouse. */
export async function openOnPhone(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** Opens the menu where it is folded away: on a phone. */
export async function openMenu(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Menu' });
  if (await button.isVisible()) await button.click();
}
