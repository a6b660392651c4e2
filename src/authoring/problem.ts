import { ERRORS, type ErrorCode } from './errors.ts';

/** Something wrong in `content/`, at a place an editor can jump to. */
export interface Problem {
  code: ErrorCode;
  /** Path from the project's root. */
  file: string;
  /** From 1. */
  line: number;
  column: number;
  /** What is wrong. */
  message: string;
  /** What is allowed instead, nearest first. */
  allowed?: string[];
  /** What was written, when it looks like one of `allowed`. */
  written?: string;
}

/** One problem as the editor reads it, on two to four lines. */
export function formatProblem(problem: Problem): string {
  const { code, file, line, column, message, allowed = [], written } = problem;
  const near = written === undefined ? undefined : didYouMean(written, allowed);
  const lines = [`${file}:${line}:${column}  ${message}`];
  if (near) lines.push(`    → did you mean "${near}"?`);
  if (allowed.length > 0) lines.push(`    allowed: ${list(allowed, near)}`);
  lines.push(`    ${ERRORS[code].hint}  [${code}: see content/README.md#${code}]`);
  return lines.join('\n');
}

/** True for what is allowed, but better changed: the site is built all the same. */
export const isWarning = ({ code }: Problem): boolean => 'warning' in ERRORS[code];

/** A problem whose message fits on a screen, whatever was written. */
export const shortened = (problem: Problem): Problem =>
  problem.message.length <= MESSAGE
    ? problem
    : { ...problem, message: `${problem.message.slice(0, MESSAGE)} …` };

/** Letters of a message at most. */
const MESSAGE = 400;

/** A mistake in the ledger shows in charts and chapters, too: the cause comes first. */
const rank = ({ file }: Problem): number => (file.startsWith('content/ledger/') ? 0 : 1);

/** All problems, those of the ledger first, in the order of files and lines, and how many there are. */
export function formatProblems(problems: Problem[]): string {
  const sorted = [...problems].sort(
    (a, b) =>
      rank(a) - rank(b) || a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column,
  );
  const counted = (n: number, word: string) => (n === 1 ? `1 ${word}` : `${n} ${word}s`);
  const text = sorted.map(formatProblem).join('\n\n');
  if (problems.every(isWarning)) return `${text}\n\n${counted(problems.length, 'warning')} in content/.`;
  return `${text}\n\n${counted(problems.length, 'problem')} in content/. Nothing was built.`;
}

const MOST = 12;

function list(allowed: string[], near: string | undefined): string {
  const ordered = near ? [near, ...allowed.filter((word) => word !== near)] : allowed;
  const shown = ordered.slice(0, MOST).join(' · ');
  return ordered.length > MOST ? `${shown} … and ${ordered.length - MOST} more` : shown;
}

/** The allowed word that is nearest to what was written, if one is near. */
export function didYouMean(written: string, allowed: string[]): string | undefined {
  if (written.length > 100) return undefined;
  const ranked = allowed
    .map((word) => ({ word, distance: editDistance(written.toLowerCase(), word.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(2, Math.floor(best.word.length / 3)) ? best.word : undefined;
}

/** Insertions, deletions, substitutions and swaps of neighbours (Damerau's optimal string alignment). */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(i - 2, j - 2) + 1);
      (rows[i] as number[])[j] = cost;
    }
  }
  return at(a.length, b.length);
}
