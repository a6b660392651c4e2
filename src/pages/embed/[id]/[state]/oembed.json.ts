import type { APIRoute } from 'astro';
import { oembedFile, statePaths } from '../../../../layouts/chart-files.ts';

export const getStaticPaths = statePaths;
export const GET: APIRoute = ({ params }) =>
  new Response(oembedFile(params.id as string, params.state), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
