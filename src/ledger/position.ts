import { z } from 'astro/zod';
import { dossier, ref, words } from './fields.ts';
import { moment } from './moment.ts';

/** What one party said about an issue, or that nothing was found. */
const cell = z.union([
  z.literal('not stated'),
  z.strictObject({
    /** The position in at most 25 words, as the party put it. */
    says: words,
    /** Who stated it: `Zelensky`. */
    by: words,
    /** When: `2025-05-10 to 2025-05-15`. */
    said: moment,
    /** When a reader could first know all of it. */
    known: moment,
    sources: z.array(ref('sources')).min(1, 'needs at least one source'),
  }),
]);

/** An issue, with the position of every party. `content/ledger/positions.yaml`, one entry per issue. */
export const position = z.strictObject({
  /** The issue: `Ceasefire first or talks first`. */
  issue: words,
  /** A cell for each party. Write `not stated` where nothing was found: a cell is never left out. */
  cells: z.strictObject({
    ukraine: cell,
    russia: cell,
    turkiye: cell,
    usa: cell,
    uk: cell,
    'e3-eu': cell,
    nato: cell,
  }),
  dossier,
});
export type Position = z.output<typeof position>;
