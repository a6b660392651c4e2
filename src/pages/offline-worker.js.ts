import type { APIRoute } from 'astro';
import { classicScript } from '../layouts/classic-script.ts';

/** The service worker lies at the root, since it serves only what lies beside and below it. */
export const GET: APIRoute = () =>
  new Response(classicScript('offline-worker'), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
