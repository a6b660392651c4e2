import { expect, test } from 'playwright/test';
import { csv } from '../../src/render/csv.ts';
import { embedCode, oembed } from '../../src/render/embed-code.ts';
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
  height: 640,
};

test('the embed code has no script, escapes its texts and keeps a link outside the frame', () => {
  const text = embedCode(code);
  expect(text).not.toContain('<script');
  expect(text).toContain('title="A &quot;title&quot; &amp; more"');
  expect(text).toContain('height="640"');
  expect(text).toContain('<p><a href="https://h/charts/x/">');
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
