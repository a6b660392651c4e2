import { expect, test } from 'playwright/test';
import { csv } from '../../src/render/csv.ts';
import { embedCode, oembed } from '../../src/render/embed-code.ts';
import { enoughHeight, heightAt, heightCss } from '../../src/render/embed-height.ts';
import { setRow, setText, STEPS } from '../../src/render/embed-lines.ts';
import { textWidth } from '../../src/scene/text-width.ts';
import { readFileSync } from 'node:fs';
import { madeStyles } from '../../src/tools/make-styles.ts';
import { PALETTE } from '../../src/scene/palette.ts';

test('CSV quotes what needs it and keeps commas, quotes and lines', () => {
  expect(
    csv([
      ['a', 'b, "c"'],
      [1, 'd\ne'],
    ]),
  ).toBe('\uFEFFa,"b, ""c"""\r\n1,"d\ne"\r\n');
});

const code = {
  embed: 'https://h/embed/x/',
  page: 'https://h/charts/x/',
  title: 'A "title" & more',
  site: 'S',
  law: {
    steps: [
      { from: 280, height: 640 },
      { from: 400, height: 600 },
      { from: 720, height: 630 },
    ],
    shrinks: { below: 310, by: 1.5 },
  },
};

test('the embed code has no script, escapes its texts and keeps a link outside the frame', () => {
  const text = embedCode(code);
  expect(text).not.toContain('<script');
  expect(text).toContain('title="A &quot;title&quot; &amp; more"');
  expect(text).toContain('height="640"');
  expect(text).toContain('<p><a href="https://h/charts/x/">');
});

test('the height law is the same as a number, as CSS, and as the one height that is enough', () => {
  const { law } = code;
  // what a browser would make of it, at widths of whole and of broken px
  const asBrowser = (width: number) =>
    new Function(
      'clamp',
      'max',
      `return ${heightCss(law).slice(4).replaceAll('100cqi', String(width)).replaceAll('px', '')}`,
    )((low: number, value: number, high: number) => Math.min(Math.max(low, value), high), Math.max);
  for (let width = 280; width <= 1200; width++)
    expect(asBrowser(width), `at ${width} px`).toBeCloseTo(heightAt(law, width), 6);
  expect([280, 309, 310, 399, 400, 719, 720].map((width) => heightAt(law, width))).toEqual([
    595, 638.5, 640, 640, 600, 600, 630,
  ]);
  // a column of 719.5 px may hold a frame of 719 or of 720: the greater height holds
  expect([399.5, 719.5].map(asBrowser)).toEqual([640, 630]);
  expect(enoughHeight(law)).toBe(640);
});

test('an embed’s lines break where its words say, at every step', () => {
  const set = setText('At midday the two sides were 350 km apart, and no hour was agreed.', 'display', 22);
  expect(set.pieces.map(({ text }) => text).join(' ')).toBe(
    'At midday the two sides were 350 km apart, and no hour was agreed.',
  );
  STEPS.forEach((step, i) => {
    const lines = set.pieces.reduce<string[]>(
      (all, { text, at }) =>
        all.length > 0 && !at.includes(i) ? [...all.slice(0, -1), `${all.at(-1)} ${text}`] : [...all, text],
      [],
    );
    expect(lines).toHaveLength(set.lines[i] as number);
    for (const line of lines) expect(textWidth(line, 'display', 22)).toBeLessThanOrEqual(step - 32);
  });
  expect(set.lines[0]).toBeGreaterThan(set.lines.at(-1) as number);
});

test('oEmbed has every field that consumers ask for, with whole numbers', () => {
  const answer = oembed(code, {
    width: 600,
    provider: 'https://h/',
    thumbnail: { url: 'https://h/x.png', width: 1200, height: 900 },
  });
  expect(answer).toMatchObject({
    version: '1.0',
    type: 'rich',
    width: 600,
    height: 640,
    thumbnail_width: 1200,
  });
  expect(String(answer.html)).toMatch(/^<blockquote><a .*<\/blockquote><iframe .*<\/iframe>$/);
  for (const name of ['width', 'height', 'thumbnail_width', 'thumbnail_height', 'cache_age'])
    expect(Number.isInteger(answer[name])).toBe(true);
});

test('the stylesheets say what the palette and the roles say', async () => {
  for (const [name, text] of Object.entries(await madeStyles()))
    expect(readFileSync(`src/styles/${name}`, 'utf8'), `src/styles/${name}: run npm run make:styles`).toBe(
      text,
    );
});

test('text and marks have the contrast they need on every ground, light and dark', () => {
  const luminance = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((i) => {
      const value = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  };
  for (const theme of [0, 1] as const) {
    for (const ground of ['paper', 'sunk', 'land'] as const)
      for (const text of ['ink', 'muted'] as const)
        expect(
          contrast(PALETTE[text][theme], PALETTE[ground][theme]),
          `${text} on ${ground}`,
        ).toBeGreaterThanOrEqual(4.5);
    expect(contrast(PALETTE['water-text'][theme], PALETTE.sea[theme])).toBeGreaterThanOrEqual(4.5);
    for (const ground of ['paper', 'land', 'sea'] as const)
      for (const party of ['ukraine', 'russia', 'turkiye', 'usa', 'europe', 'other', 'focus'] as const)
        expect(
          contrast(PALETTE[party][theme], PALETTE[ground][theme]),
          `${party} on ${ground}`,
        ).toBeGreaterThanOrEqual(3);
  }
});

test('the words of a key stand in as many rows as their widths need at each step', () => {
  // 280 px hold 248 px of them: two of 120 with 8 between, and no third
  const { at, rows } = setRow([120, 120, 120], 8);
  expect(at).toEqual([[], [], [0, 1, 2, 3]]);
  expect(rows).toEqual([2, 2, 2, 2, 1, 1, 1]);
  expect(setRow([120, 121], 8).rows[0]).toBe(2);
  expect(setRow([900], 8)).toEqual({ at: [[]], rows: STEPS.map(() => 1) });
  expect(setRow([], 8).rows).toEqual(STEPS.map(() => 0));
});
