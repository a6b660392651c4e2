import type { Moment } from '../../ledger/moment.ts';

/** The clock time of a moment that is known to the minute, or nothing: a picture never guesses an hour. */
export function clockOf({ precision, from }: Moment): string {
  return precision === 'minute' ? from.slice(11) : '';
}
