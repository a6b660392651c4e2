import type { APIRoute } from 'astro';
import { siteContent } from '../../authoring/site-content.ts';
import { chartPaths } from '../../layouts/chart-files.ts';
import { absolute } from '../../layouts/href.ts';

/**
 * This site as an entry of the list of oEmbed providers (oembed.com). A file cannot answer a query, so every chart is
 * an endpoint of its own. JSON is YAML too, so it can be handed in as it is.
 */
export const GET: APIRoute = () => {
  const { words } = siteContent();
  const endpoints = chartPaths().map(({ params: { id } }) => ({
    schemes: [absolute(`/charts/${id}/`), absolute(`/embed/${id}/`)],
    url: absolute(`/embed/${id}/oembed.json`),
    example_urls: [absolute(`/charts/${id}/`)],
    discovery: true,
    formats: ['json'],
  }));
  const provider = { provider_name: words.site.name, provider_url: absolute('/'), endpoints };
  return new Response(`${JSON.stringify([provider], null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
