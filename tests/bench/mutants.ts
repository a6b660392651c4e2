// `npm run mutants [how many]`: changes one operator, condition, number or returned value of ledger/ and scene/ at a
// time, in a copy of the project, and counts how many of the changes a unit test notices. The sample is always the same.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const ROOMS: Record<string, string[]> = {
  'src/ledger': [
    'moment',
    'queries',
    'ledger',
    'ticks',
    'corrections',
    'over-time',
    'coverage',
    'json-schemas',
  ],
  'src/scene': [
    'text-width',
    'place-labels',
    'over-ticks',
    'scene',
    'chart-files',
    'map-labels',
    'card',
    'render',
    'network',
  ],
};
const SEED = 20250515;
/** A change that makes a test run for longer than this has been noticed: it made a loop endless. */
const PATIENCE = 300_000;

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
function sample<T>(list: T[], count: number): T[] {
  let state = SEED;
  const rest = [...list];
  return Array.from({ length: Math.min(count, list.length) }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return rest.splice(Math.floor((state / 2 ** 32) * rest.length), 1)[0] as T;
  });
}

const count = Number(process.argv[2] ?? 60);
const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
const left = ['node_modules', '.git', '.build', '.astro', 'dist'];
cpSync('.', copy, { recursive: true, filter: (path) => !left.includes(path) });
symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
const notices = (tests: string[]): boolean => {
  const files = tests.map((name) => `unit/${name}.test`);
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      ...'node_modules/playwright/cli.js test -c tests/playwright.config.ts --project=unit -x --workers=1'.split(
        ' ',
      ),
      ...files,
    ],
    { cwd: copy, timeout: PATIENCE },
  );
  if (process.env.DEBUG) console.log(String(stdout).slice(-1500));
  return status !== 0;
};

for (const [room, tests] of Object.entries(ROOMS)) {
  const all = readdirSync(room)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => mutantsOf(`${room}/${name}`));
  if (notices(tests)) throw new Error(`The tests of ${room} fail before anything is changed.`);
  const chosen = sample(all, count);
  const survivors = chosen.filter(({ file, start, end, text }) => {
    const before = readFileSync(file, 'utf8');
    writeFileSync(join(copy, file), before.slice(0, start) + text + before.slice(end));
    // the cheap tests first; most changes are noticed there
    const noticed = notices(tests.slice(0, 4)) || notices(tests.slice(4));
    writeFileSync(join(copy, file), before);
    return !noticed;
  });
  for (const { file, line, start, end, text } of survivors)
    console.log(`  ${file}:${line}  ${readFileSync(file, 'utf8').slice(start, end)} → ${text}`);
  const killed = chosen.length - survivors.length;
  console.log(
    `${room}: ${killed} of ${chosen.length} changes noticed, ${Math.round((killed / chosen.length) * 100)} % (of ${all.length} possible)`,
  );
}
rmSync(copy, { recursive: true });
