// Writes a JSON Schema for every YAML file an editor touches, with the ids of the day as completions and the field
// comments as help. Editors with yaml-language-server find them by the first line of each file. Made anew by every
// check, build and start of `npm run dev`; not committed, since they follow the content.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { KINDS } from '../charts/kinds.ts';
import { NOUNS, type Target } from '../ledger/fields.ts';
import { LEDGER_FILES } from '../ledger/ledger.ts';
import { wordsFile } from '../words/words.ts';
import type { Content } from './content-model.ts';

const FOLDER = '.build/schemas';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The JSON Schemas by name: `claims`, `map`, `words` … @param ids the ids of each noun, for completion */
export function jsonSchemas(ids: Partial<Record<Target, string[]>>): Record<string, JsonSchema> {
  const make = (schema: z.ZodType, help: Record<string, string>): JsonSchema =>
    z.toJSONSchema(schema, {
      io: 'input',
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => {
        const noun = (zodSchema as unknown as z.ZodType).meta?.()?.references as Target | undefined;
        const known = noun && ids[noun];
        if (known?.length) jsonSchema.enum = known;
        delete jsonSchema.references;
        delete jsonSchema.readers;
        for (const [name, field] of Object.entries(jsonSchema.properties ?? {}))
          if (help[name] && typeof field === 'object') field.description = help[name];
      },
    });
  return {
    ...Object.fromEntries(
      NOUNS.map((noun) => [
        noun,
        make(LEDGER_FILES[noun] as z.ZodType, commentsIn(`src/ledger/${noun.replace(/s$/, '')}.ts`)),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(KINDS).map(([kind, { schema }]) => [
        // a kind may be named like a noun
        (NOUNS as readonly string[]).includes(kind) ? `${kind}-chart` : kind,
        make(schema as z.ZodType, {
          ...commentsIn('src/charts/fields.ts'),
          ...commentsIn(`src/charts/${kind}/schema.ts`),
        }),
      ]),
    ),
    words: make(wordsFile, {}),
  };
}

/** The comment above each field of a schema file. */
function commentsIn(file: string): Record<string, string> {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*'?([\w-]+)'?:/g);
  return Object.fromEntries(
    [...found].map(([, comment = '', name = '']) => [name, comment.replace(/\s*\n\s*\* ?/g, ' ').trim()]),
  );
}

/** Writes them where `.vscode/settings.json` and the first lines of the files point to. */
export function writeSchemas({ ledger, charts, chapters }: Content): void {
  const ids = {
    ...Object.fromEntries(NOUNS.map((noun) => [noun, Object.keys(ledger[noun])])),
    charts: Object.keys(charts),
    chapters: chapters.map(({ slug }) => slug),
  };
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, schema] of Object.entries(jsonSchemas(ids)))
    writeFileSync(`${FOLDER}/${name}.json`, `${JSON.stringify(schema, null, 1)}\n`);
}
