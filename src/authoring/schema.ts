// Looks into Zod schemas: what they allow at a path, and which values refer to other entries.
import { z } from 'astro/zod';
import { chartFields } from '../charts/fields.ts';
import type { Target } from '../ledger/fields.ts';

type Path = PropertyKey[];

/** The schema without its wrappers (optional, default, pipe …). */
function core(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return core(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return core(schema.in as z.ZodType);
  return schema;
}

/** The schema one step further down, if there is one. */
function step(schema: z.ZodType, key: PropertyKey): z.ZodType | undefined {
  const inner = core(schema);
  if (inner instanceof z.ZodObject) return inner.shape[String(key)] as z.ZodType | undefined;
  if (inner instanceof z.ZodArray) return inner.element as z.ZodType;
  if (inner instanceof z.ZodRecord) return inner.valueType as z.ZodType;
  if (inner instanceof z.ZodTuple) return inner.def.items[Number(key)] as z.ZodType | undefined;
  return undefined;
}

/** The field names allowed in the object at a path. */
export function keysAt(schema: z.ZodType, path: Path): string[] {
  const found = path.reduce<z.ZodType | undefined>((at, key) => at && step(at, key), schema);
  const inner = found && core(found);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

/** The file of `src/` that says what a field of a file of `content/` means. */
export function schemaFile(file: string, raw: unknown, path: Path): string {
  const [, noun] = /^content\/ledger\/(.+)s\.yaml$/.exec(file) ?? [];
  if (noun) return `src/ledger/${noun}.ts`;
  if (file.startsWith('content/words/')) return 'src/words/words.ts';
  if (file.endsWith('.mdx')) return 'src/authoring/read-story.ts';
  const { kind } = raw as { kind?: string };
  if (kind === undefined) return 'src/charts/kinds.ts';
  const shared = path[0] === 'states' || Object.hasOwn(chartFields, String(path[0]));
  return `src/charts/${shared ? 'fields.ts' : `${kind}/schema.ts`}`;
}

/** A value whose schema carries a mark, and where it stands. */
interface Marked<T> {
  value: unknown;
  mark: T;
  path: Path;
}

/** All values in a value whose schema was marked with `.meta({ [name]: … })`. */
function markedIn<T>(name: string, schema: z.ZodType, value: unknown, path: Path = []): Marked<T>[] {
  const mark = (schema.meta() as Record<string, T> | undefined)?.[name];
  if (mark !== undefined) return value === undefined ? [] : [{ value, mark, path }];
  const inner = core(schema);
  if (inner !== schema) return markedIn(name, inner, value, path);
  if (inner instanceof z.ZodUnion) {
    const options = inner.options as z.ZodType[];
    const literal = options.some(
      (option) => option instanceof z.ZodLiteral && option.safeParse(value).success,
    );
    return literal ? [] : options.flatMap((option) => markedIn<T>(name, option, value, path));
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const next = Array.isArray(value) ? Number(key) : key;
    const schemaThere = step(inner, next);
    return schemaThere ? markedIn<T>(name, schemaThere, part, [...path, next]) : [];
  });
}

/** What was found in a value that was looked through before: several rules ask for the same, and files seldom change. */
const lookedThrough = new WeakMap<object, { name: string; schema: z.ZodType; marked: Marked<unknown>[] }[]>();

/** As `markedIn`, for a whole file; each is looked through once. */
function markedInFile<T>(name: string, schema: z.ZodType, value: unknown): Marked<T>[] {
  if (value === null || typeof value !== 'object') return [];
  const before = lookedThrough.get(value) ?? [];
  const known = before.find((each) => each.name === name && each.schema === schema);
  if (known) return known.marked as Marked<T>[];
  const marked = markedIn<T>(name, schema, value);
  lookedThrough.set(value, [...before, { name, schema, marked }]);
  return marked;
}

/** A value that refers to an entry of another file. */
export interface Reference {
  noun: Target;
  id: string;
  path: Path;
}

/** All references in a value: what `ref()` marked. */
export function referencesIn(schema: z.ZodType, value: unknown): Reference[] {
  return markedInFile<Target>('references', schema, value)
    .filter(({ value: id }) => typeof id === 'string')
    .map(({ value: id, mark, path }) => ({ noun: mark, id: id as string, path }));
}

/** All words a reader sees in a value: what `words` marked. */
export function readerTextsIn(schema: z.ZodType, value: unknown): { text: string; path: Path }[] {
  return markedInFile<true>('readers', schema, value)
    .filter(({ value: text }) => typeof text === 'string')
    .map(({ value: text, path }) => ({ text: text as string, path }));
}
