import type { APIRoute } from 'astro';
import { chartPaths, csvFile } from '../../layouts/chart-files.ts';

export const getStaticPaths = chartPaths;
export const GET: APIRoute = ({ params }) =>
  new Response(csvFile(params.id as string), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
