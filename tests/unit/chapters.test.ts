import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import {
  GRADE,
  gradeOf,
  LENGTH,
  proseOf,
  readabilityProblems,
  sentencesIn,
  syllablesIn,
  wordsIn,
} from '../../src/authoring/readability.ts';

const FOLDER = 'content/story/en';
// a draft is not judged: its words are still to be written
const CHAPTERS = readdirSync(FOLDER).filter(
  (name) => name.endsWith('.mdx') && !/^draft: true$/m.test(readFileSync(`${FOLDER}/${name}`, 'utf8')),
);

test('the grade is that of the formula', () => {
  // six words of one syllable; the formula gives -1.45
  expect(gradeOf('The cat sat on the mat.')).toBeCloseTo(-1.45, 5);
  expect(
    gradeOf('Constitutional considerations necessitate international administrative cooperation.'),
  ).toBeGreaterThan(20);
  expect(
    ['talks', 'named', 'decided', 'table', 'Istanbul', 'Zelensky', '10:00', '16'].map(syllablesIn),
  ).toEqual([1, 1, 3, 2, 3, 3, 3, 2]);
});

test('every chapter is read with ease in the ninth year of school, and is neither thin nor long', () => {
  for (const name of CHAPTERS) {
    const prose = proseOf(readFileSync(`${FOLDER}/${name}`, 'utf8'));
    const grade = gradeOf(prose);
    const words = wordsIn(prose).length;
    const longest = Math.max(...sentencesIn(prose).map((sentence) => wordsIn(sentence).length));
    console.log(
      `${name}: grade ${grade.toFixed(1)} of ${GRADE}, ${words} words, longest sentence ${longest}`,
    );
    expect(grade, name).toBeLessThanOrEqual(GRADE);
    if (name.startsWith('00-')) continue;
    expect(words, name).toBeGreaterThanOrEqual(LENGTH.from);
    expect(words, name).toBeLessThanOrEqual(LENGTH.to);
  }
});

test('a chapter that is thin, long or hard to read is said to be, at its longest sentence', () => {
  const chapter = (...paragraphs: string[]) => `---\ntitle: T\n---\n\n${paragraphs.join('\n\n')}\n`;
  const easy = 'The cat sat on the mat. '.repeat(30).trim();
  const hard =
    'Constitutional considerations necessitated deliberate international administrative cooperation. '
      .repeat(20)
      .trim();
  const found = (mdx: string, isOpening = false) =>
    readabilityProblems('x.mdx', mdx, isOpening).map(({ code, line, column, message }) =>
      [code, line, column, message].join(' '),
    );
  expect(found(chapter(easy))).toEqual([]);
  expect(found(chapter('The cat sat.'), true)).toEqual([]);
  expect(found(chapter('The cat sat.'))).toEqual(['chapter-length 1 1 the chapter has 3 words']);
  expect(found(chapter(easy, easy))).toEqual(['chapter-length 1 1 the chapter has 360 words']);
  const [first] = found(chapter(easy, `The dog. ${hard}`));
  expect(first).toMatch(/^chapter-grade 7 10 it takes \d+\.\d years of school .* of 7 words/);
});

test('every sentence that states something stands before a claim of its paragraph', () => {
  const count = { claimed: 0, asked: 0, ours: 0 };
  for (const name of CHAPTERS)
    for (const paragraph of proseOf(
      readFileSync(`${FOLDER}/${name}`, 'utf8').replace(/<Claim [^>]*\/>/g, '¶'),
    ).split(/\n\s*\n/)) {
      const last = paragraph.lastIndexOf('¶');
      count.claimed += sentencesIn(paragraph.slice(0, last + 1).replaceAll('¶', '')).length;
      for (const sentence of sentencesIn(paragraph.slice(last + 1))) {
        const asks = sentence.endsWith('?');
        expect(asks || /\b([Ww]e|[Oo]ur|us)\b/.test(sentence), `${name}: ${sentence}`).toBe(true);
        count[asks ? 'asked' : 'ours']++;
      }
    }
  console.log(
    `Sentences before a claim: ${count.claimed}, questions without one: ${count.asked}, about our own work: ${count.ours}`,
  );
  expect(count.claimed).toBeGreaterThan(150);
});

/** The charts of a chapter in its order, each with its state where it has one; a step's state follows a dot. */
const chartsIn = (name: string): string[] =>
  [
    ...readFileSync(`${FOLDER}/${name}`, 'utf8').matchAll(
      /<(?:Chart id|Steps chart)="([^"]+)"(?: state="([^"]+)")?|<Step state="([^"]+)"/g,
    ),
  ].map(([, chart = '', state, step]) => (step ? `· ${step}` : state ? `${chart} ${state}` : chart));

test('the chapters that were planned with charts have them, in their order and states', () => {
  const planned = {
    '01-ten-oclock': 'ten-oclock, day',
    '02-istanbul': 'russian-team, istanbul, · the-wait, · the-named-room, · evening',
    '03-ankara': 'ankara, · arrival, · the-meeting, · after, region the-gap, ukrainian-team, ranks',
    '04-moscow': 'moscow, · evening-14-may, · midday-15-may, moscow-chain',
    '05-around-the-table': 'ties, · offers, · host, · outside, · no, region around-the-table',
    '06-sticking-points': 'positions',
    '07-what-nobody-knew': 'questions',
    '08-what-happened-next': 'rounds',
  };
  for (const [chapter, charts] of Object.entries(planned)) {
    const found = chartsIn(`${chapter}.mdx`);
    const wanted = charts.split(', ');
    const kept = found.filter((chart) => wanted.includes(chart));
    expect(kept, `${chapter}: it has ${found.join(', ') || 'no chart'}`).toEqual(wanted);
  }
});

test('no chart stands in the story twice in the same state', () => {
  const places = new Map<string, string[]>();
  for (const name of CHAPTERS)
    for (const chart of chartsIn(name).filter((text) => !text.startsWith('·')))
      places.set(chart, [...(places.get(chart) ?? []), name]);
  for (const [chart, chapters] of places)
    expect(chapters, `${chart}: ${chapters.join(' and ')}`).toHaveLength(1);
});
