// An hour that words name is written by hand, so it stays behind when the hour in the ledger is mended. These rules find
// every text that names another hour than the ledger has for what it tells.
import type { z } from 'astro/zod';
import type { ChartFields } from '../charts/fields.ts';
import { KINDS } from '../charts/kinds.ts';
import type { Noun } from '../ledger/fields.ts';
import { contradictionsOf, type Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../ledger/moment.ts';
import type { ChartFile } from './chart-rules.ts';
import type { Problem } from './problem.ts';
import type { YamlFile } from './read-yaml.ts';
import { readerTextsIn, referencesIn } from './schema.ts';

/** The hours that the ledger has for its entries, by id. */
export interface RecordedHours {
  /** When a claim was said, and what else its own words may name. None: nothing tells whether its words are right. */
  claimWords: (id: string) => string[];
  /** The same for the words of an event. */
  eventWords: (id: string) => string[];
  /** What a text that rests on an entry may name. */
  claims: (id: string) => string[];
  events: (id: string) => string[];
  ties: (id: string) => string[];
  questions: (id: string) => string[];
  disputes: (id: string) => string[];
  /** When an entry became known. */
  known: (noun: Noun, id: string) => string[];
}

/** An hour that a text names and the ledger does not have, and where in the text. */
interface WrongHour {
  hour: string;
  offset: number;
}

/** The hours that texts name: `03:15`, and both of `21:45–22:11`. */
const namedIn = (...texts: (string | undefined)[]): WrongHour[] =>
  texts.flatMap((text = '') =>
    [...text.matchAll(/\b\d{1,2}:\d{2}\b/g)].map(({ 0: hour, index }) => ({
      hour: hour.padStart(5, '0'),
      offset: index,
    })),
  );

const written = (...texts: (string | undefined)[]): string[] => namedIn(...texts).map(({ hour }) => hour);

/** The hours of a time that is known as exactly as that. A part of a day has none. */
const hoursOf = ({ precision, from, to }: Moment): string[] =>
  precision === 'minute' || precision === 'about' || precision === 'span'
    ? [from.slice(11), to.slice(11)]
    : [];

const orElse = (hours: string[], others: () => string[]) => (hours.length > 0 ? hours : others());

/** Whether two entries may be about the same hour: they share one, or one of them has none. */
const agree = (some: string[], others: string[]) =>
  some.length === 0 || others.length === 0 || some.some((hour) => others.includes(hour));

/** Looks up the hours of a ledger. Where an entry has an hour, that counts, and not what its own words say of it. */
export function recordedHours(ledger: Ledger): RecordedHours {
  const { claims, events, ties, questions, disputes, sources } = ledger;
  const own = (noun: 'claims' | 'events', id: string): string[] => {
    const entry = ledger[noun][id];
    return entry ? hoursOf('said' in entry ? entry.said : entry.happened) : [];
  };
  /** When it was said or, where no hour of that is known, the hour that was said. */
  const told = (id: string) => orElse(own('claims', id), () => written(claims[id]?.says, claims[id]?.short));
  const shown = (id: string) => {
    const { label, title, sentence } = events[id] ?? {};
    return orElse(own('events', id), () => written(label, title, sentence));
  };
  const quoted = (id: string) => {
    const { quote, sources: pages = [] } = claims[id] ?? {};
    return written(quote, ...pages.flatMap((page) => sources[page]?.quotes ?? []));
  };
  // an event whose hour was mended says nothing for a claim that still has the old one, nor the other way round
  const pairs = Object.entries(events).flatMap(([event, { claims: cited }]) =>
    [...new Set([event, ...cited])]
      .filter((claim) => claims[claim] && agree(own('claims', claim), own('events', event)))
      .map((claim) => ({ claim, event })),
  );
  const eventsBy = Object.groupBy(pairs, ({ claim }) => claim);
  const claimsBy = Object.groupBy(pairs, ({ event }) => event);
  const eventsOf = (id: string) => (eventsBy[id] ?? []).map(({ event }) => event);
  const claimsOf = (id: string) => (claimsBy[id] ?? []).map(({ claim }) => claim);
  const related = (id: string) => {
    const { supports = [], updates = [] } = claims[id] ?? {};
    return claims[id] ? [...supports, ...updates, ...contradictionsOf(ledger, id)] : [];
  };
  const claimWords = (id: string) => [
    ...own('claims', id),
    ...quoted(id),
    ...related(id).flatMap(told),
    ...eventsOf(id).flatMap((event) => own('events', event)),
  ];
  const eventWords = (id: string) => [
    ...own('events', id),
    ...claimsOf(id).flatMap((claim) => [...told(claim), ...quoted(claim)]),
  ];
  const ofClaim = (id: string) => [...told(id), ...claimWords(id), ...eventsOf(id).flatMap(shown)];
  return {
    claimWords,
    eventWords,
    claims: ofClaim,
    events: (id) => [...shown(id), ...eventWords(id)],
    ties: (id) => {
      const tie = ties[id];
      return tie ? orElse(hoursOf(tie.happened), () => written(tie.sentence)) : [];
    },
    questions: (id) =>
      [questions[id]?.atMidday, questions[id]?.later].flatMap((answer) =>
        orElse(answer?.claims.flatMap(ofClaim) ?? [], () => written(answer?.says)),
      ),
    disputes: (id) => disputes[id]?.versions.flatMap((version) => version.claims.flatMap(ofClaim)) ?? [],
    known: (noun, id) => {
      const entry = ledger[noun][id];
      return entry && 'known' in entry ? hoursOf(entry.known) : [];
    },
  };
}

/** The hours of a text that are not among those allowed, nor, in a sentence that says “known”, among those known. */
export function wrongHours(text: string, allowed: string[], known: string[] = []): WrongHour[] {
  const sentenceAt = (offset: number) =>
    [...text.matchAll(/[^.!?]*(?:[.!?](?!\s)[^.!?]*)*/g)].find(
      ({ 0: sentence, index }) => offset < index + sentence.length,
    )?.[0] ?? '';
  return namedIn(text).filter(
    ({ hour, offset }) =>
      !allowed.includes(hour) && !(known.includes(hour) && /\bknown\b/i.test(sentenceAt(offset))),
  );
}

/** `ru-delegation-lands has 03:45` */
export const recorded = (ids: string[], hours: string[]): string =>
  `${ids.join(', ')} ${ids.length === 1 ? 'has' : 'have'} ${list(hours) || 'no hour'}`;

const list = (hours: string[]) => [...new Set(hours)].sort().join(', ');

/** Words of the ledger that name another hour than their entry has, and events at another hour than their claim. */
export function ledgerHourProblems(
  ledger: Ledger,
  files: Record<Noun, YamlFile<unknown>>,
  hours: RecordedHours,
): Problem[] {
  const problems: Problem[] = [];
  const say = (noun: Noun, path: PropertyKey[], message: string) => {
    const file = files[noun];
    problems.push({ code: 'hour-differs', file: file.file, ...file.at(path), message });
  };
  const check = (noun: Noun, path: PropertyKey[], text: string | undefined, allowed: string[]) => {
    const id = String(path[0]);
    // where the ledger has no hour, an hour in the words is what somebody said, and nothing contradicts it
    if (text === undefined || allowed.length === 0) return;
    const known = hours.known(noun, id);
    for (const { hour } of wrongHours(text, path[1] === 'note' ? [...allowed, ...known] : allowed, known))
      say(noun, path, `the words say ${hour}, but ${recorded([id], allowed)}`);
  };
  for (const [id, claim] of Object.entries(ledger.claims))
    for (const field of ['says', 'short', 'note'] as const)
      check('claims', [id, field], claim[field], hours.claimWords(id));
  for (const [id, event] of Object.entries(ledger.events)) {
    for (const field of ['label', 'title', 'sentence'] as const)
      check('events', [id, field], event[field], hours.eventWords(id));
    const claim = ledger.claims[id];
    const [said, happened] = [claim ? hoursOf(claim.said) : [], hoursOf(event.happened)];
    if (!agree(said, happened))
      say(
        'events',
        [id, 'happened'],
        `${recorded([id], happened)}, but the claim of that name ${list(said)}`,
      );
    // with an hour in common both tell of the same moment
    const [day, other] = [event.happened, claim?.said].map((moment) => moment?.from.slice(0, 10));
    if (said.some((hour) => happened.includes(hour)) && day !== other)
      say('events', [id, 'happened'], `${id} is on ${day}, but the claim of that name on ${other}`);
  }
  for (const [id, { sentence, happened }] of Object.entries(ledger.ties))
    check('ties', [id, 'sentence'], sentence, hoursOf(happened));
  for (const [id, { asks, atMidday, later }] of Object.entries(ledger.questions)) {
    check('questions', [id, 'asks'], asks, hours.questions(id));
    for (const [field, { says, claims }] of [
      ['atMidday', atMidday],
      ['later', later],
    ] as const)
      check('questions', [id, field, 'says'], says, claims.flatMap(hours.claims));
  }
  for (const [id, { asks, versions }] of Object.entries(ledger.disputes)) {
    check('disputes', [id, 'asks'], asks, hours.disputes(id));
    for (const [i, { says, claims }] of versions.entries())
      check('disputes', [id, 'versions', i, 'says'], says, claims.flatMap(hours.claims));
  }
  return problems;
}

/** Words of a chart and its states that name another hour than any entry that it shows. */
export function chartHourProblems(
  { file, schema }: ChartFile,
  ledger: Ledger,
  hours: RecordedHours,
): Problem[] {
  const chart = file.value as ChartFields & Record<'spans' | 'stops', Moment | undefined>;
  const taken = KINDS[chart.kind]?.takes?.(chart) ?? [];
  const shown = [
    ...referencesIn(schema as z.ZodType, file.raw),
    ...taken.flatMap((noun) => Object.keys(ledger[noun]).map((id) => ({ noun, id }))),
  ];
  const moments = [chart, ...Object.values(chart.states)].map(({ asOf }) => asOf);
  const allowed = [
    ...[...moments, chart.spans, chart.stops].flatMap((moment) => (moment ? hoursOf(moment) : [])),
    ...shown.flatMap(({ noun, id }) =>
      noun === 'claims' || noun === 'events' || noun === 'ties' || noun === 'questions' || noun === 'disputes'
        ? hours[noun](id)
        : [],
    ),
  ];
  const known = shown.flatMap(({ noun, id }) =>
    noun === 'charts' || noun === 'chapters' ? [] : hours.known(noun, id),
  );
  return readerTextsIn(schema as z.ZodType, file.raw).flatMap(({ text, path }) =>
    wrongHours(text, allowed, known).map(({ hour }): Problem => ({
      code: 'hour-differs',
      file: file.file,
      ...file.at(path),
      message: `the words say ${hour}, but nothing that the chart shows has that hour`,
      allowed: [...new Set(allowed)].sort(),
      written: hour,
    })),
  );
}
