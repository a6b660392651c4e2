import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { checksums, SUMS } from '../../src/tools/checksums.ts';
import { compare } from '../../src/tools/compare.ts';
import { serve } from '../../src/tools/serve.ts';

// in one process, so that the folder stays until the last test has ended
test.describe.configure({ mode: 'default' });

let root: string;
let build: string;
test.beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'compare-'));
  build = site('build', 'https://example.org/');
});
test.afterAll(() => rmSync(root, { recursive: true }));

/** A site of three files in a folder of its own, built for an address. */
function site(name: string, address: string): string {
  const folder = join(root, name);
  mkdirSync(join(folder, 'charts'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), `<link rel="canonical" href="${address}">`);
  writeFileSync(join(folder, 'charts/a.csv'), 'a');
  writeFileSync(join(folder, 'charts/b.csv'), 'b');
  writeFileSync(join(folder, SUMS), checksums(folder));
  return folder;
}

test('a copy is compared file by file, in a folder and at an address, and says how far it is', async () => {
  const copy = join(root, 'copy');
  cpSync(build, copy, { recursive: true });
  const { server, url } = await serve(copy, '/', 4700);
  const steps: string[] = [];
  for (const where of [copy, url])
    expect(await compare(build, where, (done, all) => steps.push(`${done}/${all}`))).toEqual({
      compared: 3,
      faults: [],
    });
  expect(steps).toEqual(['1/3', '2/3', '3/3', '1/3', '2/3', '3/3']);
  rmSync(join(copy, 'charts/a.csv'));
  writeFileSync(join(copy, 'charts/b.csv'), 'B');
  writeFileSync(join(copy, 'charts/c.csv'), 'c');
  writeFileSync(join(copy, SUMS), checksums(copy));
  for (const where of [copy, url])
    expect((await compare(build, where)).faults).toEqual([
      'charts/a.csv is missing',
      'charts/b.csv differs',
      'charts/c.csv is not in the build',
    ]);
  server.close();
});

test('where there is nothing to compare, one sentence says why', async () => {
  const { server, url } = await serve(build, '/talks/', 4700);
  const elsewhere = site('elsewhere', 'https://example.org/talks/');
  await expect(compare(build, join(root, 'nowhere'))).rejects.toThrow('There is no copy of the site at');
  await expect(compare(build, url.replace('talks/', ''))).rejects.toThrow('There is no copy of the site at');
  await expect(compare(build, elsewhere)).rejects.toThrow(
    'was built for https://example.org/talks/, and dist/ for https://example.org/',
  );
  server.close();
  server.closeAllConnections();
  await expect(compare(build, url)).rejects.toThrow('gives no answer');
});
