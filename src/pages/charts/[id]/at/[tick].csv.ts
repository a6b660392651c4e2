import type { APIRoute } from 'astro';
import { siteContent } from '../../../../authoring/site-content.ts';
import { chartPaths, csvFile } from '../../../../layouts/chart-files.ts';
import type { Moment } from '../../../../ledger/moment.ts';
import { ticksOf, tickSlug } from '../../../../ledger/ticks.ts';

/** The data of a chart as a reader could know them at one moment. */
export const getStaticPaths = () =>
  chartPaths().flatMap(({ params: { id } }) =>
    ticksOf(siteContent().ledger).map((moment) => ({
      params: { id, tick: tickSlug(moment) },
      props: { moment },
    })),
  );

export const GET: APIRoute<{ moment: Moment }> = ({ params, props: { moment } }) =>
  new Response(csvFile(params.id as string, moment), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
