import type { APIRoute } from 'astro';
import { siteContent } from '../../authoring/site-content.ts';
import { chartPaths, codeOf } from '../../layouts/chart-files.ts';
import { enoughHeight } from '../../render/embed-height.ts';
import { chartUpdated } from '../../layouts/feeds.ts';
import { absolute } from '../../layouts/href.ts';
import { keywordsOf } from '../../layouts/structured-data.ts';
import { THUMB } from '../../layouts/thumbs.ts';
import { asOfText } from '../../words/moment-text.ts';

/** All charts, for search panels of content systems. */
export const GET: APIRoute = () => {
  const { charts, words } = siteContent();
  const list = chartPaths().map(({ params: { id } }) => {
    const chart = charts[id];
    if (!chart) throw new Error(`There is no chart "${id}"`);
    const files = Object.fromEntries(
      (['svg', 'png', 'pdf', 'csv', 'json', 'zip'] as const).map((type) => [
        type,
        absolute(`/charts/${id}.${type}`),
      ]),
    );
    const { embed, page, law } = codeOf(id);
    return {
      id,
      kind: chart.kind,
      kindName: words.kinds[chart.kind]?.name,
      subject: chart.kicker,
      title: chart.title,
      description: chart.description,
      alt: chart.alt,
      keywords: keywordsOf(id),
      asOf: {
        text: asOfText(chart.asOf, words),
        from: chart.asOf.from,
        to: chart.asOf.to,
        zone: words.moment.zone,
      },
      updated: chartUpdated(id),
      page,
      embed,
      oembed: absolute(`/embed/${id}/oembed.json`),
      height: enoughHeight(law),
      heightLaw: law,
      thumbnail: { url: absolute(`/thumbs/${id}-light.png`), ...THUMB },
      card: absolute(`/cards/chart-${id}.png`),
      feed: absolute(`/charts/${id}/feed.xml`),
      takeAway: absolute(`/charts/${id}/take-away/`),
      files,
    };
  });
  const body = { site: words.site.name, url: absolute('/'), licence: words.site.licenceUrl, charts: list };
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
