// How long a chapter is and how hard to read, by the figures that newsrooms use.
import type { Problem } from './problem.ts';

/** Words of a chapter, from and to; the opening has its own measure. */
export const LENGTH = { from: 150, to: 350 };
/** The school year in which a chapter is read with ease, at most. */
export const GRADE = 9;

/** The prose of a chapter as a reader hears it: without its fields, headings, charts and marks. */
export const proseOf = (mdx: string): string =>
  mdx
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^#+ .*$/gm, '')
    .replace(/<Claim [^>]*\/>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('*', '');

/** A sentence ends at a full stop, a question or an exclamation, closing marks included, before a capital or the end. */
export const sentencesIn = (prose: string): string[] =>
  prose
    .split(/\n\s*\n/)
    .flatMap((paragraph) => paragraph.trim().split(/(?<=[.!?:][”’]?)\s+(?=[“\p{Lu}])/u))
    .filter((sentence) => /\p{L}/u.test(sentence));

/** Words and numbers, each as it is written. */
export const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}’:.,-]*/gu) ?? [];

/** About how many syllables a word has in English. A number counts as it is said: 10:00 is “ten o’clock”. */
export function syllablesIn(word: string): number {
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
export function gradeOf(prose: string): number {
  const words = wordsIn(prose);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return (
    0.39 * average(words.length, sentencesIn(prose).length) + 11.8 * average(syllables, words.length) - 15.59
  );
}

/** Warnings for a chapter that is thin, long, or hard to read; the last at its longest sentence. */
export function readabilityProblems(file: string, mdx: string, isOpening: boolean): Problem[] {
  const prose = proseOf(mdx);
  const length = wordsIn(prose).length;
  const grade = gradeOf(prose);
  const [longest = ''] = sentencesIn(prose).sort((a, b) => wordsIn(b).length - wordsIn(a).length);
  const before = mdx.slice(0, Math.max(0, mdx.indexOf(longest.slice(0, 24)))).split('\n');
  const problems: Problem[] = [];
  if (!isOpening && (length < LENGTH.from || length > LENGTH.to))
    problems.push({
      code: 'chapter-length',
      file,
      line: 1,
      column: 1,
      message: `the chapter has ${length} words`,
    });
  if (grade > GRADE)
    problems.push({
      code: 'chapter-grade',
      file,
      line: before.length,
      column: (before.at(-1) as string).length + 1,
      message: `it takes ${grade.toFixed(1)} years of school to read with ease; this sentence of ${wordsIn(longest).length} words is the longest`,
    });
  return problems;
}
