import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';

// Facts, charts and words are read and checked by src/authoring/content.ts; Astro only renders the prose.
export const collections = {
  story: defineCollection({ loader: glob({ base: './content/story', pattern: '*/*.mdx' }) }),
  pages: defineCollection({ loader: glob({ base: './content/pages', pattern: '*/*.mdx' }) }),
};
