import type { Ledger } from './ledger.ts';
import type { Names } from './fields.ts';

/** The languages that names of the ledger are kept in, beside English. */
export const LANGUAGES = ['tr', 'uk', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The ledger with the names of places and actors in another language, as far as they are known. */
export function inLanguage(ledger: Ledger, language: Language): Ledger {
  const map = <T extends { name: string; short?: string | undefined; names?: Names | undefined }>(
    entries: Record<string, T>,
    shorten: (entry: T, name: string) => string | undefined,
  ) =>
    Object.fromEntries(
      Object.entries(entries).map(([id, entry]) => {
        const name = entry.names?.[language];
        if (!name) return [id, entry];
        const { short: _, ...rest } = entry;
        const short = shorten(entry, name);
        return [id, { ...rest, name, ...(short ? { short } : {}) } as T];
      }),
    );
  return {
    ...ledger,
    places: map(ledger.places, () => undefined),
    // a person goes by the last of their names, as in English
    actors: map(ledger.actors, ({ kind, short }, name) =>
      kind === 'person' && short ? name.split(' ').at(-1) : undefined,
    ),
  };
}
