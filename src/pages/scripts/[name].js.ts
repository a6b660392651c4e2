import type { APIRoute } from 'astro';
import { classicScript, type ScriptName } from '../../layouts/classic-script.ts';

const NAMES: ScriptName[] = ['embed-frame', 'known-at', 'story-steps'];

export const getStaticPaths = () => NAMES.map((name) => ({ params: { name } }));

export const GET: APIRoute = ({ params }) =>
  new Response(classicScript(params.name as ScriptName), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
