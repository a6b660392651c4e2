import type { Moment } from '../ledger/moment.ts';

/** A moment for `<time datetime>`, no more exactly than it is known; nothing where HTML has no form for it. */
export function datetime({ precision, from }: Moment): string | undefined {
  switch (precision) {
    case 'minute':
    case 'about':
    case 'span':
      return `${from}+03:00`;
    case 'month':
      return from.slice(0, 7);
    case 'year':
      return from.slice(0, 4);
    case 'throughout':
      return undefined;
    default:
      return from.slice(0, 10);
  }
}
