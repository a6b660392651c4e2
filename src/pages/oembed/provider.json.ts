import type { APIRoute } from 'astro';
import { siteContent } from '../../authoring/site-content.ts';
import { chartPaths, statePaths } from '../../layouts/chart-files.ts';
import { OVER_TIME } from '../../layouts/embed-chart.ts';
import { absolute } from '../../layouts/href.ts';

/**
 * This site as an entry of the list of oEmbed providers (oembed.com). A file cannot answer a query, so every chart and
 * every state is an endpoint of its own. JSON is YAML too, so it can be handed in as it is.
 */
export const GET: APIRoute = () => {
  const { words } = siteContent();
  const charts = chartPaths().map(({ params: { id } }) =>
    endpoint(`/embed/${id}/`, [`/charts/${id}/`, `/embed/${id}/`]),
  );
  const states = [
    ...statePaths(),
    ...chartPaths().map(({ params: { id } }) => ({ params: { id, state: OVER_TIME } })),
  ].map(({ params: { id, state } }) => endpoint(`/embed/${id}/${state}/`, [`/embed/${id}/${state}/`]));
  // states first: some consumers take the first address that the one asked for begins with
  const endpoints = [...states, ...charts];
  const provider = { provider_name: words.site.name, provider_url: absolute('/'), endpoints };
  return new Response(`${JSON.stringify([provider], null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};

type Address = `/${string}`;

const endpoint = (embed: Address, schemes: Address[]) => ({
  schemes: schemes.map(absolute),
  url: absolute(`${embed}oembed.json`),
  example_urls: schemes.slice(0, 1).map(absolute),
  discovery: true,
  formats: ['json'],
});
