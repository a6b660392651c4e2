import type { APIRoute } from 'astro';
import { iconSvg } from '../render/clock-mark.ts';

export const GET: APIRoute = () =>
  new Response(`${iconSvg(0.84, 0.2)}\n`, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
