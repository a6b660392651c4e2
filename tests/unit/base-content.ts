import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder with the small invented content that tests change at will, and the real words and geometry. */
export function baseContent(): string {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync('tests/mistakes/base', root, { recursive: true });
  for (const folder of ['words', 'geo'])
    cpSync(`content/${folder}`, join(root, 'content', folder), { recursive: true });
  return root;
}
