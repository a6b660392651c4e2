import type { APIRoute } from 'astro';
import { iconFile, iconNames, type Icon } from '../../layouts/icons.ts';

export const getStaticPaths = () => iconNames.map((name) => ({ params: { name } }));
export const GET: APIRoute = async ({ params }) =>
  new Response(await iconFile(params.name as Icon), { headers: { 'Content-Type': 'image/png' } });
