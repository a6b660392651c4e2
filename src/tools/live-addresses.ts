import type { AstroIntegration } from 'astro';

/**
 * While editing, lets addresses follow `content/`: what a new chart, state or chapter is called is an address at once.
 * Astro asks a route for its addresses once and keeps the answer until it hears that content has changed; it cannot see
 * that by itself, since `content/` is read by us.
 */
export function liveAddresses(): AstroIntegration {
  return {
    name: 'live-addresses',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.watcher.on('all', (_, path) => {
          if (!/[\\/]content[\\/].+\.(yaml|mdx)$/.test(path)) return;
          for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
        });
      },
    },
  };
}
