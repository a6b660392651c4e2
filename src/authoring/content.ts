import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { KINDS } from '../charts/kinds.ts';
import type { ChartFields } from '../charts/fields.ts';
import type { Geometry } from '../charts/geometry.ts';
import type { ChartData } from '../charts/kind.ts';
import { ID, NOUNS, type Noun } from '../ledger/fields.ts';
import { LEDGER_FILES, type Ledger } from '../ledger/ledger.ts';
import { wordsFile, type Words } from '../words/words.ts';
import type { Problem } from './problem.ts';
import { readStory, type Chapter } from './read-story.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { referencesIn } from './schema.ts';

/** All of `content/`, read and checked. */
export interface Content {
  ledger: Ledger;
  charts: Record<string, ChartFields>;
  geometry: Record<string, Geometry>;
  words: Words;
  /** The opening and the chapters, in the order of their numbers. */
  chapters: Chapter[];
  /** Prose that is no chapter, such as the page about the site. */
  pages: Chapter[];
}

export interface Reading {
  /** Absent when there are problems: nothing is ever built from half of the content. */
  content?: Content;
  problems: Problem[];
}

/** Reads and checks `content/` under a root folder. All problems are reported at once; nothing is thrown for them. */
export function readContent(root: string): Reading {
  const problems: Problem[] = [];
  const text = (file: string): string | undefined => {
    const path = join(root, file);
    if (existsSync(path)) return readFileSync(path, 'utf8');
    problems.push({ code: 'file-missing', file, line: 1, column: 1, message: 'there is no such file' });
    return undefined;
  };
  const yaml = <S extends z.ZodType>(file: string, schema: S): YamlFile<z.output<S>> | undefined => {
    const found = text(file);
    if (found === undefined) return undefined;
    const read = readYaml(file, found, schema);
    problems.push(...read.problems);
    return read;
  };

  const ledgerFiles = Object.fromEntries(
    NOUNS.map((noun) => [noun, yaml(`content/ledger/${noun}.yaml`, LEDGER_FILES[noun] as z.ZodType)]),
  ) as Record<Noun, YamlFile<unknown> | undefined>;
  const words = yaml('content/words/en.yaml', wordsFile);
  const geometry = readGeometry(root, problems);
  const charts = readCharts(root, problems);
  const stories = ['content/story', 'content/pages']
    .flatMap((folder) => listFiles(root, folder))
    .map((file) => {
      const read = readStory(file, readFileSync(join(root, file), 'utf8'));
      problems.push(...read.problems);
      return { file, ...read };
    });

  // References are looked up in whatever could be read, so that one broken file does not hide mistakes in another.
  const ids = {
    ...Object.fromEntries(NOUNS.map((noun) => [noun, idsOf(ledgerFiles[noun])])),
    charts: charts.map(({ id }) => id),
  } as Record<Noun | 'charts', string[] | undefined>;
  const unknown = (
    noun: Noun | 'charts',
    id: string,
  ): Pick<Problem, 'code' | 'message' | 'allowed' | 'written'> | undefined => {
    const known = ids[noun];
    if (!known || known.includes(id)) return undefined;
    const where = noun === 'charts' ? 'content/charts/' : `content/ledger/${noun}.yaml`;
    return { code: 'id-unknown', message: `"${id}" is not in ${where}`, allowed: known, written: id };
  };
  const checkReferences = (file: YamlFile<unknown>, schema: z.ZodType) => {
    for (const { noun, id, path } of referencesIn(schema, file.raw)) {
      const wrong = unknown(noun, id);
      if (wrong) problems.push({ file: file.file, ...file.at(path), ...wrong });
    }
  };
  for (const noun of NOUNS) {
    const file = ledgerFiles[noun];
    if (file) checkReferences(file, LEDGER_FILES[noun] as z.ZodType);
  }
  for (const chart of charts) if (chart.schema) checkReferences(chart.file, chart.schema);
  for (const { file, references } of stories)
    for (const { references: noun, id, line, column } of references) {
      const wrong = unknown(noun, id);
      if (wrong) problems.push({ file, line, column, ...wrong });
    }

  if (problems.length > 0 || !words?.value) return { problems };
  const content: Content = {
    ledger: Object.fromEntries(NOUNS.map((noun) => [noun, ledgerFiles[noun]?.value])) as unknown as Ledger,
    charts: Object.fromEntries(charts.map(({ id, file }) => [id, file.value as ChartFields])),
    geometry,
    words: words.value,
    chapters: stories
      .flatMap(({ chapter }) => (chapter?.number === undefined ? [] : chapter))
      .sort((a, b) => (a.number ?? 0) - (b.number ?? 0)),
    pages: stories.flatMap(({ chapter }) => (chapter && chapter.number === undefined ? chapter : [])),
  };
  for (const { id, file } of charts) {
    const chart = content.charts[id] as ChartFields;
    for (const fault of KINDS[chart.kind]?.faults(chartData(content, id)) ?? []) {
      const at = fault.in === 'chart' ? file : (ledgerFiles.places as YamlFile<unknown>);
      const { code, message, allowed } = fault;
      problems.push({ code, message, file: at.file, ...at.at(fault.path), ...(allowed ? { allowed } : {}) });
    }
  }
  return problems.length > 0 ? { problems } : { content, problems };
}

/** What a kind of chart needs to draw one chart. */
export function chartData(content: Content, id: string): ChartData {
  const chart = content.charts[id];
  if (!chart) throw new Error(`There is no chart "${id}"`);
  return { id, chart, ledger: content.ledger, geometry: content.geometry, words: content.words };
}

interface ChartFile {
  id: string;
  file: YamlFile<unknown>;
  schema?: z.ZodType;
}

const anyChart = z.looseObject({ kind: z.enum(Object.keys(KINDS) as [string, ...string[]]) });

function readCharts(root: string, problems: Problem[]): ChartFile[] {
  return listFiles(root, 'content/charts').flatMap((file): ChartFile[] => {
    const [, id = '', name] = /^content\/charts\/([^/]+)\/(.+)$/.exec(file) ?? [];
    if (name !== 'chart.yaml' || !ID.test(id)) {
      const message = 'a chart is one folder, named with its id, with a chart.yaml in it';
      problems.push({ code: 'file-unknown', file, line: 1, column: 1, message });
      return [];
    }
    const text = readFileSync(join(root, file), 'utf8');
    const first = readYaml(file, text, anyChart);
    const schema = first.value && (KINDS[first.value.kind]?.schema as z.ZodType | undefined);
    const read = schema ? readYaml(file, text, schema) : first;
    problems.push(...read.problems);
    return [{ id, file: read as YamlFile<unknown>, ...(schema ? { schema } : {}) }];
  });
}

function readGeometry(root: string, problems: Problem[]): Record<string, Geometry> {
  const files = listFiles(root, 'content/geo').filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.flatMap((file): [string, Geometry][] => {
      try {
        const topology = JSON.parse(readFileSync(join(root, file), 'utf8')) as Geometry;
        if (topology.type !== 'Topology') throw new Error('is not TopoJSON');
        return [[file.replace(/^.*\/|\.json$/g, ''), topology]];
      } catch (error) {
        const message = `cannot be read: ${(error as Error).message}`;
        problems.push({ code: 'field-value', file, line: 1, column: 1, message });
        return [];
      }
    }),
  );
}

/** The ids of a file that could be parsed, whether or not its entries are right. */
function idsOf(file: YamlFile<unknown> | undefined): string[] | undefined {
  return file?.raw && typeof file.raw === 'object' ? Object.keys(file.raw) : undefined;
}

/** All files below a folder, as paths from the root with `/`, sorted; hidden ones left out. */
function listFiles(root: string, folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => !/\/\./.test(file) && statSync(join(root, file)).isFile())
    .sort();
}
