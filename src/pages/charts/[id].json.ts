import type { APIRoute } from 'astro';
import { chartPaths, jsonFile } from '../../layouts/chart-files.ts';

export const getStaticPaths = chartPaths;
export const GET: APIRoute = ({ params }) =>
  new Response(jsonFile(params.id as string), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
