import type { APIRoute } from 'astro';
import { chartPaths } from '../../layouts/chart-files.ts';
import { downloadsOf, type Download } from '../../layouts/downloads.ts';

/** Every file of every chart: `/charts/istanbul.svg`, `/charts/istanbul-3x.png` … */
export const getStaticPaths = () =>
  chartPaths().flatMap(({ params: { id } }) =>
    downloadsOf(id).map(({ file }) => ({ params: { file }, props: { id } })),
  );

export const GET: APIRoute<{ id: string }> = async ({ params, props: { id } }) => {
  // looked up anew: while editing, the list of paths is older than the content
  const download = downloadsOf(id).find(({ file }) => file === params.file) as Download;
  return new Response(await download.body(), { headers: { 'Content-Type': download.type } });
};
