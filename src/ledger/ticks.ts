import type { Claim } from './claim.ts';
import type { Status } from './fields.ts';
import { contradictionsOf, entry, type Ledger } from './ledger.ts';
import { isKnownAt, parseMoment, type Moment } from './moment.ts';

// The second clock of the ledger: what a reader could know, moment by moment.

/** The days whose every moment is a tick; of what came after them, each moment that brought something new is one. */
const FIRST = '2025-05-10';

/** The nouns whose entries become known. A position is known cell by cell. */
const KNOWN_NOUNS = ['claims', 'events', 'ties', 'positions'] as const;
type KnownNoun = (typeof KNOWN_NOUNS)[number];

/** One entry that becomes known: `positions` have the id `<issue>/<party>`. */
export interface Known {
  noun: KnownNoun;
  id: string;
  known: Moment;
}

/** Everything in the ledger that becomes known, in the order of the moments, then of nouns and ids. */
export function knownEntries(ledger: Ledger): Known[] {
  const dated = (['claims', 'events', 'ties'] as const).flatMap((noun) =>
    Object.entries(ledger[noun]).map(([id, { known }]): Known => ({ noun, id, known })),
  );
  const cells = Object.entries(ledger.positions).flatMap(([issue, position]) =>
    Object.entries(position.cells).flatMap(([party, cell]): Known[] =>
      cell === 'not stated' ? [] : [{ noun: 'positions', id: `${issue}/${party}`, known: cell.known }],
    ),
  );
  const order = (a: Known, b: Known) =>
    compare(a.known.to, b.known.to) ||
    KNOWN_NOUNS.indexOf(a.noun) - KNOWN_NOUNS.indexOf(b.noun) ||
    compare(a.id, b.id);
  return [...dated, ...cells].sort(order);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The moments at which something became known, oldest first, each to the minute: `2025-05-15 12:15` for what was known
 * at midday, the last minute of the day for what was known on a day. The first tick holds everything known before it.
 */
export function ticksOf(ledger: Ledger): Moment[] {
  const withdrawn = Object.values(ledger.claims).flatMap((claim) => claim.withdrawn ?? []);
  const moments = [...knownEntries(ledger).map(({ known }) => known), ...withdrawn].map(({ to }) => to);
  return [...new Set(moments)]
    .filter((moment) => moment >= FIRST)
    .sort(compare)
    .map((moment) => parseMoment(moment.replace('T', ' ')));
}

/** The status of a claim as a reader could see it at a moment. */
export function claimStatusAt(ledger: Ledger, id: string, at: Moment): Status {
  const { status } = entry(ledger, 'claims', id);
  return statusAt(status, contradictionsOf(ledger, id, at).length > 0);
}

/** The same for an event: it is contested once one of its claims is. */
function eventStatusAt(ledger: Ledger, id: string, at: Moment): Status {
  const { status, claims } = entry(ledger, 'events', id);
  const contested = claims.some((claim) => contradictionsOf(ledger, claim, at).length > 0);
  const ever = claims.some((claim) => contradictionsOf(ledger, claim).length > 0);
  return statusAt(status, contested || !ever);
}

/**
 * A status as of a moment. What is contested was one side’s word, and so unconfirmed, until the other version was
 * known. «Came later» is said from midday on 15 May; at a moment when it was known it had happened.
 */
function statusAt(status: Status, contested: boolean): Status {
  if (status === 'contested' && !contested) return 'unconfirmed';
  return status === 'later' ? 'happened' : status;
}

/** The ledger with the statuses of a moment; nothing is left out, so that a picture’s layout stays what it is. */
export function withStatusesAt(ledger: Ledger, at: Moment): Ledger {
  const map = <T extends object>(entries: Record<string, T>, change: (id: string, entry: T) => T) =>
    Object.fromEntries(Object.entries(entries).map(([id, each]) => [id, change(id, each)]));
  return {
    ...ledger,
    claims: map(ledger.claims, (id, claim) => ({ ...claim, status: claimStatusAt(ledger, id, at) })),
    events: map(ledger.events, (id, event) => ({ ...event, status: eventStatusAt(ledger, id, at) })),
    ties: map(ledger.ties, (_, tie) => ({ ...tie, status: statusAt(tie.status, true) })),
  };
}

/** What a reader could know at a moment and not at an earlier one. */
export interface Difference {
  /** What became known. */
  appeared: Known[];
  /** Claims known before, which are contested since their other version became known. */
  contested: string[];
  /** Claims known before, taken back since. */
  withdrawn: string[];
}

/**
 * The difference of two moments.
 *
 * @param before the earlier moment; without it everything known at `after` is new
 */
export function differenceOf(ledger: Ledger, before: Moment | undefined, after: Moment): Difference {
  const isOld = (known: Moment) => before !== undefined && isKnownAt(known, before);
  const disputed = (id: string, at: Moment) => claimStatusAt(ledger, id, at) === 'contested';
  const old = Object.entries(ledger.claims).filter(([, { known }]) => isOld(known));
  const ids = (test: (id: string, claim: Claim) => boolean) =>
    old
      .filter(([id, claim]) => test(id, claim))
      .map(([id]) => id)
      .sort(compare);
  return {
    appeared: knownEntries(ledger).filter(({ known }) => isKnownAt(known, after) && !isOld(known)),
    contested: ids((id) => !disputed(id, before as Moment) && disputed(id, after)),
    withdrawn: ids(
      (_, { withdrawn }) => withdrawn !== undefined && isKnownAt(withdrawn, after) && !isOld(withdrawn),
    ),
  };
}

/** The ticks at which claims known before became contested or were taken back, the newest first. */
export const statusChanges = (ledger: Ledger): (Difference & { moment: Moment })[] =>
  ticksOf(ledger)
    .map((moment, i, ticks) => ({ moment, ...differenceOf(ledger, ticks[i - 1], moment) }))
    .filter(({ contested, withdrawn }) => contested.length + withdrawn.length > 0)
    .reverse();

/** A tick as part of an address: `2025-05-15T1215`. */
export const tickSlug = ({ to }: Moment): string => to.replace(':', '');
