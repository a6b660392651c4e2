import type { APIRoute } from 'astro';
import { chartPaths, oembedFile } from '../../../../layouts/chart-files.ts';
import { OVER_TIME } from '../../../../layouts/embed-chart.ts';

export const getStaticPaths = chartPaths;
export const GET: APIRoute = ({ params }) =>
  new Response(oembedFile(params.id as string, OVER_TIME), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
