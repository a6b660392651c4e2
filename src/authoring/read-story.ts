import { z } from 'astro/zod';
import { mdxToMdast } from 'satteri';
import { draft, ref, words } from '../ledger/fields.ts';
import { day, moment } from '../ledger/moment.ts';
import { COMPONENTS, type ComponentRule } from './components.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './read-yaml.ts';

/** The lines between `---` at the top of a chapter. */
const chapterFields = z.strictObject({
  /** The chapter's name: `Istanbul`. */
  title: words,
  /** What the reader understands at the end, in one sentence. Search engines show it. */
  summary: words,
  /** The state of knowledge it tells: `2025-05-15 midday`. */
  asOf: moment,
  /** The day it first stood on the site: `2026-11-03`. That of the opening is that of the story. */
  published: day.optional(),
  /** Of the opening only: the map behind its title. `{ chart: istanbul, place: dolmabahce, clock: no-talks-at-ten, mark: ru-delegation-lands, strip: strip, list: day }` */
  hero: z
    .strictObject({
      /** The map. */
      chart: z.string(),
      /** Where its clock stands. */
      place: ref('places'),
      /** What the clock says: an event whose hour is known. */
      clock: ref('events'),
      /** The event that is marked as well. */
      mark: ref('events'),
      /** The chart below it, without its list. */
      strip: z.string(),
      /** The chart of the story to whose list the marks of the strip lead. */
      list: z.string(),
    })
    .optional(),
  draft,
});

/** A chapter of the story, or another page of prose. */
export interface Chapter {
  /** `istanbul`, from the file's name `02-istanbul.mdx` */
  slug: string;
  /** 2; the opening is 0, and a page that is no chapter has none. */
  number: number | undefined;
  file: string;
  fields: z.output<typeof chapterFields>;
  /** The claims it cites, each once, in the order they first come. */
  claims: string[];
  charts: string[];
  /** The actors it names with `<Person>`. */
  actors: string[];
}

/** An id that a chapter uses, and where. */
export interface StoryReference {
  references: 'claims' | 'charts' | 'actors' | 'places' | 'events';
  id: string;
  line: number;
  column: number;
}

/** A state of a chart that a chapter asks for, and where. */
export interface StateReference {
  chart: string;
  state: string;
  line: number;
  column: number;
}

/** A node of the Markdown tree, as far as we look at it. */
export interface MdNode {
  type: string;
  depth?: number;
  url?: string;
  alt?: string | null;
  name?: string | null;
  value?: string;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: MdNode[];
  position?: { start: { line: number; column: number; offset: number }; end: { offset: number } };
}

const FILE_NAME = /^content\/(?:story\/[a-z]{2}\/(\d\d)-|pages\/[a-z]{2}\/)([a-z][a-z0-9-]*)\.mdx$/;

/** Reads a chapter: its front matter, the components it uses and the ids they name. */
export function readStory(
  file: string,
  text: string,
): {
  chapter?: Chapter;
  tree?: MdNode;
  references: StoryReference[];
  states: StateReference[];
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const references: StoryReference[] = [];
  const states: StateReference[] = [];
  const report = (code: Problem['code'], node: MdNode, message: string, rest: Partial<Problem> = {}) =>
    problems.push({ code, file, line: 1, column: 1, ...startOf(node), message, ...rest });

  const name = FILE_NAME.exec(file);
  if (!name)
    report(
      'file-unknown',
      { type: 'root' },
      'a chapter is named with two digits, a hyphen and a slug: 02-istanbul.mdx; a page with a slug: about.mdx',
    );
  const front = /^---\r?\n([\s\S]*?)\r?\n---(\r?\n|$)/.exec(text);
  if (!front) {
    report('field-missing', { type: 'root' }, 'the chapter does not start with --- and its fields', {
      allowed: Object.keys(chapterFields.shape),
    });
    return { references, states, problems };
  }
  const fields = readYaml(file, front[1] as string, chapterFields, 2);
  problems.push(...fields.problems);
  const { hero } = fields.value ?? {};
  if (hero)
    for (const [field, noun] of [
      ['chart', 'charts'],
      ['place', 'places'],
      ['clock', 'events'],
      ['mark', 'events'],
      ['strip', 'charts'],
      ['list', 'charts'],
    ] as const)
      references.push({ references: noun, id: hero[field], ...fields.at(['hero', field]) });

  let tree: MdNode;
  try {
    tree = mdxToMdast(text) as MdNode;
  } catch (error) {
    const [, line, column, message] = /^(?:(\d+):(\d+):?\s*)?([\s\S]*)$/.exec((error as Error).message) ?? [];
    const where = { line: Number(line ?? 1), column: Number(column ?? 1) };
    report('mdx-syntax', { type: 'root' }, (message ?? '').replace(/ \(mdx[a-z-]*:[a-z-]*\)$/, ''), where);
    return { references, states, problems };
  }

  const walk = (node: MdNode, inSentence: boolean, steps?: string): void => {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      checkComponent(node, inSentence, steps);
    if (node.type === 'mdxjsEsm' || node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      const comment = /^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value ?? '');
      if (!comment) report('expression', node, 'JavaScript is not allowed in a chapter');
    }
    const within = inSentence || node.type === 'paragraph' || node.type === 'heading';
    const chart = node.name === 'Steps' ? valueOf(node, 'chart') : steps;
    node.children?.forEach((child) => walk(child, within, chart));
  };

  const checkComponent = (node: MdNode, inSentence: boolean, steps?: string) => {
    const rules: Record<string, ComponentRule> = COMPONENTS;
    const rule = rules[node.name ?? ''];
    if (!rule) {
      report('component-unknown', node, `<${node.name ?? ''}>: there is no such component`, {
        allowed: Object.keys(rules),
        written: node.name ?? '',
      });
      return;
    }
    if (rule.place === 'block' && inSentence)
      report(
        'component-misplaced',
        node,
        `<${node.name}> stands inside a paragraph; give it lines of its own`,
      );
    if (rule.place === 'sentence' && !inSentence)
      report(
        'component-misplaced',
        node,
        `<${node.name}> stands alone; put it after the sentence it belongs to`,
      );
    if (node.name === 'Step' && steps === undefined)
      report('component-misplaced', node, '<Step> stands outside <Steps>, which names its chart');
    const given = new Map(
      (node.attributes ?? []).map((attribute) => [attribute.name ?? '{…}', attribute.value]),
    );
    for (const [prop, value] of given) {
      const propRule = rule.props[prop];
      if (!propRule)
        report('prop-unknown', node, `<${node.name}>: there is no property "${prop}"`, {
          ...within(node, prop),
          allowed: Object.keys(rule.props),
          written: prop,
        });
      else if (typeof value !== 'string')
        report('prop-unknown', node, `<${node.name} ${prop}>: write the value in quotes`, within(node, prop));
      else if (propRule.references === 'states')
        states.push({ chart: steps ?? String(given.get('id')), state: value, ...within(node, value) });
      else
        for (const id of propRule.list ? value.split(/\s+/).filter(Boolean) : [value])
          references.push({ references: propRule.references, id, ...within(node, id) });
    }
    for (const [prop, propRule] of Object.entries(rule.props))
      if (propRule.required && !given.get(prop))
        report(
          'prop-missing',
          node,
          `<${node.name}>: "${prop}" is missing, as in <${node.name} ${prop}="…" />`,
        );
  };

  /** Where a word stands inside a component's tag. */
  const within = (node: MdNode, word: string) => {
    const start = node.position?.start ?? { line: 1, column: 1 };
    const lines = text.split('\n').slice(start.line - 1);
    lines[0] = `${' '.repeat(start.column - 1)}${(lines[0] ?? '').slice(start.column - 1)}`;
    const found = lines.findIndex((line) => line.includes(word));
    return found < 0
      ? { line: start.line, column: start.column }
      : { line: start.line + found, column: (lines[found] as string).indexOf(word) + 1 };
  };

  walk(tree, false);
  if (problems.length > 0 || !fields.value || !name) return { references, states, problems };
  const idsOf = (kind: StoryReference['references']) => [
    ...new Set(references.filter((reference) => reference.references === kind).map(({ id }) => id)),
  ];
  const chapter = {
    slug: name[2] as string,
    number: name[1] === undefined ? undefined : Number(name[1]),
    file,
    fields: fields.value,
  };
  return {
    chapter: { ...chapter, claims: idsOf('claims'), charts: idsOf('charts'), actors: idsOf('actors') },
    tree,
    references,
    states,
    problems,
  };
}

function valueOf(node: MdNode, name: string): string | undefined {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
}

function startOf(node: MdNode): { line: number; column: number } | undefined {
  const start = node.position?.start;
  return start && { line: start.line, column: start.column };
}
