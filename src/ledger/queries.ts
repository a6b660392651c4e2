import type { Corrected } from './correction.ts';
import { contradictionsOf, type Ledger } from './ledger.ts';
import { isKnownAt, type Moment } from './moment.ts';

/** Ids of the claims that a reader could know at a moment, in the order they became known. */
export function knownClaims(ledger: Ledger, at: Moment): string[] {
  return Object.entries(ledger.claims)
    .filter(([, { known }]) => isKnownAt(known, at))
    .sort(([, a], [, b]) => a.known.to.localeCompare(b.known.to, 'en'))
    .map(([id]) => id);
}

/** Pairs of claims known at a moment that contradict each other, each pair once. */
export function knownContradictions(ledger: Ledger, at: Moment): [string, string][] {
  return knownClaims(ledger, at).flatMap((id) =>
    contradictionsOf(ledger, id, at)
      .filter((other) => id < other)
      .map((other): [string, string] => [id, other]),
  );
}

/**
 * Where each actor was last known to be at a moment: the place of the latest event that had begun by then and was
 * known. An actor without such an event is absent.
 */
export function whereabouts(ledger: Ledger, at: Moment): Map<string, { place: string; event: string }> {
  const past = Object.entries(ledger.events)
    .filter(
      ([, { place, known, happened, status }]) =>
        place &&
        status !== 'planned' &&
        status !== 'unconfirmed' &&
        isKnownAt(known, at) &&
        happened.from <= at.to,
    )
    .sort(([, a], [, b]) => a.happened.from.localeCompare(b.happened.from, 'en'));
  const found = new Map<string, { place: string; event: string }>();
  for (const [event, { place, actors }] of past)
    for (const actor of actors) found.set(actor, { place: place as string, event });
  return found;
}

/** Ids of all corrections, the newest first; of one day, the one that stands last in the file. */
export const newestCorrections = (ledger: Ledger): string[] =>
  Object.entries(ledger.corrections)
    .reverse()
    .sort(([, a], [, b]) => b.date.localeCompare(a.date, 'en'))
    .map(([id]) => id);

/** Ids of the corrections of anything in `shown`, the newest first: of a chart and of the entries that it draws. */
export const correctionsOf = (ledger: Ledger, shown: Partial<Corrected>): string[] =>
  newestCorrections(ledger).filter((id) =>
    Object.entries(ledger.corrections[id]?.what ?? {}).some(([target, ids]) =>
      ids.some((key) => shown[target as keyof Corrected]?.includes(key)),
    ),
  );
