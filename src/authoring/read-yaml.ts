import { z } from 'astro/zod';
import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml';
import type { Problem } from './problem.ts';
import { keysAt, schemaFile } from './schema.ts';

type Path = PropertyKey[];

/** A YAML text that was read: its value, and where each part of it stands. */
export interface YamlFile<T> {
  file: string;
  /** Absent when the text has problems. */
  value?: T;
  /** The value before it was checked, for what can still be said about it. */
  raw: unknown;
  problems: Problem[];
  /** Line and column, from 1, of the value at a path, or of the nearest thing above it. */
  at: (path: Path, part?: 'key' | 'value') => { line: number; column: number };
}

/**
 * Reads a YAML text and checks it against a schema.
 *
 * @param firstLine the line of the file on which the text starts (front matter starts on line 2)
 */
export function readYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  firstLine = 1,
): YamlFile<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const at = (path: Path, part: 'key' | 'value' = 'value') => place(offsetOf(document, path, part));
  const lineOf = (offset: number) => place(offset).line;
  const syntax = syntaxError(text, document, lineOf);
  if (syntax) {
    const { message, offset } = syntax;
    return { file, raw: undefined, problems: [{ code: 'yaml-syntax', file, ...place(offset), message }], at };
  }
  const raw: unknown = document.toJS() ?? {};
  const result = schema.safeParse(raw);
  // of a file that has nothing, every field would be missing
  if (!result.success && document.contents === null && firstLine === 1)
    return {
      file,
      raw,
      problems: [{ code: 'file-missing', file, line: 1, column: 1, message: 'the file is empty' }],
      at,
    };
  if (result.success) return { file, value: result.data, raw, problems: [], at };
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, file, schema, raw, at));
  return { file, raw, problems, at };
}

function problemsOf(
  issue: z.core.$ZodIssue,
  file: string,
  schema: z.ZodType,
  raw: unknown,
  at: YamlFile<unknown>['at'],
): Problem[] {
  const { path } = issue;
  const name = pathName(path);
  const written = path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    raw,
  );
  const problem = (rest: Partial<Problem> & Pick<Problem, 'code' | 'message'>): Problem => ({
    file,
    ...at(path),
    ...rest,
  });
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      code: 'field-unknown' as const,
      file,
      ...at([...path, key], 'key'),
      message: `${name ? `${name}: ` : ''}there is no field "${key}"`,
      allowed: keysAt(schema, path),
      written: key,
    }));
  if (issue.code === 'invalid_key')
    return [
      problem({
        code: 'field-value',
        ...at(path, 'key'),
        message: `"${String(path.at(-1))}" ${issue.issues[0]?.message ?? ''}`,
      }),
    ];
  if (written === undefined && issue.code !== 'custom')
    return [
      problem({
        code: 'field-missing',
        message: `${pathName(path.slice(0, -1)) || 'the file'}: "${String(path.at(-1))}" is missing; ${schemaFile(file, raw, path)} says what it is`,
      }),
    ];
  if (issue.code === 'invalid_value')
    return [
      problem({
        code: 'field-value',
        message: `${name}: "${String(written)}" is not allowed here`,
        allowed: issue.values.map(String),
        written: String(written),
      }),
    ];
  if (issue.code === 'custom') return [problem({ code: 'time-value', message: `${name}: ${issue.message}` })];
  if (issue.code === 'invalid_type')
    return [
      problem({
        code: 'field-value',
        message: `${name}: must be ${typeName(issue.expected)}, not ${shown(written)}`,
      }),
    ];
  if (issue.code === 'invalid_union')
    return [
      problem({
        code: 'field-value',
        message: `${name}: ${shown(written)} is none of the forms that are allowed here`,
      }),
    ];
  const says = issue.message.startsWith('is ') ? `${shown(written)} ${issue.message}` : issue.message;
  return [problem({ code: 'field-value', message: `${name}: ${says}` })];
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)} …` : text;
}

function typeName(expected: string): string {
  const names: Record<string, string> = {
    string: 'text',
    number: 'a number',
    boolean: 'true or false',
    array: 'a list',
    tuple: 'a list such as [41.0391, 29.0003]',
    object: 'a group of fields',
    record: 'ids, each with its entry',
  };
  return names[expected] ?? expected;
}

/** `claims[2]`, `tass-ten-oclock → sources[0]` */
function pathName(path: Path): string {
  return path.reduce<string>(
    (name, key) =>
      typeof key === 'number' ? `${name}[${key}]` : name ? `${name} → ${String(key)}` : String(key),
    '',
  );
}

/** Something wrong with the YAML itself, and where. */
interface SyntaxError {
  message: string;
  offset: number;
}

/**
 * The first thing that is wrong with the YAML itself: what the parser says after that mostly follows from it. Of
 * something that was opened and never closed the opening is told, since the parser notices it later.
 */
function syntaxError(
  text: string,
  document: Document,
  lineOf: (offset: number) => number,
): SyntaxError | undefined {
  const [first, second] = (document as Document.Parsed).errors;
  if (!first) return undefined;
  const { code, pos } = first;
  const [offset] = pos;
  let opened: SyntaxError | undefined;
  visit(document, {
    Node: (_, node) => {
      const [start = 0, end = 0] = node.range ?? [];
      if (end !== offset) return;
      if (isScalar(node) && /^QUOTE/.test(node.type ?? ''))
        opened = { message: 'this quote is never closed', offset: start };
      if ((isSeq(node) || isMap(node)) && node.flow)
        opened = { message: `this ${isSeq(node) ? '[' : '{'} is never closed`, offset: start };
    },
  });
  if (opened) return opened;
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n')[0] as string;
  switch (code) {
    case 'DUPLICATE_KEY':
      return { message: twice(document, offset, lineOf), offset };
    case 'TAB_AS_INDENT':
      return { message: 'a tab: lines are indented with spaces', offset };
    case 'BAD_INDENT':
      return { message: INDENTED, offset: wordFrom(text, offset) };
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (line.trimStart().startsWith('-')) return { message: INDENTED, offset: wordFrom(text, offset) };
      // the value goes on in the next line, which looks like a name with a value of its own
      if (second?.code === 'MULTILINE_IMPLICIT_KEY')
        return { message: INDENTED, offset: wordFrom(text, text.indexOf('\n', offset)) };
      return { message: 'this text has ": " in it: put quotes around it', offset };
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
      if (/^\s*-/.test(line)) return { message: INDENTED, offset };
      return {
        message: line.includes(':')
          ? 'a space is missing after the colon'
          : 'a name needs a colon and a value',
        offset,
      };
    case 'BAD_SCALAR_START':
      return { message: `text that starts with ${text[offset] ?? ''} needs quotes around it`, offset };
    default:
      if (first.message.includes('scalar at node end'))
        return { message: 'the value has ended before this: quotes go around all of it', offset };
      return { message: first.message.replace(/^./, (letter) => letter.toLowerCase()), offset };
  }
}

const INDENTED = 'this line starts at another column than the lines it belongs with';

/** Where the next word starts. */
const wordFrom = (text: string, offset: number) => offset + Math.max(0, text.slice(offset).search(/\S/));

/** `"airport" stands here twice: first in line 1` */
function twice(document: Document, offset: number, lineOf: (offset: number) => number): string {
  let message = 'this name stands here twice';
  visit(document, {
    Map: (_, { items }) => {
      const names = items.map(({ key }) => key).filter(isScalar);
      const second = names.find(({ range }) => range?.[0] === offset);
      const first = names.find(({ value }) => value === second?.value);
      if (second && first?.range)
        message = `"${String(second.value)}" stands here twice: first in line ${lineOf(first.range[0])}`;
    },
  });
  return message;
}

/** Where the node at a path starts; for a path that is not there, where the nearest node above it does. */
function offsetOf(document: Document, path: Path, part: 'key' | 'value'): number {
  let node = document.contents as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const [depth, key] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
      );
      if (!pair || !isScalar(pair.key)) return offset;
      const value = pair.value as Node | null;
      const wantsKey = part === 'key' && depth === path.length - 1;
      const plain = isScalar(value) || isSeq(value) ? value.range?.[0] : undefined;
      offset = (wantsKey ? undefined : plain) ?? pair.key.range?.[0] ?? offset;
      node = value;
    } else if (isSeq(node)) {
      node = (node.items[Number(key)] ?? null) as Node | null;
      offset = node?.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}
