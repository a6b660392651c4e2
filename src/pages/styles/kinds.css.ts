import type { APIRoute } from 'astro';
import { siteContent } from '../../authoring/site-content.ts';

/** The choice of a kind in the gallery: one rule for each kind that the charts have, so that a new kind needs none. */
export const GET: APIRoute = () => {
  const kinds = [...new Set(Object.values(siteContent().charts).map(({ kind }) => kind))];
  const rules = kinds.map(
    (kind) => `:root:has(#kind-${kind}:checked) .gallery > :not(.kind-${kind}) { display: none; }`,
  );
  return new Response(`@layer components {\n@media screen {\n${rules.join('\n')}\n}\n}\n`, {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
};
