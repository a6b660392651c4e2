import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { filesOf, read, SITES } from './files.ts';

/** The checksum that hosts have pasted with the helper. Its bytes never change: another helper takes another address. */
const HELPER = 'sha384-TMjWj5SOHcK0Voceq+2NPEpsIuNUXK4KbyY3Pu624SoCqr8DpyC4o8FIvZPcedvK';

const brotli = (file: string) => brotliCompressSync(readFileSync(join(SITES.root, file))).length;

test('the helper at /embed.js is, to the byte, what hosts have pasted the checksum of', () => {
  const sum = createHash('sha384')
    .update(readFileSync(join(SITES.root, 'embed.js')))
    .digest('base64');
  expect(`sha384-${sum}`).toBe(HELPER);
  expect(read(SITES.root, 'charts/istanbul/index.html')).toContain(`integrity=&quot;${HELPER}&quot;`);
});

test('an embed’s script has at most 1,500 bytes, the helper 1,000, with the element in it', () => {
  const sizes = [brotli('scripts/embed-frame.js'), brotli('embed.js')] as const;
  console.log(`embed-frame.js: brotli ${sizes[0]} of 1500 bytes; embed.js: ${sizes[1]} of 1000`);
  expect(sizes[0]).toBeLessThanOrEqual(1500);
  expect(sizes[1]).toBeLessThanOrEqual(1000);
});

test('neither stores nor fetches anything, nor measures the window’s height', () => {
  for (const file of ['scripts/embed-frame.js', 'embed.js'])
    expect(read(SITES.root, file), file).not.toMatch(
      /Storage|cookie|indexedDB|caches|fetch|XMLHttp|beacon|innerHeight|\bimport\b/,
    );
  for (const page of filesOf(SITES.root).filter((file) => /^embed\/.*\.html$/.test(file)))
    expect(/<style[^>]*>([\s\S]*?)<\/style>/.exec(read(SITES.root, page))?.[1], page).not.toMatch(
      /\d[sdl]?v(h|min|max|b)\b/,
    );
});

test('no line of iframe-resizer, whose licence is not ours, is in the site', () => {
  for (const file of filesOf(SITES.root).filter((name) => /\.(js|html|css)$/.test(name)))
    expect(read(SITES.root, file), file).not.toMatch(
      /iframe-resizer\/(parent|core|child)|iFrameResize\(|davidjbradshaw/i,
    );
});

test('every state of a chart has an embed of its own, with its oEmbed answer', () => {
  let seen = 0;
  for (const file of filesOf(SITES.root).filter((name) => /^embed\/[^/]+\/index\.html$/.test(name))) {
    const html = read(SITES.root, file);
    for (const state of /data-states="([^"]*)"/.exec(html)?.[1]?.split(' ') ?? []) {
      seen++;
      const folder = file.replace('index.html', `${state}/`);
      expect(read(SITES.root, `${folder}index.html`)).toContain(`data-state="${state}"`);
      const answer = JSON.parse(read(SITES.root, `${folder}oembed.json`)) as { html: string };
      expect(answer.html).toContain(`/${folder}`);
    }
  }
  console.log(`Embeds of states: ${seen}`);
});

test('every embed, of a state too, is whole in a first response of at most 14,600 bytes', () => {
  const pages = filesOf(SITES.root).filter((file) => /^embed\/.*\/index\.html$/.test(file));
  const sizes = pages.map((page) => brotli(page));
  for (const [i, page] of pages.entries()) {
    expect(sizes[i], page).toBeLessThanOrEqual(14_600);
    expect(read(SITES.root, page), page).toMatch(
      /class="picture narrow"[\s\S]*class="picture wide"[\s\S]*class="rows"/,
    );
  }
  console.log(
    `Embeds: ${pages.length}, brotli ${Math.min(...sizes)} to ${Math.max(...sizes)} bytes of 14600`,
  );
});
