import type { APIRoute } from 'astro';
import { chartPaths } from '../../layouts/chart-files.ts';
import { thumbFile } from '../../layouts/thumbs.ts';

const THEMES = ['light', 'dark'] as const;

export const getStaticPaths = () =>
  chartPaths().flatMap(({ params: { id } }) =>
    THEMES.map((theme) => ({ params: { name: `${id}-${theme}` }, props: { id, theme } })),
  );
export const GET: APIRoute = async ({ props }) =>
  new Response(await thumbFile(props.id as string, props.theme as (typeof THEMES)[number]), {
    headers: { 'Content-Type': 'image/png' },
  });
