import { z } from 'astro/zod';
import { actor, type Actor } from './actor.ts';
import { assertion, type Assertion } from './assertion.ts';
import { claim, type Claim } from './claim.ts';
import { correction, type Correction } from './correction.ts';
import { dispute, type Dispute } from './dispute.ts';
import { event, type Event } from './event.ts';
import { ID, type Noun } from './fields.ts';
import { isKnownAt, type Moment } from './moment.ts';
import { place, type Place } from './place.ts';
import { position, type Position } from './position.ts';
import { question, type Question } from './question.ts';
import { source, type Source } from './source.ts';
import { tie, type Tie } from './tie.ts';

/** Every fact of the site, by noun and id. */
export interface Ledger {
  sources: Record<string, Source>;
  actors: Record<string, Actor>;
  places: Record<string, Place>;
  claims: Record<string, Claim>;
  events: Record<string, Event>;
  ties: Record<string, Tie>;
  positions: Record<string, Position>;
  questions: Record<string, Question>;
  disputes: Record<string, Dispute>;
  assertions: Record<string, Assertion>;
  corrections: Record<string, Correction>;
}

const id = z
  .string()
  .regex(ID, 'is not an id: small letters, digits and single hyphens, such as ru-delegation-lands');

/** The schema of each file in `content/ledger/`: ids, each with its entry. */
export const LEDGER_FILES = {
  sources: z.record(id, source),
  actors: z.record(id, actor),
  places: z.record(id, place),
  claims: z.record(id, claim),
  events: z.record(id, event),
  ties: z.record(id, tie),
  positions: z.record(id, position),
  questions: z.record(id, question),
  disputes: z.record(id, dispute),
  assertions: z.record(id, assertion),
  corrections: z.record(id, correction),
} satisfies Record<Noun, z.ZodType>;

/** An entry by its id. Throws when there is none: the content check has looked before. */
export function entry<N extends Noun>(ledger: Ledger, noun: N, key: string): Ledger[N][string] {
  const found = ledger[noun][key];
  if (!found) throw new Error(`The ledger has no ${noun} entry "${key}"`);
  return found as Ledger[N][string];
}

/** Ids of the claims that say otherwise, in either direction and as far as they were known at `at`. */
export function contradictionsOf(ledger: Ledger, key: string, at?: Moment): string[] {
  const own = entry(ledger, 'claims', key).contradicts;
  const all = [...new Set([...own, ...(namedBy(ledger.claims).get(key) ?? [])])];
  return at ? all.filter((other) => isKnownAt(entry(ledger, 'claims', other).known, at)) : all;
}

const named = new WeakMap<Ledger['claims'], Map<string, string[]>>();

/** For each claim that others contradict, their ids. */
function namedBy(claims: Ledger['claims']): Map<string, string[]> {
  const known = named.get(claims) ?? new Map<string, string[]>();
  if (!named.has(claims))
    for (const [other, { contradicts }] of Object.entries(claims))
      for (const key of contradicts) known.set(key, [...(known.get(key) ?? []), other]);
  named.set(claims, known);
  return known;
}

/** Ids of the sources behind some claims, each once, in the order of the claims. */
export const sourcesOf = (ledger: Ledger, claims: string[]): string[] => [
  ...new Set(claims.flatMap((key) => entry(ledger, 'claims', key).sources)),
];
