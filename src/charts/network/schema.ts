import { z } from 'astro/zod';
import { PARTIES, ref, words } from '../../ledger/fields.ts';
import { chartFields, statesWith, type StateFields } from '../fields.ts';

/** `chart.yaml` of a network. */
export const networkChart = z.strictObject({
  kind: z.literal('network'),
  ...chartFields,
  /**
   * How it is laid out. `sides`: a panel for each party, the host between the two sides, the others above. `ranks`: one
   * row for each rank, from the highest down.
   */
  layout: z.enum(['sides', 'ranks']),
  /** Who ranks with whom, from the highest down. Within a party nobody stands above a higher rank. */
  ranks: z
    .array(
      z.strictObject({
        /** What those of this rank are called, at the head of a lane on phones: `Members`. */
        name: words,
        /** Who they are. A state is no actor of a rank: it is the panel of its party. */
        actors: z.array(ref('actors')).min(1, 'needs at least one actor'),
      }),
    )
    .min(1, 'needs at least one rank'),
  /** The ties to show, in the order of the list. */
  ties: z
    .array(
      z.strictObject({
        /** The tie in the ledger. */
        tie: ref('ties'),
        /** What stands on its line, before the date: `offers direct talks`. Without it, its verb does. */
        label: words.optional(),
        /** What stands beside its line on phones: `{from} offers {to} direct talks`; `{office}` is that of the first. */
        says: words.optional(),
      }),
    )
    .min(1, 'needs at least one tie'),
  /** Shorter names and offices of actors, for this picture only. */
  actors: z
    .record(z.string(), z.strictObject({ name: words.optional(), office: words.optional() }))
    .default({})
    .meta({ keys: 'actors' }),
  /** Names of panels, where that of the party is too wide: `other: NATO`. */
  panels: z.partialRecord(z.enum(PARTIES), words).default({}),
  /** Other moments of the same picture: what each emphasises. The other ties step back; nothing moves. */
  states: statesWith({}),
});
export type NetworkChart = z.output<typeof networkChart> & Partial<StateFields>;
