import type { AstroIntegration } from 'astro';
import type { Content } from './content-model.ts';
import { rereadContent } from './content.ts';
import { writeSchemas } from './json-schemas.ts';
import { formatProblems } from './problem.ts';

/** A file is empty before it is written: it is read when nothing has changed for so long, ms. */
const SAVING = 100;

/** Checks `content/` before every build, which stops at the first problem, and reloads the pages while editing. */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command === 'preview') return;
        const content = readAndTell();
        if (content) return writeSchemas(content);
        // an exception would hide the message behind a stack trace; while editing, the pages show it instead
        if (command === 'build') process.exit(1);
      },
      'astro:server:setup': ({ server }) => {
        let saved: NodeJS.Timeout | undefined;
        const reread = () => {
          const content = readAndTell();
          if (content) writeSchemas(content);
          server.ws.send({ type: 'full-reload' });
        };
        server.watcher.on('all', (_, path) => {
          if (!/[\\/]content[\\/].+\.(yaml|json|mdx)$/.test(path)) return;
          clearTimeout(saved);
          saved = setTimeout(reread, SAVING);
        });
      },
    },
  };
}

/** Reads the content and says what is wrong with it, warnings too. Gives none where that is more than warnings. */
function readAndTell(): Content | undefined {
  const { content, problems } = rereadContent(process.cwd());
  if (problems.length > 0) console.error(`\n${formatProblems(problems)}\n`);
  return content;
}
