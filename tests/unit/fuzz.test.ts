import { expect, test } from 'playwright/test';
import { readContent, type Memory } from '../../src/authoring/content.ts';
import { diskFiles, type ContentFiles } from '../../src/authoring/content-files.ts';
import type { Content } from '../../src/authoring/content-model.ts';
import { isWarning, type Problem } from '../../src/authoring/problem.ts';
import { NOUNS } from '../../src/ledger/fields.ts';
import { content as original } from './content.ts';

// Random edits to the real content, each from its own seed: an edit either passes and changes only what it says, or is
// refused with file, line and column. Nothing crashes and nothing is silently dropped.
const EDITS = process.env.EVERYTHING ? 2_040 : 320;
const PARTS = 4;

const disk = diskFiles(process.cwd());
const paths = [
  'content/ledger',
  'content/words',
  'content/charts',
  'content/story',
  'content/pages',
  'content/geo',
].flatMap(disk.list);
const texts = new Map(paths.map((path) => [path, disk.read(path) as string]));
/** What is unedited is read and drawn once. */
const memory: Memory = new Map();
const editable = paths.filter((path) => /\.(yaml|mdx)$/.test(path));

function randomOf(seed: number): (below: number) => number {
  let state = (seed * 2654435761) % 2147483647 || 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

const TOKEN = /[\p{L}\p{N}_-]+|[^\s\p{L}\p{N}]|\s+/gu;

/** One edit: of a token, of a line, or of the whole file. */
function edit(text: string, random: (below: number) => number): { name: string; text: string } {
  const tokens: string[] = text.match(TOKEN) ?? [];
  const lines = text.split('\n');
  const [t, l] = [random(tokens.length), random(lines.length)];
  const token = tokens[t] as string;
  const withToken = (change: (token: string) => string) => tokens.with(t, change(token)).join('');
  const letter = random(Math.max(1, token.length));
  const edits: [string, () => string][] = [
    ['delete a token', () => withToken(() => '')],
    ['double a token', () => withToken((old) => old + old)],
    [
      'swap two tokens',
      () =>
        tokens
          .with(t, tokens[(t + 1) % tokens.length] as string)
          .with((t + 1) % tokens.length, token)
          .join(''),
    ],
    [
      'retype a letter',
      () =>
        withToken(
          (old) => old.slice(0, letter) + 'abcxyz:"\'[]{}<>#&*|-'[random(20)] + old.slice(letter + 1),
        ),
    ],
    ['delete a letter', () => withToken((old) => old.slice(0, letter) + old.slice(letter + 1))],
    ['delete a line', () => lines.toSpliced(l, 1).join('\n')],
    ['double a line', () => lines.toSpliced(l, 0, lines[l] as string).join('\n')],
    [
      'swap two lines',
      () =>
        lines
          .with(l, lines[(l + 1) % lines.length] as string)
          .with((l + 1) % lines.length, lines[l] as string)
          .join('\n'),
    ],
    ['indent a line', () => lines.with(l, `  ${lines[l]}`).join('\n')],
    ['indent a line by a tab', () => lines.with(l, `\t${lines[l]}`).join('\n')],
    ['cut the file', () => text.slice(0, random(text.length))],
    ['carriage returns', () => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', () => `\uFEFF${text}`],
    ['a wrong encoding', () => withToken((old) => `${old.slice(0, letter)}\uFFFD${old.slice(letter + 1)}`)],
    [
      'a letter of another script',
      () =>
        withToken((old) => old.replace(/[aeo]/, (latin) => ({ a: 'а', e: 'е', o: 'о' })[latin] as string)),
    ],
    ['an invisible character', () => withToken((old) => `${old}\u200B`)],
  ];
  if (random(400) === 0)
    return {
      name: 'a line of one megabyte',
      text: lines.with(l, `${lines[l]}${'x'.repeat(1_000_000)}`).join('\n'),
    };
  const [name, change] = edits[random(edits.length)] as [string, () => string];
  return { name, text: change() };
}

/** Ids that a YAML file of the ledger visibly has. */
const idsIn = (text: string) =>
  [...text.replace(/\r/g, '').matchAll(/^([a-z][a-z0-9-]*):/gm)].map((match) => match[1] as string).sort();

/** What the unedited content says, to compare with: an assertion of the test runner for each of them takes longer than reading. */
const was = {
  ledger: Object.fromEntries(NOUNS.map((noun) => [noun, JSON.stringify(original.ledger[noun])])),
  charts: JSON.stringify(original.charts),
  words: JSON.stringify(original.words),
  prose: original.chapters.length + original.pages.length,
};

/** What is wrong with a problem that an edit of a file was refused with. */
function* faultsOf(problem: Problem, file: string, text: string): Generator<string> {
  if (!paths.includes(problem.file)) return yield `it names ${problem.file}`;
  const lines = (problem.file === file ? text : (texts.get(problem.file) as string)).split('\n').length;
  if (!(problem.line >= 1 && problem.line <= lines + 1 && problem.column >= 1))
    yield `it names line ${problem.line}, column ${problem.column} of ${lines} lines`;
  if (/\bat \S+ \(|undefined|\[object|NaN/.test(problem.message)) yield `it says “${problem.message}”`;
  if (problem.message.length >= 500) yield `it says ${problem.message.length} letters`;
}

/** What an edit of a file that passed has changed beyond what it says. */
function* changesOf(content: Content, file: string, text: string): Generator<string> {
  for (const noun of NOUNS)
    if (file !== `content/ledger/${noun}.yaml`) {
      if (JSON.stringify(content.ledger[noun]) !== was.ledger[noun]) yield `the ${noun} are others`;
    } else if (Object.keys(content.ledger[noun]).sort().join() !== idsIn(text.replace(/^\uFEFF/, '')).join())
      yield `the ids of ${noun} are not those of the file`;
  if (!file.startsWith('content/charts') && JSON.stringify(content.charts) !== was.charts)
    yield 'the charts are others';
  if (!file.startsWith('content/words') && JSON.stringify(content.words) !== was.words)
    yield 'the words are others';
  if (content.chapters.length + content.pages.length !== was.prose) yield 'a chapter or page is gone';
}

for (let part = 0; part < PARTS; part++)
  test(`random edits, part ${part + 1} of ${PARTS}: each passes whole or is refused with its place`, () => {
    test.setTimeout(300_000);
    if (memory.size === 0) readContent(process.cwd(), disk, memory);
    const counts = { passed: 0, refused: 0 };
    const faults: string[] = [];
    for (let seed = part; seed < EDITS; seed += PARTS) {
      const random = randomOf(seed + 1);
      const file = editable[random(editable.length)] as string;
      const { name, text } = edit(texts.get(file) as string, random);
      const files: ContentFiles = {
        list: disk.list,
        read: (path) => (path === file ? text : texts.get(path)),
      };
      // a chart is drawn after its own edits, and after every fourth of the others: that takes most of the time
      const draws = (chart: string) =>
        Boolean(process.env.EVERYTHING) || seed % 16 < PARTS || file.startsWith(`content/charts/${chart}/`);
      const { content, problems } = readContent(process.cwd(), files, new Map(memory), draws);
      const passes = problems.every(isWarning);
      counts[passes ? 'passed' : 'refused']++;
      const found = problems.flatMap((problem) => [...faultsOf(problem, file, text)]);
      if (passes)
        found.push(...(content ? changesOf(content, file, text) : ['neither content nor problems']));
      else if (content) found.push('problems, and content all the same');
      faults.push(...found.map((fault) => `seed ${seed}: ${name} in ${file}: ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(counts.passed + counts.refused).toBe(EDITS / PARTS);
    console.log(`Random edits, part ${part + 1}: ${counts.passed} passed, ${counts.refused} refused`);
  });
