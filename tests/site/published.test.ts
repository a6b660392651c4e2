import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { checksums, readSums, sha256, SUMS } from '../../src/tools/checksums.ts';
import { SITES } from './files.ts';

test('the site publishes the check sum of each of its files', () => {
  const sums = readSums(readFileSync(join(SITES.root, SUMS), 'utf8'));
  expect(sums).toEqual(readSums(checksums(SITES.root)));
  expect(sums.get('index.html')).toBe(sha256(readFileSync(join(SITES.root, 'index.html'))));
  expect(sums.size).toBeGreaterThan(100);
});

test('what a reader keeps for later is whole, and at most 1.5 MB', () => {
  const list = JSON.parse(readFileSync(join(SITES.root, 'offline.json'), 'utf8')) as string[];
  const files = list.map((path) => (path === '' || path.endsWith('/') ? `${path}index.html` : path));
  for (const file of files) expect(existsSync(join(SITES.root, file)), file).toBe(true);
  expect(list).toContain('');
  expect(list.filter((path) => path.startsWith('embed/'))).toEqual([]);
  const bytes = files.reduce((sum, file) => sum + statSync(join(SITES.root, file)).size, 0);
  console.log(`Kept for later: ${files.length} files, ${bytes} of 1500000 bytes`);
  expect(bytes).toBeLessThanOrEqual(1_500_000);
});
