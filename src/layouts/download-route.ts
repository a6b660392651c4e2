import type { APIRoute } from 'astro';
import { chartPaths } from './chart-files.ts';
import { downloadsOf } from './downloads.ts';

/**
 * The route of all downloads of one type: `/charts/istanbul.png`, `/charts/istanbul-3x.png` … A type has a file of its own
 * in `src/pages/charts`, since an address counts as a file's only where the extension stands in the name of its route:
 * while editing, any other is asked for a slash at its end, and not found.
 */
export function downloadRoute(extension: string) {
  const end = `.${extension}`;
  const getStaticPaths = () =>
    chartPaths().flatMap(({ params: { id } }) =>
      downloadsOf(id)
        .filter(({ file }) => file.endsWith(end))
        .map(({ file }) => ({ params: { name: file.slice(0, -end.length) }, props: { id } })),
    );
  const GET: APIRoute<{ id: string }> = async ({ params: { name }, props: { id } }) => {
    // looked up anew: while editing, the list of paths may for a moment be older than the content
    const download = downloadsOf(id).find(({ file }) => file === name + end);
    if (!download) return new Response(null, { status: 404 });
    return new Response(await download.body(), { headers: { 'Content-Type': download.type } });
  };
  return { getStaticPaths, GET };
}
