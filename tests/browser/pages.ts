import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { parse } from 'yaml';

/** The charts by id. */
export const CHARTS = readdirSync('content/charts').sort();

/** Charts whose picture on a page is words, not a drawing; embeds and files have the drawing. */
export const CHARTS_OF_WORDS = CHARTS.filter((id) =>
  /^kind: (versions|timeline|matrix|questions)$/m.test(
    readFileSync(`content/charts/${id}/chart.yaml`, 'utf8'),
  ),
);

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

export const WIDTHS = [320, 360, 390, 600, 720, 768, 1024, 1280, 1440];

/** Opens the menu where it is folded away: on a phone. */
export async function openMenu(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Menu' });
  if (await button.isVisible()) await button.click();
}
