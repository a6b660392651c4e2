import type { APIRoute } from 'astro';
import { siteContent } from '../authoring/site-content.ts';
import { href } from '../layouts/href.ts';
import { iconNames, iconSize } from '../layouts/icons.ts';
import { colour } from '../scene/palette.ts';

/** Lets a reader put the story on a home screen. */
export const GET: APIRoute = () => {
  const { words } = siteContent();
  const body = {
    id: href('/'),
    name: words.site.name,
    short_name: words.site.short,
    description: words.site.description,
    lang: 'en',
    dir: 'ltr',
    start_url: href('/'),
    scope: href('/'),
    display: 'minimal-ui',
    background_color: colour('paper', 'light'),
    theme_color: colour('paper', 'light'),
    icons: [
      { src: href('/icon.svg'), type: 'image/svg+xml', sizes: 'any' },
      ...iconNames
        .filter((name) => name !== 'apple-touch-icon')
        .map((name) => ({
          src: href(`/icons/${name}.png`),
          type: 'image/png',
          sizes: `${iconSize(name)}x${iconSize(name)}`,
          ...(name.startsWith('maskable') ? { purpose: 'maskable' } : {}),
        })),
    ],
  };
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' },
  });
};
