import type { APIRoute } from 'astro';
import { siteFeed } from '../layouts/feeds.ts';
import { jsonFeed } from '../render/feed.ts';

export const GET: APIRoute = () =>
  new Response(jsonFeed(siteFeed('/feed.json')), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
