// `npm run mutants [how many] [seed]`: changes one operator, condition, number or returned value of ledger/ and scene/ at
// a time, in a copy of the project, and counts how many of the changes a test notices. Only the tests that are nearest to
// the changed file by their imports are run, so a change that survives may still be noticed by others. A seed always
// gives the same sample.
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';
import ts from 'typescript';

/** What is changed, and the tests that are run for all of it: they compare what comes out in the end. */
const ROOMS: Record<string, string[]> = {
  'src/ledger': ['tests/mistakes/mistakes.test.ts'],
  'src/scene': ['tests/pictures/pictures.test.ts', 'tests/unit/render.test.ts'],
};
/** A change that makes tests run for longer than this has been noticed: it made a loop endless. */
const PATIENCE = 90_000;
/** Of the near tests those that are quicker than this are run first, those slower than that not at all, ms. */
const [SHORT, LONG] = [8_000, 30_000];

interface Mutant {
  file: string;
  /** Place in the file, and what stands there instead. */
  start: number;
  end: number;
  text: string;
  line: number;
}

const SWAPS: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
  [ts.SyntaxKind.AsteriskToken]: '/',
  [ts.SyntaxKind.SlashToken]: '*',
};

function mutantsOf(file: string): Mutant[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const add = (node: ts.Node, text: string) => {
    const start = node.getStart();
    const { line } = source.getLineAndCharacterOfPosition(start);
    found.push({ file, start, end: node.getEnd(), text, line: line + 1 });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isBinaryExpression(node)) {
      const swap = SWAPS[node.operatorToken.kind];
      if (swap) add(node.operatorToken, swap);
    }
    if (ts.isConditionalExpression(node) || ts.isIfStatement(node)) {
      const condition = ts.isIfStatement(node) ? node.expression : node.condition;
      add(condition, 'true');
      add(condition, 'false');
    }
    if (ts.isNumericLiteral(node)) add(node, `(${node.text} + 1)`);
    if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, 'false');
    if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, 'true');
    if (ts.isReturnStatement(node) && node.expression) add(node.expression, '(undefined as never)');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A sample of a list, the same for a seed. */
function sample<T>(list: T[], size: number, seed: number): T[] {
  let state = seed;
  const rest = [...list];
  return Array.from({ length: Math.min(size, list.length) }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return rest.splice(Math.floor((state / 2 ** 32) * rest.length), 1)[0] as T;
  });
}

/** The files that a file imports for more than their types. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from\s+'(\.[^']+)'/gm)]
    .map((match) => posix.join(dirname(file), match[1] as string))
    .filter((path) => path.endsWith('.ts') && existsSync(path));
}

/** How many imports lead from a test to each file that it reaches. */
function distancesFrom(test: string): Map<string, number> {
  const found = new Map([[test, 0]]);
  for (const [file, distance] of found)
    for (const next of importsOf(file)) if (!found.has(next)) found.set(next, distance + 1);
  return found;
}

const tests = readdirSync('tests/unit')
  // random edits take minutes
  .filter((name) => name.endsWith('.test.ts') && name !== 'fuzz.test.ts')
  .map((name) => ({ test: `tests/unit/${name}`, distances: distancesFrom(`tests/unit/${name}`) }));

/** The unit tests that reach a file by the fewest imports, and those that need one more. */
function nearestTo(file: string): { first: string[]; second: string[] } {
  const distance = ({ distances }: (typeof tests)[number]) => distances.get(file) ?? Infinity;
  const nearest = Math.min(...tests.map(distance));
  const at = (wanted: number) => tests.filter((each) => distance(each) === wanted).map(({ test }) => test);
  return { first: at(nearest), second: at(nearest + 1) };
}

const count = Number(process.argv[2] ?? 100);
const seed = Number(process.argv[3] ?? 20250515);
const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
const left = ['node_modules', '.git', '.build', '.astro', 'dist'];
cpSync('.', copy, { recursive: true, filter: (path) => !left.includes(path) });
symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');

/** Runs tests in the copy. @returns whether one of them fails, or they do not come to an end */
function notices(files: string[]): Promise<boolean> {
  const run = spawn(
    process.execPath,
    [
      'node_modules/playwright/cli.js',
      ...'test -c tests/playwright.config.ts --project=unit --project=mistakes --project=pictures -x --workers=1'.split(
        ' ',
      ),
      ...files.map((file) => `${file.slice('tests/'.length)}$`),
    ],
    // a group of its own, so that an endless loop in a worker ends with it
    {
      cwd: copy,
      detached: true,
      stdio: process.env.DEBUG ? 'inherit' : 'ignore',
      env: { ...process.env, CI: '1' },
    },
  );
  return new Promise((done) => {
    const timer = setTimeout(() => process.kill(-(run.pid as number), 'SIGKILL'), PATIENCE);
    run.on('close', (status) => {
      clearTimeout(timer);
      done(status !== 0);
    });
  });
}

const possible = Object.keys(ROOMS).flatMap((room) =>
  readdirSync(room)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => mutantsOf(`${room}/${name}`)),
);
const chosen = sample(possible, count, seed);
console.log(`${chosen.length} of ${possible.length} possible changes, seed ${seed}`);
const killed = new Map(Object.keys(ROOMS).map((room) => [room, 0]));
/** How long each test takes when nothing is changed, ms. */
const durations = new Map<string, number>();
async function durationOf(test: string): Promise<number> {
  const known = durations.get(test);
  if (known !== undefined) return known;
  const from = performance.now();
  if (await notices([test])) throw new Error(`${test} fails before anything is changed`);
  const duration = performance.now() - from;
  durations.set(test, duration);
  if (duration > LONG) console.log(`  left out: ${test}, which takes ${Math.round(duration / 1000)} s`);
  return duration;
}
/** Of some tests those that are no slower than this, ms. */
async function within(limit: number, some: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const test of some) if ((await durationOf(test)) <= limit) found.push(test);
  return found;
}

/** The tests to run for a file, step by step: the quick of the nearest, those of its room, the others that are near. */
async function* stepsFor(file: string): AsyncGenerator<string[]> {
  const { first, second } = nearestTo(file);
  const run = new Set<string>();
  const steps: [number, string[]][] = [
    [SHORT, first],
    [Infinity, ROOMS[dirname(file)] ?? []],
    [LONG, [...first, ...second]],
  ];
  for (const [limit, some] of steps) {
    const step = await within(
      limit,
      some.filter((test) => !run.has(test)),
    );
    for (const test of step) run.add(test);
    if (step.length > 0) yield step;
  }
}

const started = performance.now();
let done = 0;
for (const { file, line, start, end, text } of chosen) {
  const before = readFileSync(file, 'utf8');
  let noticed = false;
  for await (const step of stepsFor(file)) {
    writeFileSync(join(copy, file), before.slice(0, start) + text + before.slice(end));
    noticed = await notices(step);
    writeFileSync(join(copy, file), before);
    if (noticed) break;
  }
  done++;
  if (noticed) killed.set(dirname(file), (killed.get(dirname(file)) ?? 0) + 1);
  else console.log(`  ${done}, not noticed: ${file}:${line}  ${before.slice(start, end)} → ${text}`);
  if (done % 10 === 0)
    console.log(`  ${done} tried in ${Math.round((performance.now() - started) / 1000)} s`);
}
const each = (performance.now() - started) / 1000 / chosen.length;
console.log(`${each.toFixed(1)} s a change, the times of the tests included`);
for (const [room, number] of killed) {
  const of = chosen.filter(({ file }) => dirname(file) === room).length;
  if (of > 0)
    console.log(`${room}: ${number} of ${of} changes noticed, ${Math.round((number / of) * 100)} %`);
}
rmSync(copy, { recursive: true });
