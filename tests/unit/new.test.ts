import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { readContent } from '../../src/authoring/content.ts';

test('what «npm run new» writes passes the check as a draft, and is not on the site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'new-'));
  for (const part of ['content', 'src', 'package.json', 'tsconfig.json'])
    cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  const make = (...args: string[]) =>
    spawnSync(process.execPath, ['src/tools/new.ts', ...args], { cwd: folder, encoding: 'utf8' });

  for (const [kind = '', ...more] of [
    ['source'],
    ['person'],
    ['claim'],
    ['chapter'],
    ['chart'],
    ['chart', 'timeline'],
  ]) {
    const { status, stdout, stderr } = make(kind, ['brand-new', kind, ...more].join('-'), ...more);
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/^content\/.+:\d+ {2}a draft/);
  }
  // the rest is drawn by the check and by other tests
  const { content, problems } = readContent(folder, undefined, undefined, (id) => id.startsWith('brand-new'));
  expect(problems).toEqual([]);
  expect(Object.keys(content?.charts ?? {})).toContain('istanbul');
  expect(JSON.stringify(content)).not.toMatch(/brand.new/i);

  expect(make('claim', 'brand-new-claim').stderr).toContain('already in content/ledger/claims.yaml');
  expect(make('chrat', 'x').stderr).toContain('Did you mean "chart"?');
  expect(make().stderr).toContain('its kind: map, ');
  expect(make('claim').stderr).toContain('The id is missing');
  expect(make('chart', 'x', 'bar').stderr).not.toContain('Did you mean');
  expect(make('chart', 'x', 'timelin').stderr).toContain('Did you mean "timeline"?');
  rmSync(folder, { recursive: true });
});
