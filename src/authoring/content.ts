import { z } from 'astro/zod';
import type { ChartFields } from '../charts/fields.ts';
import type { Geometry } from '../charts/geometry.ts';
import { KINDS } from '../charts/kinds.ts';
import { ID, NOUNS, type Noun, type Target } from '../ledger/fields.ts';
import { LEDGER_FILES, type Ledger } from '../ledger/ledger.ts';
import { wordsFile, type Words } from '../words/words.ts';
import { chartProblems, drawnFrom, type ChartFile } from './chart-rules.ts';
import type { Content } from './content-model.ts';
import { diskFiles, type ContentFiles } from './content-files.ts';
import { chartHourProblems, ledgerHourProblems, recordedHours } from './hour-rules.ts';
import { ledgerProblems, wordProblems } from './ledger-rules.ts';
import { isWarning, shortened, type Problem } from './problem.ts';
import { placeholderProblems } from './placeholders.ts';
import { readStory } from './read-story.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { referencesIn } from './schema.ts';
import { chaptersTwice, storyProblems } from './story-rules.ts';
import { strangeInId } from './text-rules.ts';

export interface Reading {
  /** Absent when there are problems other than warnings: nothing is ever built from half of the content. */
  content?: Content;
  /** The same with what is not published yet, for editors to look at. */
  withDrafts?: Content;
  problems: Problem[];
}

/** Remembers what a file of a given text said, so that reading again costs only what has changed. */
export type Memory = Map<string, unknown>;

const MEMORY = Symbol.for('content read so far');
// Astro's configuration and the pages have a copy of this module each; what one has read the other need not read again
const shared = globalThis as { [MEMORY]?: Memory };

/** Reads the content again and again, as while it is edited. */
export const rereadContent = (root: string): Reading =>
  readContent(root, diskFiles(root), (shared[MEMORY] ??= new Map()));

type Story = ReturnType<typeof readStory> & { file: string; text: string };

/**
 * Reads and checks `content/` under a root folder, or in the files that are given. All problems are reported at once;
 * nothing is thrown for them.
 *
 * @param draws which charts are drawn, by id, to see whether their labels find room: that takes most of the time
 */
export function readContent(
  root: string,
  files: ContentFiles = diskFiles(root),
  memory: Memory = new Map(),
  draws: (chart: string) => boolean = () => true,
): Reading {
  const problems: Problem[] = [];
  const once = <T>(kind: string, file: string, text: string, make: () => T): T => {
    const key = `${kind} ${file}\n${text}`;
    if (!memory.has(key)) memory.set(key, make());
    return memory.get(key) as T;
  };
  const yaml = (file: string, text: string, schema: z.ZodType) =>
    once('yaml', file, text, () => readYaml(file, text, schema));

  /** A file's text without a byte order mark, with `\n` at the end of lines. Text that is not UTF-8 is a problem. */
  const textOf = (file: string): string | undefined => {
    const text = files
      .read(file)
      ?.replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n');
    const wrong = text?.search(/[\uFFFD\0]/u) ?? -1;
    if (text === undefined || wrong < 0) return text;
    const before = text.slice(0, wrong).split('\n');
    const where = { line: before.length, column: (before.at(-1) as string).length + 1 };
    problems.push({ code: 'file-encoding', file, ...where, message: 'a character that is not UTF-8 text' });
    return undefined;
  };

  // 1. Each file by itself
  const ledgerFiles = {} as Record<Noun, YamlFile<unknown> | undefined>;
  for (const noun of NOUNS)
    ledgerFiles[noun] = readNeeded(`content/ledger/${noun}.yaml`, LEDGER_FILES[noun] as z.ZodType);
  const words = readNeeded('content/words/en.yaml', wordsFile);
  const versions: Record<string, number> = {};
  const geometry = readGeometry();
  const charts = readCharts();
  const proseFiles = ['content/story', 'content/pages'].flatMap((folder) => files.list(folder));
  problems.push(...[...proseFiles, ...files.list('content/words')].flatMap(languageProblems));
  const stories = proseFiles
    .filter((file) => languageProblems(file).length === 0)
    .map((file): Story => {
      const text = files.read(file) ?? '';
      const read = once('story', file, text, () => readStory(file, text));
      problems.push(...read.problems);
      return { file, text, ...read };
    });
  problems.push(...chaptersTwice(stories));
  for (const file of files.list('content/ledger'))
    if (!NOUNS.some((noun) => file === `content/ledger/${noun}.yaml`))
      problems.push({
        code: 'file-unknown',
        file,
        ...START,
        message: `the ledger has the files ${NOUNS.join(', ')}`,
      });

  // 2. Ids: looked up in whatever could be read, so that one broken file does not hide mistakes in another
  const ids = {
    ...Object.fromEntries(NOUNS.map((noun) => [noun, idsOf(ledgerFiles[noun])])),
    charts: charts.map(({ id }) => id),
    chapters: stories.flatMap(({ file }) => /\/\d\d-([^/]+)\.mdx$/.exec(file)?.[1] ?? []),
  } as Record<Target, string[] | undefined>;
  const empty = emptyFiles();
  if (empty.length > 0) return { problems: empty };
  checkIds();
  if (problems.length > 0 || !words?.value) return { problems: problems.map(shortened) };

  // 3. What only shows when everything is seen together
  const all = contentOf((entry) => entry);
  const quotes = Object.values(all.ledger.sources).flatMap((source) => source.quotes);
  const cited = new Set(stories.flatMap(({ chapter }) => chapter?.claims ?? []));
  const readFiles = ledgerFiles as Record<Noun, YamlFile<unknown>>;
  const hours = recordedHours(all.ledger);
  problems.push(
    ...ledgerProblems(all.ledger, readFiles, cited),
    ...ledgerHourProblems(all.ledger, readFiles, hours),
  );
  const withWords = [
    ...NOUNS.map((noun) => ({
      file: readFiles[noun],
      schema: LEDGER_FILES[noun] as z.ZodType,
    })),
    ...charts.flatMap(({ file, schema }) => (schema ? { file, schema } : [])),
  ];
  for (const { file, schema } of withWords)
    problems.push(
      ...once('words', file.file, `${JSON.stringify(file.raw)} ${quotes.join()}`, () =>
        wordProblems(file, schema, quotes),
      ),
    );
  for (const noun of NOUNS)
    for (const [id, entry] of Object.entries(readFiles[noun].raw as Record<string, object>))
      problems.push(...placeholderProblems(readFiles[noun], entry, [id]));
  for (const { file } of charts) problems.push(...placeholderProblems(file, file.raw as object));
  const published = stories.flatMap(({ chapter, states }) =>
    chapter?.number !== undefined && !chapter.fields.draft ? { ...chapter, states } : [],
  );
  const context = {
    quotes,
    pages: [
      ...[
        '/',
        '/day/',
        '/charts/',
        '/people/',
        '/sources/',
        '/contested/',
        '/corrections/',
        '/about/',
        '/about/embedding/',
      ],
      ...charts.map(({ id }) => `/charts/${id}/`),
      // the opening has no page of its own
      ...published.filter(({ number }) => number !== 0).map(({ slug }) => `/chapters/${slug}/`),
    ],
    anchors: {
      '/': published.flatMap(({ slug, claims, charts: shown, states }) => [
        slug,
        ...shown.map((id) => `chart-${id}`),
        ...claims.map((id) => `note-${id}`),
        ...states.map(({ chart, state }) => `step-${chart}-${state}`),
      ]),
      '/people/': ids.actors ?? [],
      '/sources/': [...(ids.claims ?? []), ...(ids.questions ?? [])],
      '/contested/': ids.disputes ?? [],
      '/corrections/': ids.corrections ?? [],
    },
    claims: all.ledger.claims,
    actors: all.ledger.actors,
    hours,
  };
  for (const { file, text, tree, chapter } of stories)
    if (tree) problems.push(...storyProblems(file, text, tree, chapter, context));
  for (const chart of charts) {
    problems.push(...chartHourProblems(chart, all.ledger, hours));
    if (!draws(chart.id)) continue;
    const from = drawnFrom(all, chart, versions);
    problems.push(...once('drawing', chart.id, from, () => chartProblems(all, chart, readFiles)));
  }
  if (!problems.every(isWarning)) return { problems: problems.map(shortened) };
  return {
    content: contentOf((entry) => ((entry as { draft?: boolean }).draft ? undefined : entry)),
    withDrafts: all,
    problems: problems.map(shortened),
  };

  function readNeeded(file: string, schema: z.ZodType): YamlFile<unknown> | undefined {
    const text = textOf(file);
    if (text === undefined) {
      if (files.read(file) === undefined)
        problems.push({ code: 'file-missing', file, ...START, message: 'there is no such file' });
      return undefined;
    }
    const read = yaml(file, text, schema);
    problems.push(...read.problems);
    return read as YamlFile<unknown>;
  }

  function readCharts(): ChartFile[] {
    return files.list('content/charts').flatMap((file): ChartFile[] => {
      const [, id = '', name = ''] = /^content\/charts\/([^/]+)\/(.+)$/.exec(file) ?? [];
      const strange = strangeInId(id);
      if (strange)
        problems.push({ code: 'id-strange', file, ...START, message: `the folder "${id}" ${strange}` });
      else if (
        /^chart\.(yml|json)$/.test(name) &&
        files.read(`content/charts/${id}/chart.yaml`) !== undefined
      )
        problems.push({
          code: 'chart-twice',
          file,
          ...START,
          message: `the chart "${id}" stands here a second time`,
        });
      else if (name !== 'chart.yaml' || !ID.test(id))
        problems.push({
          code: 'file-unknown',
          file,
          ...START,
          message: 'a chart is one folder, named with its id, with a chart.yaml in it',
        });
      else {
        const text = textOf(file) ?? '';
        const first = yaml(file, text, anyChart);
        const kind = (first.value as { kind: string } | undefined)?.kind;
        const schema = kind === undefined ? undefined : (KINDS[kind]?.schema as z.ZodType | undefined);
        const read = schema ? once('chart', file, text, () => readYaml(file, text, schema)) : first;
        problems.push(...read.problems);
        return [{ id, file: read as YamlFile<unknown>, ...(schema ? { schema } : {}) }];
      }
      return [];
    });
  }

  function readGeometry(): Record<string, Geometry> {
    return Object.fromEntries(
      files
        .list('content/geo')
        .filter((file) => file.endsWith('.json'))
        .flatMap((file): [string, Geometry][] => {
          const text = textOf(file) ?? '';
          try {
            const topology = once('geo', file, text, () => JSON.parse(text) as Geometry);
            if (topology.type !== 'Topology') throw new Error('it is not TopoJSON');
            const name = file.replace(/^.*\/|\.json$/g, '');
            versions[name] = once('version', file, text, () => memory.size);
            return [[name, topology]];
          } catch (error) {
            problems.push({
              code: 'field-value',
              file,
              ...START,
              message: `cannot be read: ${(error as Error).message}`,
            });
            return [];
          }
        }),
    );
  }

  /** Files of the ledger without an entry, though others refer to some: of all that follows, only that is told. */
  function emptyFiles(): Problem[] {
    const none = NOUNS.filter((noun) => ids[noun]?.length === 0);
    if (none.length === 0) return [];
    const used = [
      ...NOUNS.map((noun) => ({ file: ledgerFiles[noun], schema: LEDGER_FILES[noun] as z.ZodType })),
      ...charts.map(({ file, schema }) => ({ file, schema })),
    ].flatMap(({ file, schema }) => (file && schema ? referencesIn(schema, file.raw) : []));
    const wanted = new Set([
      ...used.map(({ noun }) => noun),
      ...stories.flatMap(({ references }) => references.map(({ references: noun }) => noun)),
    ]);
    return none
      .filter((noun) => wanted.has(noun))
      .map((noun) => ({
        code: 'file-missing',
        file: `content/ledger/${noun}.yaml`,
        ...START,
        message: 'the file is empty, but others refer to its entries',
      }));
  }

  function checkIds(): void {
    const unknown = (
      noun: Target,
      id: string,
    ): Pick<Problem, 'code' | 'message' | 'allowed' | 'written'> | undefined => {
      const known = ids[noun];
      if (!known || known.includes(id)) return undefined;
      const folders: Partial<Record<Target, string>> = { charts: 'charts/', chapters: 'story/en/' };
      const where = `content/${folders[noun] ?? `ledger/${noun}.yaml`}`;
      const strange = strangeInId(id);
      if (strange) return { code: 'id-strange', message: `"${id}" ${strange}` };
      return { code: 'id-unknown', message: `"${id}" is not in ${where}`, allowed: known, written: id };
    };
    const isDraft = (noun: Target, id: string) => {
      const entry =
        noun === 'charts'
          ? charts.find((chart) => chart.id === id)?.file.raw
          : noun === 'chapters'
            ? stories.find(({ chapter }) => chapter?.slug === id)?.chapter?.fields
            : (ledgerFiles[noun]?.raw as Record<string, unknown>)?.[id];
      return (entry as { draft?: boolean } | undefined)?.draft === true;
    };
    const check = (file: YamlFile<unknown>, schema: z.ZodType, owner: (path: PropertyKey[]) => boolean) => {
      for (const { noun, id, path } of referencesIn(schema, file.raw)) {
        const wrong = unknown(noun, id);
        if (wrong) problems.push({ file: file.file, ...file.at(path), ...wrong });
        else if (isDraft(noun, id) && !owner(path))
          problems.push({
            code: 'draft-cited',
            file: file.file,
            ...file.at(path),
            message: `"${id}" is still a draft`,
          });
      }
    };
    for (const noun of NOUNS) {
      const file = ledgerFiles[noun];
      if (file) check(file, LEDGER_FILES[noun] as z.ZodType, (path) => isDraft(noun, String(path[0])));
    }
    for (const { file, schema } of charts)
      if (schema) check(file, schema, () => (file.raw as { draft?: boolean }).draft === true);
    for (const { file, references, chapter } of stories)
      for (const { references: noun, id, line, column } of references) {
        const wrong = unknown(noun, id);
        if (wrong) problems.push({ file, line, column, ...wrong });
        else if (isDraft(noun, id) && !chapter?.fields.draft)
          problems.push({ code: 'draft-cited', file, line, column, message: `"${id}" is still a draft` });
      }
    for (const { file, states } of stories)
      for (const { chart, state, line, column } of states) {
        const raw = charts.find(({ id }) => id === chart)?.file.raw as { states?: object } | undefined;
        // of a chart that could not be read, nobody knows the states
        if (Object.keys(raw ?? {}).length === 0) continue;
        const declared = Object.keys(raw?.states ?? {});
        if (ids.charts?.includes(chart) && !declared.includes(state))
          problems.push({
            code: 'state-unknown',
            file,
            line,
            column,
            message: `the chart "${chart}" has no state "${state}"`,
            allowed: declared,
            written: state,
          });
      }
  }

  function contentOf(keep: (entry: unknown) => unknown): Content {
    const kept = <T>(entries: Record<string, T>) =>
      Object.fromEntries(Object.entries(entries).filter(([, entry]) => keep(entry) !== undefined));
    const prose = stories.flatMap(({ chapter }) =>
      chapter && keep(chapter.fields) !== undefined ? chapter : [],
    );
    return {
      ledger: Object.fromEntries(
        NOUNS.map((noun) => [noun, kept(ledgerFiles[noun]?.value as Record<string, unknown>)]),
      ) as unknown as Ledger,
      charts: kept(Object.fromEntries(charts.map(({ id, file }) => [id, file.value as ChartFields]))),
      geometry,
      words: words?.value as Words,
      chapters: prose
        .filter(({ number }) => number !== undefined)
        .sort((a, b) => (a.number ?? 0) - (b.number ?? 0)),
      pages: prose.filter(({ number }) => number === undefined),
    };
  }
}

const START = { line: 1, column: 1 };

/** Where what is written in a language stands. Pages are built in English only, so no other file of these may be there. */
const LANGUAGE_FOLDERS = [
  { files: /^content\/story\/(?!en\/)[^/]+\//, stands: 'chapters stand in content/story/en/' },
  { files: /^content\/pages\/(?!en\/)[^/]+\//, stands: 'other pages stand in content/pages/en/' },
  { files: /^content\/words\/(?!en\.yaml$)/, stands: 'its words stand in content/words/en.yaml' },
];

/** A file in a language that the site is not built in: nobody would ever see it, or it would be taken for English. */
const languageProblems = (file: string): Problem[] =>
  LANGUAGE_FOLDERS.filter(({ files }) => files.test(file)).map(({ stands }) => ({
    code: 'translation-missing',
    file,
    ...START,
    message: `the site is written in English so far; ${stands}`,
  }));

const anyChart = z.looseObject({ kind: z.enum(Object.keys(KINDS) as [string, ...string[]]) });

/** The ids of a file that could be parsed, whether or not its entries are right. */
function idsOf(file: YamlFile<unknown> | undefined): string[] | undefined {
  return file?.raw && typeof file.raw === 'object' ? Object.keys(file.raw) : undefined;
}
