import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';

const FOLDER = 'content/story/en';
// a draft is not judged: its words are still to be written
const CHAPTERS = readdirSync(FOLDER).filter(
  (name) => name.endsWith('.mdx') && !/^draft: true$/m.test(readFileSync(`${FOLDER}/${name}`, 'utf8')),
);

/** The prose of a chapter as a reader hears it: without its fields, headings, charts and marks. */
const proseOf = (mdx: string): string =>
  mdx
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^#+ .*$/gm, '')
    .replace(/<Claim [^>]*\/>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('*', '');

/** A sentence ends at a full stop, a question or an exclamation, closing marks included, before a capital or the end. */
const sentencesIn = (prose: string): string[] =>
  prose
    .split(/\n\s*\n/)
    .flatMap((paragraph) => paragraph.trim().split(/(?<=[.!?:][”’]?)\s+(?=[“\p{Lu}])/u))
    .filter((sentence) => /\p{L}/u.test(sentence));

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}’:.,-]*/gu) ?? [];

/** About how many syllables a word has in English. A number counts as it is said: 10:00 is “ten o’clock”. */
function syllablesIn(word: string): number {
  const plain = word
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}:]/gu, '')
    .toLowerCase();
  if (/^\d/.test(plain)) return plain.includes(':') ? 3 : Math.max(1, plain.replace(/\D/g, '').length);
  if (plain.length <= 3) return 1;
  const spoken = plain.replace(/(?:[^laeiouy]es|[^td]ed|[^l]e)$/, (end) => end[0] as string);
  return Math.max(1, (spoken.match(/[aeiouyı]{1,2}/gu) ?? []).length);
}

const average = (total: number, parts: number) => total / Math.max(1, parts);

/** The Flesch–Kincaid grade: the school year in which a text like this is read with ease. */
function gradeOf(prose: string): number {
  const words = wordsIn(prose);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return (
    0.39 * average(words.length, sentencesIn(prose).length) + 11.8 * average(syllables, words.length) - 15.59
  );
}

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
    console.log(`${name}: grade ${grade.toFixed(1)} of 9, ${words} words, longest sentence ${longest}`);
    expect(grade, name).toBeLessThanOrEqual(9);
    if (name.startsWith('00-')) continue;
    expect(words, name).toBeGreaterThanOrEqual(150);
    expect(words, name).toBeLessThanOrEqual(350);
  }
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
