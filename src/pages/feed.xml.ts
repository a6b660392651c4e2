import type { APIRoute } from 'astro';
import { siteFeed } from '../layouts/feeds.ts';
import { atom } from '../render/feed.ts';

export const GET: APIRoute = () =>
  new Response(atom(siteFeed('/feed.xml')), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
