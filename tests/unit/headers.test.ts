import { expect, test } from 'playwright/test';
import { readSums } from '../../src/tools/checksums.ts';
import { headersFile, SERVERS } from '../../src/tools/headers.ts';

test('the headers of the site lie under its own path, in the words of each server', () => {
  const url = new URL('https://example.org/talks/');
  const texts = Object.entries(SERVERS).map(([kind, config]) => [kind, config({ url, root: '/var/www' })]);
  for (const [kind, text] of [...texts, ['headers', headersFile('/talks/')]]) {
    expect(text, kind).toContain('/talks/embed/');
    expect(text, kind).toContain('Access-Control-Allow-Origin');
    expect(text, kind).toContain("require-trusted-types-for 'script'");
    expect(text, kind).not.toMatch(/(?<!talks)\/embed\/\*/);
  }
});

test('every page may be framed, and no header lets in what a page’s own policy keeps out', () => {
  const text = headersFile('/');
  expect(text).not.toMatch(/frame-ancestors|X-Frame-Options|unsafe|https?:/i);
});

test('a list of check sums is read as sha256sum writes it', () => {
  const sum = 'a'.repeat(64);
  expect([...readSums(`${sum}  index.html\n${sum} *charts/ties.png\nnot a sum\n`)]).toEqual([
    ['index.html', sum],
    ['charts/ties.png', sum],
  ]);
});
