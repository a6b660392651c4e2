import { PARTIES, STATUSES } from '../ledger/fields.ts';
import type { Key } from './kind.ts';

/** The key of several pictures that take turns: it explains what any of them shows. */
export function keyOfAll(keys: Key[]): Key {
  const any = (part: Exclude<keyof Key, 'named'>) => [...new Set(keys.flatMap((key) => key[part] ?? []))];
  const [lines, absent] = [any('lines'), any('absent')];
  return {
    parties: PARTIES.filter((party) => any('parties').includes(party)),
    statuses: STATUSES.filter((status) => any('statuses').includes(status)),
    ...(keys.some((key) => key.lines) ? { lines } : {}),
    ...(keys.some((key) => key.named) ? { named: true } : {}),
    ...(absent.length > 0 ? { absent } : {}),
  };
}
