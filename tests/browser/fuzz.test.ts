import { expect, test } from './test.ts';
import { EVERYTHING, looksAgain, ONE_OF_EACH, PAGES } from './pages.ts';

const SEED = 20250515;
const ROUNDS = EVERYTHING ? 4 : 2;

/** One page of each kind. */
const KINDS = PAGES.filter((path) => {
  const id = /^\/(?:charts|embed)\/([^/]+)\/$/.exec(path)?.[1];
  return !id || ONE_OF_EACH.includes(id);
});

/** Numbers from 0 to 1, the same for a seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const NAMES = [
  'theme',
  'state',
  'reading',
  'childId',
  'parentId',
  'at',
  'lang',
  'x',
  '__proto__',
  'constructor',
];
const VALUES = [
  ...[
    'dark',
    'light',
    'scroll',
    'istanbul',
    '2025-05-15',
    '',
    '0',
    '-1',
    'NaN',
    'null',
    '%',
    '%E0%A4%A',
    '%00',
    '..%2F..%2F',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '"><script>alert(1)</script>',
    "');alert(1);//",
    'x'.repeat(3000),
  ],
  ...[
    '😀',
    '\u202e',
    '#',
    'a b',
    '[id]',
    ':target',
    'step-',
    'note-',
    'known-99',
    '//example.org/',
    '&&&&==',
    '\\',
  ],
];

test.skip(({ browserName }) => looksAgain(browserName), 'a second browser runs it with npm run test:all');

for (const [index, path] of KINDS.entries())
  test(`${path} stays readable whatever stands behind ? and #, and whatever it is told`, async ({ page }) => {
    const next = random(SEED + index);
    const pick = <T>(list: T[]): T => list[Math.floor(next() * list.length)] as T;
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('console', (message) => {
      // Firefox complains of a face that was still coming when the page was left
      if (message.type() === 'error' && !/^downloadable font: download failed/.test(message.text()))
        wrong.push(message.text());
    });
    page.on('dialog', (dialog) => {
      wrong.push(`opens a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    for (let round = 0; round < ROUNDS; round++) {
      const query = Array.from(
        { length: 1 + Math.floor(next() * 4) },
        () => `${pick(NAMES)}=${pick(VALUES)}`,
      );
      const address = `${path}?${query.join('&').replaceAll('#', '%23')}#${pick(VALUES)}`;
      await page.goto(address);
      const here = page.url();
      await page.evaluate(
        async ([hashes, values]) => {
          for (const value of values)
            for (const data of [
              value,
              { tenOclock: { theme: value, state: value } },
              { type: value, height: value },
            ])
              postMessage(data, '*');
          for (const hash of hashes) location.hash = hash;
          await new Promise((done) => setTimeout(done, 50));
        },
        [
          Array.from({ length: 3 }, () => pick(VALUES)),
          Array.from({ length: 5 }, () => pick(VALUES)),
        ] as const,
      );
      expect(new URL(page.url()).pathname, address).toBe(new URL(here).pathname);
      expect(await page.locator('h1').first().isVisible(), address).toBe(true);
      expect(await page.locator('img[src=x]').count(), address).toBe(0);
      expect(wrong, address).toEqual([]);
    }
  });
