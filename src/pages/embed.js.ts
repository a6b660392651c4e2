import type { APIRoute } from 'astro';
import { classicScript } from '../layouts/classic-script.ts';

/** The host's helper, at an address that never changes. */
export const GET: APIRoute = () =>
  new Response(classicScript('embed-host'), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
