import type { APIRoute } from 'astro';
import { chartPaths } from '../../../layouts/chart-files.ts';
import { chartFeed } from '../../../layouts/feeds.ts';
import { atom } from '../../../render/feed.ts';

export const getStaticPaths = chartPaths;
export const GET: APIRoute = ({ params }) =>
  new Response(atom(chartFeed(params.id as string)), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
