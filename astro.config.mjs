import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { contentCheck } from './src/authoring/integration.ts';
import { liveAddresses } from './src/tools/live-addresses.ts';
import { siteFiles } from './src/tools/site-files.ts';
import { siteUrl } from './src/tools/site-url.ts';

export default defineConfig({
  site: siteUrl(),
  base: process.env.SITE_BASE ?? '/',
  outDir: process.env.SITE_OUT ?? './dist',
  // of each folder its own: two copies of the project may share their packages
  cacheDir: './.build/cache',
  output: 'static',
  trailingSlash: 'always',
  compressHTML: true,
  devToolbar: { enabled: false },
  // a page is built while a picture is drawn on another thread
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  // Curly quotes are typed by the author: the processor would put English ones into every language.
  markdown: { syntaxHighlight: false, processor: satteri({ features: { smartPunctuation: false } }) },
  integrations: [contentCheck(), liveAddresses(), mdx(), siteFiles()],
  vite: {
    // Scripts and styles are files, so that one policy without exceptions fits every page.
    build: { assetsInlineLimit: 0, rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
});
