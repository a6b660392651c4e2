import type { APIRoute } from 'astro';
import { cardFile, cards } from '../../layouts/cards.ts';

export const getStaticPaths = () => Object.keys(cards()).map((name) => ({ params: { name } }));
export const GET: APIRoute = async ({ params }) =>
  new Response(await cardFile(params.name as string), { headers: { 'Content-Type': 'image/png' } });
