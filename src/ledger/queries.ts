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
