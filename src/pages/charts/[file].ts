import type { APIRoute } from 'astro';
import { chartPaths } from '../../layouts/chart-files.ts';
import { downloadsOf, type Download } from '../../layouts/downloads.ts';

/** Every file of every chart: `/charts/istanbul.svg`, `/charts/istanbul-3x.png` … */
export const getStaticPaths = () =>
  chartPaths().flatMap(({ params: { id } }) =>
    downloadsOf(id).map((download) => ({ params: { file: download.file }, props: { download } })),
  );

export const GET: APIRoute<{ download: Download }> = async ({ props: { download } }) =>
  new Response(await download.body(), { headers: { 'Content-Type': download.type } });
