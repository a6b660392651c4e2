import type { APIRoute } from 'astro';
import { siteContent } from '../../authoring/site-content.ts';
import { chartPaths, codeOf } from '../../layouts/chart-files.ts';
import { enoughHeight } from '../../render/embed-height.ts';
import { absolute } from '../../layouts/href.ts';

/** All charts, for search panels of content systems. */
export const GET: APIRoute = () => {
  const { charts, words } = siteContent();
  const list = chartPaths().map(({ params: { id } }) => {
    const chart = charts[id];
    const files = Object.fromEntries(
      (['svg', 'png', 'csv', 'json'] as const).map((type) => [type, absolute(`/charts/${id}.${type}`)]),
    );
    const { embed, page, law } = codeOf(id);
    return {
      id,
      kind: chart?.kind,
      subject: chart?.kicker,
      title: chart?.title,
      description: chart?.description,
      alt: chart?.alt,
      page,
      embed,
      oembed: absolute(`/embed/${id}/oembed.json`),
      height: enoughHeight(law),
      heightLaw: law,
      files,
    };
  });
  const body = { site: words.site.name, url: absolute('/'), licence: words.site.licenceUrl, charts: list };
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
