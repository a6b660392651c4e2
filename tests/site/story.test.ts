import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { CHAPTERS } from '../browser/pages.ts';
import { read, SITES } from './files.ts';

const html = () => read(SITES.root, 'index.html');
const encoded = (text: string | Uint8Array) => brotliCompressSync(text).length;
const file = (path: string) => readFileSync(join(SITES.root, path));

/** The scripts a page asks for, and all that they import. @param tag the opening of their tags */
function scriptsOf(text: string, tag = /<script[^>]*\ssrc="\/([^"]+)"/g): string[] {
  const found = new Set<string>();
  const queue = [...text.matchAll(tag)].map((match) => match[1] as string);
  for (let path = queue.pop(); path; path = queue.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    for (const match of file(path)
      .toString()
      .matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g))
      queue.push(`_astro/${match[1]}`);
  }
  return [...found];
}

const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
const scripts = () => sum(scriptsOf(html()).map((path) => encoded(file(path))));
const styles = () =>
  sum(
    [...html().matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)].map((match) =>
      encoded(file(match[1] as string)),
    ),
  );
const font = (name: string) => statSync(join(SITES.root, 'fonts', `${name}.woff2`)).size;

test('the JavaScript of the whole story is at most 20 KB', () => {
  const bytes = scripts();
  console.log(`JavaScript of the story: ${scriptsOf(html()).length} files, brotli ${bytes} of 20000`);
  expect(bytes).toBeLessThanOrEqual(20_000);
});

test('a first visit down to the first chart is at most 90 KB, fonts included; the whole page at most 300 KB', () => {
  const text = html();
  // the map of the title, and the strip of the day below it
  const first = text.slice(0, text.indexOf('class="contents-of-story"'));
  expect(first).toContain('class="hero-map"');
  expect(first).toMatch(/<svg class="picture wide"/);
  const fonts = sum(['display', 'text', 'label'].map((face) => font(`${face}-latin`)));
  const atFirst = encoded(first) + styles() + scripts() + fonts;
  const whole = atFirst - encoded(first) + encoded(text) + font('italic-latin');
  console.log(
    `The story, encoded: down to the first chart ${atFirst} of 90000 (page ${encoded(first)}, styles ${styles()}, scripts ${scripts()}, fonts ${fonts}); whole ${whole} of 300000 (page ${encoded(text)})`,
  );
  expect(scripts()).toBeGreaterThan(1000);
  expect(atFirst).toBeLessThanOrEqual(90_000);
  expect(whole).toBeLessThanOrEqual(300_000);
});

test('every chapter and step has an address of its own, and the menu names every chapter', () => {
  const text = html();
  const chapters = [...text.matchAll(/<article class="chapter" id="([^"]+)"/g)].map((match) => match[1]);
  expect(chapters).toEqual(CHAPTERS);
  for (const id of chapters) expect(text.split(`href="#${id}"`).length - 1, id).toBeGreaterThanOrEqual(3);
  const steps = [...text.matchAll(/<div class="step" id="([^"]+)"/g)].map((match) => match[1] as string);
  expect(steps.length).toBeGreaterThan(3);
  expect(new Set(steps).size).toBe(steps.length);
  const states = [...text.matchAll(/data-state="([^"]+)"/g)].flatMap((match) => match[1]?.split(' '));
  for (const id of steps) expect(states.filter((state) => state === id).length, id).toBe(2);
});

test('the key of ties in steps explains each of their lines, and a claim that nobody said has no “Said”', () => {
  const story = read(SITES.root, 'index.html');
  const ties = story.slice(story.indexOf('id="chart-ties"'));
  const key = /<ul class="key">([\s\S]*?)<\/ul>/.exec(ties)?.[1] ?? '';
  for (const line of ['happened', 'reported, not confirmed', 'refused', 'disputed', 'came later'])
    expect(key).toContain(line);
  const cards = story.match(/<div class="claim">[\s\S]*?<\/div>/g) ?? [];
  const reports = cards.filter((card) => card.includes('News reports'));
  expect(reports.length).toBeGreaterThan(10);
  expect(reports.filter((card) => card.includes('<dt>Said</dt>'))).toEqual([]);
  expect(cards.filter((card) => card.includes('<dt>Said</dt>')).length).toBeGreaterThan(40);
});
