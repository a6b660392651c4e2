import type { APIRoute } from 'astro';
import { chartPaths, svgFile } from '../../layouts/chart-files.ts';

export const getStaticPaths = chartPaths;
export const GET: APIRoute = ({ params }) =>
  new Response(svgFile(params.id as string), { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
