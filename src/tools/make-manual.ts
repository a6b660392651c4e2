// Writes the list of mistakes in content/README.md. Run `npm run make:manual` after changing src/authoring/errors.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { ERRORS } from '../authoring/errors.ts';

const FILE = 'content/README.md';
const MARK = '<!-- from here on made by `npm run make:manual` -->\n';

/** The manual with its list of mistakes made anew. */
export function madeManual(): string {
  const text = readFileSync(FILE, 'utf8');
  const head = text.slice(0, text.indexOf(MARK) + MARK.length);
  return (
    head +
    Object.entries(ERRORS)
      .map(([code, { hint }]) => `\n### ${code}\n\n${hint}\n`)
      .join('')
  );
}

if (import.meta.main) writeFileSync(FILE, madeManual());
