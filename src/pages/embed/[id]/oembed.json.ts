import type { APIRoute } from 'astro';
import { chartPaths, oembedFile } from '../../../layouts/chart-files.ts';

export const getStaticPaths = chartPaths;
export const GET: APIRoute = ({ params }) =>
  new Response(oembedFile(params.id as string), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
