/** Every page of the site, embeds included. */
export const PAGES = [
  '/',
  '/charts/',
  '/charts/istanbul/',
  '/embed/istanbul/',
  '/people/',
  '/sources/',
  '/about/',
  '/404.html',
];

export const WIDTHS = [320, 360, 390, 600, 720, 768, 1024, 1280, 1440];
