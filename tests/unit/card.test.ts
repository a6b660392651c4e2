import { expect, test } from 'playwright/test';
import { chartData } from '../../src/authoring/content-model.ts';
import { drawChart } from '../../src/charts/draw.ts';
import { CARD, cardSvg } from '../../src/render/card.ts';
import { clockMark, iconSvg } from '../../src/render/clock-mark.ts';
import { thumbSvg } from '../../src/render/crop.ts';
import { png } from '../../src/render/png.ts';
import { content } from './content.ts';

const words = { site: 'Site', kicker: 'Subject', title: 'A palace was named.', asOf: 'As known at midday' };
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]);

test('a card says site, subject, title and state of knowledge, and stands alone', () => {
  const svg = cardSvg(words);
  for (const text of ['Site', 'Subject', 'As known at midday']) expect(textsOf(svg)).toContain(text);
  expect(textsOf(svg).join(' ')).toContain('A palace was');
  expect(svg).not.toMatch(/class=|var\(|style=|href=/);
});

test('a longer title is set smaller; one that fits at no size, or has a letter no font has, stops the build', () => {
  const sizeOf = (title: string) =>
    Number(
      /font-family="'Ten Serif Display'[^>]*font-size="(\d+)"/.exec(
        cardSvg({ ...words, title }).split('Subject')[1] ?? '',
      )?.[1],
    );
  const long = 'The Kremlin published its list late on 14 May. Putin was not on it.';
  expect(sizeOf('Istanbul')).toBe(72);
  expect(sizeOf(long)).toBeLessThan(60);
  expect(cardSvg({ ...words, title: long })).not.toMatch(/ 14</);
  expect(() => cardSvg({ ...words, title: `${long} `.repeat(6).trim() })).toThrow(
    'too long for a social card',
  );
  expect(() => cardSvg({ ...words, kicker: 'W'.repeat(60) })).toThrow('Too long');
  expect(() => cardSvg({ ...words, title: 'An arrow →' })).toThrow('has no letter');
});

test('cards and thumbs of all charts can be drawn', async () => {
  // the time is printed, not judged: a machine under load is no fault of ours
  const started = performance.now();
  for (const id of Object.keys(content.charts)) {
    const { chart, picture } = drawChart(chartData(content, id));
    const image = await png(cardSvg({ ...words, kicker: chart.kicker, title: chart.title, picture }), 1);
    expect(new DataView(image.buffer).getUint32(16), id).toBe(CARD.width);
    expect(thumbSvg(picture, 720, 420, 'dark'), id).toContain('<svg');
  }
  const each = (performance.now() - started) / Object.keys(content.charts).length;
  console.log(`Social cards: ${each.toFixed(0)} ms each, drawing of the chart included`);
});

test('the clock has a dash at the top for each hour of its ring', () => {
  for (const dashes of [12, 24] as const) {
    const [dash = 0, gap = 0] = (/stroke-dasharray="([\d. ]+)"/.exec(clockMark('#000', dashes))?.[1] ?? '')
      .split(' ')
      .map(Number);
    expect((dash + gap) * dashes).toBeCloseTo(2 * Math.PI * 10, 1);
  }
  expect(iconSvg(0.6, 0)).toContain('rx="0"');
});
