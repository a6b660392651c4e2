import type { Actor } from '../ledger/actor.ts';
import type { Claim } from '../ledger/claim.ts';
import type { Moment } from '../ledger/moment.ts';
import { recorded, wrongHours, type RecordedHours } from './hour-rules.ts';
import { placeholderIn } from './placeholders.ts';
import type { Problem } from './problem.ts';
import type { Chapter, MdNode } from './read-story.ts';
import { readabilityProblems } from './readability.ts';
import { textFaults } from './text-rules.ts';

/** What the rules for prose have to know of the rest of the content. */
export interface StoryContext {
  quotes: string[];
  /** Paths of pages, with `/` at both ends. */
  pages: string[];
  /** Ids that can be linked to on a page. */
  anchors: Record<string, string[]>;
  claims: Record<string, Pick<Claim, 'known' | 'status'>>;
  actors: Record<string, Pick<Actor, 'name' | 'short'>>;
  hours: RecordedHours;
}

const TOP = { line: 1, column: 1 };

/** Chapters with the number, slug or title of an earlier file: of two at one address, one would be lost. */
export function chaptersTwice(
  stories: { file: string; text: string; chapter?: Pick<Chapter, 'fields'> }[],
): Problem[] {
  const seen = new Map<string, string>();
  return stories.flatMap(({ file, text, chapter }) => {
    const [, number, slug] = /\/(\d\d)-([^/]+)\.mdx$/.exec(file) ?? [];
    if (number === undefined) return [];
    const titleLine = text.split('\n').findIndex((line) => line.startsWith('title:')) + 1;
    const title = chapter && { line: titleLine, column: 1 };
    return [
      { what: 'number', value: number, where: TOP },
      { what: 'slug', value: slug, where: TOP },
      { what: 'title', value: chapter?.fields.title, where: title ?? TOP },
    ].flatMap(({ what, value, where }): Problem[] => {
      if (value === undefined) return [];
      const key = `${what} ${value}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, file);
      return first === undefined
        ? []
        : [{ code: 'chapter-twice', file, ...where, message: `the ${what} "${value}" is that of ${first}` }];
    });
  });
}

/** The rules for the prose of a chapter (or page): what it says, and how it is built. */
export function storyProblems(
  file: string,
  text: string,
  tree: MdNode,
  chapter: Pick<Chapter, 'number' | 'fields'> | undefined,
  context: StoryContext,
): Problem[] {
  const problems: Problem[] = [];
  const report = (code: Problem['code'], node: MdNode, message: string, rest: Partial<Problem> = {}) => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    problems.push({ code, file, line, column, message, ...rest });
  };

  if (!chapter?.fields.draft)
    for (const [i, line] of text.split('\n').entries()) {
      const left = placeholderIn(line);
      if (left !== undefined)
        problems.push({
          code: 'placeholder-left',
          file,
          line: i + 1,
          column: line.indexOf(left) + 1,
          message: `it still says “${left}”, as a new draft does`,
        });
    }

  const isChapter = chapter?.number !== undefined;
  let level = 1;
  const walk = (node: MdNode, marked = false): void => {
    if (node.type === 'text') checkWords(node);
    if (node.type === 'heading') {
      const depth = node.depth ?? 1;
      if (depth === 1)
        report('heading-order', node, 'the title of the chapter is its only first heading: start with ##');
      else if (depth > level + 1)
        report('heading-order', node, `a heading of level ${depth} follows one of level ${level}`);
      level = depth;
    }
    if (node.type === 'link' || node.type === 'definition') checkLink(node);
    if (node.name === 'Person') checkPerson(node);
    if (node.type === 'image' && !node.alt?.trim())
      report('image-alt', node, 'a picture without words for those who cannot see it');
    if (node.type === 'paragraph' && isChapter) checkSources(node);
    if (node.type === 'paragraph' && isChapter && !marked) checkClock(node);
    if (node.type === 'paragraph' && isChapter) checkHours(node);
    node.children?.forEach((child) => walk(child, marked || node.name === 'Later'));
  };

  /** Where an offset within a text node stands in the file. */
  const place = (node: MdNode, offset: number) => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    const before = (node.value ?? '').slice(0, offset).split('\n');
    const last = before.at(-1) ?? '';
    return before.length === 1
      ? { line, column: column + last.length }
      : {
          line: line + before.length - 1,
          column: last.length + 1 + indentOf(text, line + before.length - 1),
        };
  };

  const checkWords = (node: MdNode) => {
    const unread = (node.value ?? '').indexOf('](');
    if (unread >= 0)
      report(
        'link-dead',
        node,
        'a link that is not read as one: its address may have no space',
        place(node, unread),
      );
    for (const { code, message, allowed, offset } of textFaults(node.value ?? '', context.quotes))
      report(code, node, message, { ...place(node, offset), ...(allowed ? { allowed } : {}) });
  };

  /** The words of a name may differ from the ledger's, but may not be the name of somebody else. */
  const checkPerson = (node: MdNode) => {
    const id = String(node.attributes?.find(({ name }) => name === 'id')?.value ?? '');
    const words = flat(node)
      .map(({ value }) => value ?? '')
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
    const named = Object.keys(context.actors).filter((key) => {
      const { name, short } = context.actors[key] ?? {};
      return words === name || words === short;
    });
    if (named.length > 0 && !named.includes(id))
      report(
        'person-differs',
        node,
        `<Person id="${id}"> names “${words}”, who is "${named.join('" or "')}"`,
      );
  };

  const checkLink = (node: MdNode) => {
    const url = node.url ?? '';
    if (/^(https?:|mailto:)/.test(url)) return;
    const [written = '', anchor] = url.split('#') as [string, string?];
    // the chapters stand on one page, and link to each other within it
    const path = isChapter && written === '' && anchor !== undefined ? '/' : written;
    if (path === '' && anchor === undefined) report('link-dead', node, 'a link without an address');
    else if (path !== '' && !context.pages.includes(path))
      report('link-dead', node, `there is no page "${path}"`, { allowed: context.pages, written: path });
    else if (
      anchor !== undefined &&
      path !== '' &&
      context.anchors[path] &&
      !context.anchors[path].includes(anchor)
    )
      report('link-dead', node, `"${path}" has no "${anchor}"`, {
        allowed: context.anchors[path],
        written: anchor,
      });
  };

  /** Every sentence stands before a claim of its paragraph, unless it asks, or says that it is ours. */
  const checkSources = (paragraph: MdNode) => {
    const parts = flat(paragraph);
    const last = parts.findLastIndex(({ name }) => name === 'Claim');
    const rest = parts.slice(last + 1).filter(({ type }) => type === 'text');
    const words = rest
      .map(({ value }) => value ?? '')
      .join('')
      .trim();
    const open = words
      .split(/(?<=[.!?…])\s+/u)
      .filter((sentence) => /\p{L}/u.test(sentence) && !isOurs(sentence));
    const first = rest.find(({ value }) => /\p{L}/u.test(value ?? ''));
    if (open.length > 0 && first)
      report(
        'sentence-unsourced',
        first,
        `no claim follows “${(open[0] as string).slice(0, 60)}”`,
        place(first, (first.value ?? '').search(/\S/)),
      );
  };

  /** An hour in a sentence is one of the claims that it stands before. */
  const checkHours = (paragraph: MdNode) => {
    let sentence: MdNode[] = [];
    for (const part of flat(paragraph)) {
      if (part.type === 'text') sentence.push(part);
      if (part.name !== 'Claim') continue;
      const ids = claimsOf(part);
      const allowed = ids.flatMap(context.hours.claims);
      const known = ids.flatMap((id) => context.hours.known('claims', id));
      for (const node of sentence)
        for (const { hour, offset } of wrongHours(node.value ?? '', allowed, known))
          report(
            'hour-differs',
            node,
            `the words say ${hour}, but ${recorded(ids, allowed)}`,
            place(node, offset),
          );
      sentence = [];
    }
  };

  /**
   * What came after the moment a chapter tells stands in `<Later>`. The opening has no room for that: there the
   * sentence itself says “later”.
   */
  const checkClock = (paragraph: MdNode) => {
    const { number, fields: { asOf } = {} } = chapter ?? {};
    let sentence = '';
    for (const part of flat(paragraph)) {
      if (part.type === 'text') sentence += part.value ?? '';
      if (part.name !== 'Claim' || !asOf) continue;
      const ids = claimsOf(part);
      const late = ids.find((id) => isLate(context.claims[id], asOf));
      if (late !== undefined && !(number === 0 && /\blater\b/i.test(sentence)))
        report(
          'known-later',
          part,
          `"${late}" became known ${context.claims[late]?.known.text}, but the chapter tells ${asOf.text}`,
        );
      sentence = '';
    }
  };

  walk(tree);
  if (isChapter && !chapter.fields.draft)
    problems.push(...readabilityProblems(file, text, chapter.number === 0));
  return problems;
}

/** True for what became known after a moment: its hours are all later, or may be and the ledger says so. */
const isLate = (claim: StoryContext['claims'][string] | undefined, at: Moment): boolean =>
  claim !== undefined && (claim.known.from > at.to || (claim.status === 'later' && claim.known.to > at.to));

/** True for a question and for what we say of our own work. “US” is a state. */
const isOurs = (sentence: string) =>
  /\?["”’]?\s*$/u.test(sentence) || /\b([Ww]e|[Oo]ur|us)\b/u.test(sentence);

/** The ids that a `<Claim>` names. */
const claimsOf = (node: MdNode): string[] =>
  String(node.attributes?.find(({ name }) => name === 'id')?.value ?? '').split(/\s+/);

const flat = (node: MdNode): MdNode[] => (node.children?.length ? node.children.flatMap(flat) : [node]);

const indentOf = (text: string, line: number) =>
  /^\s*/.exec(text.split('\n')[line - 1] ?? '')?.[0].length ?? 0;
