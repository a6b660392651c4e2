import type { APIRoute } from 'astro';
import { chartPaths, pngFile } from '../../layouts/chart-files.ts';

export const getStaticPaths = chartPaths;
export const GET: APIRoute = ({ params }) =>
  new Response(pngFile(params.id as string), { headers: { 'Content-Type': 'image/png' } });
