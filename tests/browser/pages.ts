import { readdirSync } from 'node:fs';

/** The charts by id. */
export const CHARTS = readdirSync('content/charts').sort();

/** Every page of the site, embeds included. */
export const PAGES = [
  '/',
  '/charts/',
  ...CHARTS.flatMap((id) => [`/charts/${id}/`, `/embed/${id}/`]),
  '/people/',
  '/sources/',
  '/contested/',
  '/corrections/',
  '/about/',
  '/404.html',
];

export const WIDTHS = [320, 360, 390, 600, 720, 768, 1024, 1280, 1440];
