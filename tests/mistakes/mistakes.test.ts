import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'playwright/test';
import { parse } from 'yaml';
import { baseContent } from '../unit/base-content.ts';
import { readContent } from '../../src/authoring/content.ts';
import { ERRORS } from '../../src/authoring/errors.ts';
import { formatProblem, isWarning } from '../../src/authoring/problem.ts';

interface Case {
  case: string;
  file: string;
  find?: string;
  write?: string;
  create?: string;
  /** The file is a copy of another, then edited. */
  createFrom?: string;
  remove?: boolean;
  expect: { code: string; file?: string; line: number; column: number; says: string; near?: string };
  /** A second problem that follows from the same mistake. */
  also?: string;
}

const cases = parse(readFileSync('tests/mistakes/cases.yaml', 'utf8')) as Case[];

test('the content that the mistakes are made in is in order', () => {
  const root = baseContent();
  expect(readContent(root).problems.filter((problem) => !isWarning(problem))).toEqual([]);
  rmSync(root, { recursive: true });
});

for (const { case: name, file, find, write, create, createFrom, remove, expect: wanted, also } of cases)
  test(`${name} is refused at its line and column`, () => {
    const root = baseContent();
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    if (createFrom) cpSync(join(root, createFrom), path);
    if (remove) rmSync(path);
    else if (create !== undefined) writeFileSync(path, create);
    else {
      const text = readFileSync(path, 'utf8');
      expect(text.split(find as string), 'what the case edits stands once in the file').toHaveLength(2);
      writeFileSync(path, text.replace(find as string, () => write as string));
    }
    const { content, problems } = readContent(root);
    rmSync(root, { recursive: true });
    expect(content).toBeUndefined();
    const found = problems.find(({ code }) => code === wanted.code);
    expect(found, problems.map(formatProblem).join('\n')).toBeDefined();
    if (!found) return;
    const { code, line, column } = found;
    expect({ code, file: found.file, line, column }).toEqual({
      code: wanted.code,
      file: wanted.file ?? file,
      line: wanted.line,
      column: wanted.column,
    });
    expect(found.message).toContain(wanted.says);
    const text = formatProblem(found);
    expect(text).toContain(`content/README.md#${code}`);
    if (wanted.near) expect(text).toContain(`did you mean "${wanted.near}"?`);
    const others = problems.filter((problem) => !isWarning(problem)).map((problem) => problem.code);
    expect(others.filter((other) => other !== code && other !== also)).toEqual([]);
  });

test('every code but those of warnings has a mistake that shows it, or is known to need another chart', () => {
  const shown = new Set(cases.map(({ expect: { code } }) => code));
  const refused = Object.entries(ERRORS).filter(([, error]) => !('warning' in error));
  expect(refused.map(([code]) => code).filter((code) => !shown.has(code))).toEqual(['no-room']);
});
