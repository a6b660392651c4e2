import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { madeManual } from '../../src/tools/make-manual.ts';
import { didYouMean, formatProblems, shortened } from '../../src/authoring/problem.ts';

test('a near word is proposed, a far one is not', () => {
  expect(didYouMean('dolmabache', ['ataturk-airport', 'dolmabahce'])).toBe('dolmabahce');
  expect(didYouMean('Chrat', ['Claim', 'Chart'])).toBe('Chart');
  expect(didYouMean('sources', ['status', 'quote'])).toBeUndefined();
});

test('problems come in the order of files and lines, each with where to read more', () => {
  const base = { code: 'id-unknown' as const, column: 3, message: '"x" is not here' };
  const text = formatProblems([
    { ...base, file: 'content/b.yaml', line: 2 },
    { ...base, file: 'content/a.yaml', line: 9, allowed: ['y'], written: 'x' },
    { ...base, file: 'content/ledger/c.yaml', line: 1 },
  ]);
  const places = [...text.matchAll(/^content.*:\d+:\d+/gm)].map(String);
  // what is wrong in the ledger may be why the rest is
  expect(places).toEqual(['content/ledger/c.yaml:1:3', 'content/a.yaml:9:3', 'content/b.yaml:2:3']);
  expect(text).toContain('did you mean "y"?');
  expect(text).toContain('[id-unknown: see content/README.md#id-unknown]');
  expect(text).toContain('3 problems in content/. Nothing was built.');
});

test('the editors’ manual explains every code', async () => {
  expect(madeManual(), 'run npm run make:manual').toBe(readFileSync('content/README.md', 'utf8'));
});

test('a long message is cut where it still fits on a screen, a short one is not', () => {
  const problem = {
    code: 'id-unknown' as const,
    file: 'content/a.yaml',
    line: 1,
    column: 1,
    message: 'x'.repeat(400),
  };
  expect(shortened(problem)).toEqual(problem);
  expect(shortened({ ...problem, message: `${problem.message}y` }).message).toBe(`${problem.message} …`);
});
