import { unzipSync, unzlibSync } from 'fflate';
import { expect, test } from 'playwright/test';
import { noteNumbers } from '../../src/authoring/note-numbers.ts';
import { chartData } from '../../src/authoring/content-model.ts';
import { drawChart } from '../../src/charts/draw.ts';
import { keyItems } from '../../src/layouts/key-items.ts';
import { geojson } from '../../src/render/geojson.ts';
import { embedLines, heightAt, heightLaw, scrollCss } from '../../src/render/embed-height.ts';
import { linesHtml, stepsCss } from '../../src/render/embed-lines.ts';
import { outlined } from '../../src/render/outlined.ts';
import { pdf } from '../../src/render/pdf.ts';
import { RECIPES, recipes } from '../../src/render/recipes.ts';
import { standaloneSvg } from '../../src/render/standalone.ts';
import { pictureSvg, rolesOf, withAnchors, withLinksTo } from '../../src/render/svg.ts';
import { zip } from '../../src/render/zip.ts';
import { content } from './content.ts';

/** One chart of each kind. */
const IDS = Object.entries(content.charts)
  .filter(([, { kind }], i, all) => all.findIndex(([, other]) => other.kind === kind) === i)
  .map(([id]) => id);
const caption = {
  title: 'A title that says “what & who”',
  asOf: 'As known at midday',
  sources: 'Sources: TASS, DW',
  notes: ['A note.'],
  credit: 'Credit, licence',
  alt: 'What the picture shows.',
  language: 'en',
};
const file = (id: string) => {
  const { picture, key } = drawChart(chartData(content, id));
  return standaloneSvg(picture, { ...caption, key: keyItems(key, content.words) }, 'light');
};
const words = { title: caption.title, alt: caption.alt, author: 'Us', language: 'en', date: '2025-05-15' };
const textsIn = (svg: string) => [...svg.matchAll(/<text/g)].length;

for (const id of IDS) {
  test(`the file of ${id} stands alone, says its words once, and is the same in outlines without a letter`, () => {
    const svg = file(id);
    expect(svg).not.toMatch(/class=|style=|var\(|href="http|NaN|undefined/);
    expect(svg).toContain('<title id="title">A title that says “what &amp; who”</title>');
    for (const text of [caption.asOf, caption.sources, caption.credit]) expect(svg).toContain(`>${text}<`);
    const { key } = drawChart(chartData(content, id));
    for (const { text } of keyItems(key, content.words)) expect(svg).toContain(`>${text}</text>`);
    expect(textsIn(svg)).toBeGreaterThan(5);
    const shapes = outlined(svg);
    expect(textsIn(shapes)).toBe(0);
    expect(shapes).toContain('<desc id="desc">What the picture shows.</desc>');
    expect(/ width="(\d+)"/.exec(shapes)?.[1]).toBe(/ width="(\d+)"/.exec(svg)?.[1]);
  });

  test(`the page of ${id} as PDF is tagged, named and always the same`, async () => {
    const [a4, again, letter] = await Promise.all([
      pdf(file(id), words, 'a4'),
      pdf(file(id), words, 'a4'),
      pdf(file(id), words, 'letter'),
    ]);
    const text = Buffer.from(a4).toString('latin1');
    expect(Buffer.from(again).equals(Buffer.from(a4))).toBe(true);
    expect(text.includes('/MediaBox [0 0 595.28 841.89]')).toBe(true);
    expect(Buffer.from(letter).toString('latin1').includes('/MediaBox [0 0 612 792]')).toBe(true);
    const parts = ['/MarkInfo', '/Lang', '/S /Figure', '/S /H1', 'D:20250515'];
    expect(parts.filter((part) => !text.includes(part))).toEqual([]);
  });

  test(`the picture of ${id} on a page has both frames, and links only where it is told to`, () => {
    const { picture } = drawChart(chartData(content, id));
    const html = pictureSvg(id, picture, caption.title);
    expect(html.match(/<svg class="picture (narrow|wide)"/g)).toHaveLength(2);
    expect(html).toContain('aria-label="A title that says “what &amp; who”"');
    const links = new Set([...html.matchAll(/<a href="#([^"]+)"/g)].map((match) => match[1]));
    expect(links.size).toBeGreaterThan(0);
    const [first = ''] = [...links].map((link) => (link as string).slice(id.length + 1));
    const one = pictureSvg(id, withLinksTo(picture, [first]), '');
    expect(new Set([...one.matchAll(/<a href="#([^"]+)"/g)].map((match) => match[1]))).toEqual(
      new Set([`${id}-${first}`]),
    );
    const moved = pictureSvg(
      id,
      withAnchors(picture, (entry) => `again-${entry}`),
      '',
    );
    expect(moved).toContain(`<a href="#${id}-again-${first}"`);
    const { paints, types } = rolesOf(picture);
    expect(paints.length + types.length).toBeGreaterThan(3);
  });
}

test('a law of heights gives more room to more words, and never less than the picture', () => {
  const { picture, key } = drawChart(chartData(content, 'istanbul'));
  const texts = {
    title: 'Short',
    key: key.parties,
    lines: [],
    asOf: 'As known',
    sources: 'Sources',
    control: false,
    corrections: 0,
  };
  const long = {
    ...texts,
    title: 'A title that is long enough to be set in several lines of a phone. '.repeat(3),
  };
  const [short, more, corrected, moments, plain] = [
    heightLaw(texts, picture),
    heightLaw(long, picture),
    heightLaw({ ...texts, corrections: 2 }, picture),
    heightLaw({ ...texts, control: true }, picture),
    heightLaw(texts, picture, true),
  ];
  for (const width of [280, 320, 360, 400, 480, 600, 720, 1000]) {
    expect(heightAt(short, width)).toBeGreaterThan(
      picture.frames[width < 720 ? 'narrow' : 'wide'].height * 0.7,
    );
    expect(heightAt(more, width)).toBeGreaterThan(heightAt(short, width));
    expect(heightAt(corrected, width) - heightAt(short, width)).toBeGreaterThanOrEqual(2 * 18);
    expect(heightAt(moments, width)).toBeGreaterThan(heightAt(short, width) + 100);
    expect(heightAt(plain, width)).toBeLessThan(heightAt(short, width));
  }
  expect(heightAt(more, 280)).toBeGreaterThan(heightAt(more, 720));
  expect(scrollCss(short)).toContain(`max-height:${heightAt(short, 480) - 2}px`);
  const { title } = embedLines(long);
  expect(
    linesHtml(title)
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ).toBe(long.title.trim());
  expect(stepsCss()).toContain('@container');
});

test('GeoJSON has a point in longitude and latitude for each row with a position', () => {
  const { rows } = drawChart(chartData(content, 'istanbul'));
  const about = { title: 'T', credit: 'C', licence: 'L', page: 'https://h/', credits: ['D'] };
  const { type, features, ...rest } = JSON.parse(geojson(rows, about)) as {
    type: string;
    features: { id: string; geometry: { coordinates: number[] } }[];
  };
  expect([type, rest]).toEqual(['FeatureCollection', about]);
  const placed = rows.filter(({ position }) => position);
  expect(features.map(({ id }) => id)).toEqual(placed.map(({ id }) => id));
  expect(features.length).toBeGreaterThan(0);
  features.forEach(({ geometry }, i) => {
    expect(geometry.coordinates).toEqual([...(placed[i]?.position ?? [])].reverse());
  });
  expect(
    JSON.parse(
      geojson(
        rows.map(({ position: _, ...row }) => row),
        about,
      ),
    ).features,
  ).toEqual([]);
});

test('a zip holds its files as they are, with the day they are as of, and the same bytes each time', () => {
  const files = { 'a/words.txt': 'Wörter', 'a/b.png': new Uint8Array([1, 2, 3]) };
  const packed = zip(files, '2025-05-15');
  const found = unzipSync(packed);
  expect(new TextDecoder().decode(found['a/words.txt'])).toBe('Wörter');
  expect([...(found['a/b.png'] ?? [])]).toEqual([1, 2, 3]);
  expect(Buffer.from(zip(files, '2025-05-15')).equals(Buffer.from(packed))).toBe(true);
  expect(Buffer.from(zip(files, '2025-05-16')).equals(Buffer.from(packed))).toBe(false);
});

test('every recipe leads to the chart’s own address, and lets no text out of its place', () => {
  const all = recipes({
    embed: 'https://h/embed/x/?a=1&b=2',
    page: 'https://h/charts/x/',
    image: 'https://h/charts/x.png',
    helper: 'https://h/embed.js',
    integrity: 'sha384-abc',
    title: '"><script>alert(1)</script>',
    alt: '"><img onerror=alert(1)>',
    caption: '<b>A caption</b>',
    size: { width: 800, height: 600 },
    height: 640,
    law: 'calc(640px)',
    frame: '<iframe></iframe>',
  });
  expect(Object.keys(all)).toEqual([...RECIPES]);
  for (const recipe of RECIPES.filter((name) => name !== 'document')) {
    expect(all[recipe], recipe).not.toMatch(/<script>|<img onerror|<b>/);
    expect(all[recipe], recipe).toMatch(/https:\/\/h\/|<iframe>/);
  }
  expect(all.helper).toContain('integrity="sha384-abc" crossorigin="anonymous"');
  expect(all.amp).toContain('src="https://h/embed/x/?a=1&amp;b=2"');
});

test('marks in the story are numbered from the opening on, a claim that comes again with the number it has', () => {
  const chapters = [{ claims: ['b', 'a'] }, { claims: ['a', 'c'] }] as never;
  expect([...noteNumbers({ chapters })]).toEqual([
    ['b', 1],
    ['a', 2],
    ['c', 3],
  ]);
});

test('what a PDF does not know how to show stops the build', async () => {
  const page = (body: string) => `<svg width="100" height="100">${body}</svg>`;
  await expect(pdf(page('<g><circle r="4"/></g>'), words, 'a4')).rejects.toThrow('cannot show <circle>');
  await expect(pdf(page('<g transform="skewX(4)"/>'), words, 'a4')).rejects.toThrow(
    'cannot transform by skewX',
  );
});

test('a PDF turns about a point and scales as the SVG does', async () => {
  const steps = async (transform: string) => {
    const svg = `<svg width="100" height="100"><g transform="${transform}"><path d="M0 0H1" fill="#000"/></g></svg>`;
    const file = Buffer.from(await pdf(svg, words, 'a4'));
    const [start, end] = ['stream\n', '\nendstream'].map((mark) => file.indexOf(mark));
    const text = new TextDecoder().decode(unzlibSync(file.subarray((start as number) + 7, end)));
    return text.match(/^[-\d. ]+ cm$/gm)?.slice(-1);
  };
  expect(await steps('scale(2)')).toEqual(['2 0 0 2 0 0 cm']);
  expect(await steps('scale(2 3)')).toEqual(['2 0 0 3 0 0 cm']);
  expect(await steps('rotate(90)')).toEqual(['0 1 -1 0 0 0 cm']);
  // (10, 20) stays where it is
  expect(await steps('rotate(90 10 20)')).toEqual(['0 1 -1 0 30 10 cm']);
});
