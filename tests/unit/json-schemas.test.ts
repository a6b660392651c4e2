import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { jsonSchemas, writeSchemas } from '../../src/authoring/json-schemas.ts';
import { NOUNS } from '../../src/ledger/fields.ts';
import { content } from './content.ts';

const schemas = jsonSchemas({ sources: ['tass-ten-oclock'], actors: ['fidan'] });

interface Field {
  description?: string;
  enum?: string[];
  items?: Field;
  anyOf?: Field[];
}
const fieldsOf = (name: string) => {
  const entry = schemas[name]?.additionalProperties as {
    properties: Record<string, Field>;
    required: string[];
  };
  return entry;
};

test('an editor is offered the ids that a field takes', () => {
  expect(fieldsOf('claims').properties.sources?.items?.enum).toEqual(['tass-ten-oclock']);
  expect(fieldsOf('claims').properties.speaker?.anyOf?.flatMap((option) => option.enum ?? [])).toEqual([
    'fidan',
  ]);
  expect(fieldsOf('ties').properties.verb?.enum).toContain('met with');
});

test('the comment of every field is its help', () => {
  for (const noun of ['sources', 'claims', 'events', 'ties'] as const)
    for (const [name, field] of Object.entries(fieldsOf(noun).properties))
      if (!['dossier', 'draft', 'status', 'party', 'names', 'kind'].includes(name))
        expect(field.description, `${noun}.${name}`).toBeTruthy();
});

test('what may be left out is not asked for', () => {
  expect(fieldsOf('claims').required).toEqual(['says', 'speaker', 'sources', 'said', 'known', 'status']);
});

test('every YAML file names its schema, and VS Code knows it too', () => {
  const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8'))['yaml.schemas'] as Record<
    string,
    string
  >;
  for (const noun of NOUNS) {
    expect(readFileSync(`content/ledger/${noun}.yaml`, 'utf8').split('\n')[0]).toBe(
      `# yaml-language-server: $schema=../../.build/schemas/${noun}.json`,
    );
    expect(settings[`.build/schemas/${noun}.json`]).toBe(`content/ledger/${noun}.yaml`);
  }
  for (const path of Object.values(settings))
    if (!path.includes('*')) expect(existsSync(path), path).toBe(true);
});

test('the schemas that are written offer every id of the day', () => {
  writeSchemas(content);
  const written = (name: string) => readFileSync(`.build/schemas/${name}.json`, 'utf8');
  const { additionalProperties: correction } = JSON.parse(written('corrections')) as {
    additionalProperties: { properties: { what: { properties: Record<string, Field> } } };
  };
  const { charts, chapters, claims } = correction.properties.what.properties;
  expect(charts?.items?.enum).toEqual(Object.keys(content.charts));
  expect(chapters?.items?.enum).toEqual(content.chapters.map(({ slug }) => slug));
  expect(claims?.items?.enum).toEqual(Object.keys(content.ledger.claims));
});
