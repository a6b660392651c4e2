import type { APIRoute } from 'astro';
import { absolute } from '../layouts/href.ts';
import { sitePages } from '../layouts/site-pages.ts';
import { escape } from '../render/paint.ts';

/** Every page that search engines may list; embeds are parts of other pages and stay out. */
export const GET: APIRoute = () => {
  const urls = sitePages().map(({ path }) => `<url><loc>${escape(absolute(path))}</loc></url>`);
  const body = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>\n',
  ];
  return new Response(body.join('\n'), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};
