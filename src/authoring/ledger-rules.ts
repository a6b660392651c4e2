import type { z } from 'astro/zod';
import type { Noun } from '../ledger/fields.ts';
import { contradictionsOf, type Ledger } from '../ledger/ledger.ts';
import { isKnownAt, parseMoment } from '../ledger/moment.ts';
import type { Problem } from './problem.ts';
import type { YamlFile } from './read-yaml.ts';
import { readerTextsIn } from './schema.ts';
import { textFaults } from './text-rules.ts';

type Files = Record<Noun, YamlFile<unknown>>;

/** A problem in an entry of the ledger, at a path in its file. */
type At = (
  noun: Noun,
  path: PropertyKey[],
  code: Problem['code'],
  message: string,
  allowed?: string[],
) => void;

/** What one version of a dispute may be longer than the other. */
const RATIO = { least: 0.8, most: 1.25 };

/** The rules that hold between entries. They are checked once all files read well and all ids are known. */
export function ledgerProblems(ledger: Ledger, files: Files, citedInStory: Set<string>): Problem[] {
  const problems: Problem[] = [];
  const at: At = (noun, path, code, message, allowed) => {
    const file = files[noun];
    const where = file.at(path, path.length === 1 ? 'key' : 'value');
    problems.push({ code, file: file.file, ...where, message, ...(allowed ? { allowed } : {}) });
  };
  unused(ledger, citedInStory, at);
  sourcesTwice(ledger, at);
  times(ledger, at);
  statuses(ledger, at);
  quotes(ledger, at);
  bothSides(ledger, at);
  assertions(ledger, at);
  corrections(ledger, at);
  return problems;
}

/** The rules for the words of all entries of a file. */
export function wordProblems(file: YamlFile<unknown>, schema: z.ZodType, quotes: string[]): Problem[] {
  return readerTextsIn(schema, file.raw).flatMap(({ text, path }) =>
    textFaults(text, quotes).map(({ code, message, allowed }): Problem => ({
      code,
      file: file.file,
      ...file.at(path),
      message,
      ...(allowed ? { allowed } : {}),
    })),
  );
}

function unused(ledger: Ledger, citedInStory: Set<string>, at: At): void {
  const claims = new Set(citedInStory);
  const sources = new Set<string>();
  const use = (entries: object[]) => {
    for (const entry of entries) {
      const { claims: some = [], sources: pages = [] } = entry as { claims?: string[]; sources?: string[] };
      some.forEach((id) => claims.add(id));
      pages.forEach((id) => sources.add(id));
    }
  };
  const { events, ties, questions, disputes, assertions, actors, positions } = ledger;
  use([
    ...Object.values(events),
    ...Object.values(ties),
    ...Object.values(assertions),
    ...Object.values(actors),
  ]);
  use(Object.values(questions).flatMap(({ atMidday, later }) => [atMidday, later]));
  use(Object.values(disputes).flatMap(({ versions }) => versions));
  use(Object.values(actors).flatMap(({ on15May }) => on15May ?? []));
  use(
    Object.values(positions).flatMap(({ cells }) =>
      Object.values(cells).filter((cell) => cell !== 'not stated'),
    ),
  );
  use(Object.values(ledger.claims).map(({ sources: pages }) => ({ sources: pages })));
  for (const [id, { draft }] of Object.entries(ledger.claims))
    if (!draft && !claims.has(id)) at('claims', [id], 'claim-unused', `${id}: nothing uses this claim`);
  for (const [id, { draft }] of Object.entries(ledger.sources))
    if (!draft && !sources.has(id)) at('sources', [id], 'source-unused', `${id}: nothing cites this source`);
}

function sourcesTwice({ sources }: Ledger, at: At): void {
  const seen = new Map<string, string>();
  for (const [id, { url, draft }] of Object.entries(sources)) {
    if (draft) continue;
    const first = seen.get(url);
    if (first === undefined) seen.set(url, id);
    else at('sources', [id, 'url'], 'source-twice', `${id}: "${first}" has this address too`);
  }
}

function times(ledger: Ledger, at: At): void {
  const midday = parseMoment('2025-05-15 midday');
  for (const noun of ['claims', 'events', 'ties'] as const)
    for (const [id, entry] of Object.entries(ledger[noun])) {
      const happened = 'said' in entry ? entry.said : entry.happened;
      if (entry.known.to < happened.from && entry.status !== 'planned' && entry.status !== 'unconfirmed')
        at(
          noun,
          [id, 'known'],
          'time-order',
          `${id}: known ${entry.known.text}, before it happened, ${happened.text}`,
        );
      if (entry.status === 'later' && isKnownAt(entry.known, midday))
        at(
          noun,
          [id, 'status'],
          'time-order',
          `${id}: "later" means after midday on 15 May, but it was known ${entry.known.text}`,
        );
    }
}

/**
 * A claim and the event of its name tell of one thing. That a thing was said may have happened though what was said is
 * planned, contested or denied; else the two have the same status.
 */
function statuses({ claims, events }: Ledger, at: At): void {
  for (const [id, { status }] of Object.entries(events)) {
    const claim = claims[id]?.status;
    if (claim === undefined || claim === status) continue;
    if (status === 'happened' && ['planned', 'contested', 'denied'].includes(claim)) continue;
    at(
      'events',
      [id, 'status'],
      'status-differs',
      `${id} is "${status}", but the claim of that name "${claim}"`,
    );
  }
}

function quotes(ledger: Ledger, at: At): void {
  for (const [id, { quote, speaker, said, sources }] of Object.entries(ledger.claims)) {
    if (quote === undefined) continue;
    if (speaker === 'reporters')
      at('claims', [id, 'quote'], 'quote-unattributed', `${id}: a quotation needs the person who spoke`);
    if (said.precision === 'month' || said.precision === 'year')
      at('claims', [id, 'said'], 'quote-unattributed', `${id}: a quotation needs the day it was spoken`);
    const printed = sources.flatMap((source) => ledger.sources[source]?.quotes ?? []);
    if (!printed.includes(quote))
      at('claims', [id, 'quote'], 'quote-unknown', `${id}: none of its sources prints “${quote}”`, printed);
  }
}

function bothSides(ledger: Ledger, at: At): void {
  for (const [id, { status }] of Object.entries(ledger.claims))
    if (status === 'contested' && contradictionsOf(ledger, id).length === 0)
      at('claims', [id, 'status'], 'one-sided', `${id}: contested, but no claim says otherwise`);
  for (const [id, { versions }] of Object.entries(ledger.disputes)) {
    const [a, b] = versions.map(({ says }) => says.length) as [number, number];
    const ratio = a / b;
    if (ratio < RATIO.least || ratio > RATIO.most)
      at(
        'disputes',
        [id, 'versions'],
        'one-sided',
        `${id}: the versions have ${a} and ${b} letters; one may be at most a quarter longer`,
      );
    if (versions[0]?.claims.every((claim) => versions[1]?.claims.includes(claim)))
      at('disputes', [id, 'versions'], 'one-sided', `${id}: both versions rest on the same claims`);
  }
}

function assertions(ledger: Ledger, at: At): void {
  for (const [id, { kind, shown, claims, dispute, question, reason }] of Object.entries(ledger.assertions)) {
    const say = (message: string) => at('assertions', [id, 'shown'], 'assertion-shown', `${id}: ${message}`);
    if (shown === 'left-out' && !reason) say('what is left out needs a reason');
    if (shown === 'left-out' && claims.length > 0) say('it is left out, so no claim carries it');
    if (shown === 'contested' && !dispute)
      say('what is contested needs the dispute that holds both versions');
    if (shown === 'attributed' && claims.length === 0 && !question)
      say('what is attributed needs a claim or a question');
    if (kind === 'characterisation' && shown === 'attributed' && !reason)
      say('an opinion is never shown as a fact: say in "reason" what is shown instead');
  }
}

function corrections(ledger: Ledger, at: At): void {
  for (const [id, { what, before, after }] of Object.entries(ledger.corrections)) {
    if (Object.values(what).every((ids) => ids.length === 0))
      at('corrections', [id, 'what'], 'correction-empty', `${id}: it names nothing that was wrong`);
    if (before === after)
      at('corrections', [id, 'after'], 'correction-empty', `${id}: "after" says the same as "before"`);
  }
}
