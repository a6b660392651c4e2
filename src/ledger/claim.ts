import { z } from 'astro/zod';
import { dossier, draft, ref, status, words } from './fields.ts';
import { moment } from './moment.ts';

/** Something somebody said or reported. `content/ledger/claims.yaml`; every sentence of the story rests on one. */
export const claim = z.strictObject({
  /** What was said, as one sentence of our own that names the speaker: `Zakharova said the talks had been moved.` */
  says: words,
  /** The same without the speaker, for pictures where the name stands above it: `The talks have been moved.` */
  short: words.optional(),
  /** Who said it: an actor's id, or `reporters` when the publishers state it in their own voice. */
  speaker: z.union([z.literal('reporters'), ref('actors')]),
  /** The pages that carry it, best first. Their publishers are who it came through. */
  sources: z.array(ref('sources')).min(1, 'needs at least one source'),
  /** When it was said or, for a report, when the thing happened: `2025-05-15 morning`. */
  said: moment,
  /** When a reader could first know it: `2025-05-15 08:16`. */
  known: moment,
  /** `happened`, `planned`, `unconfirmed` (reported, not confirmed), `denied`, `contested` or `later` (came later). */
  status,
  /** Words of the speaker, exactly as a source prints them, without quotation marks. */
  quote: z.string().min(1).optional(),
  /** Claims that say otherwise. Write it on one of the two; readers see it on both. */
  contradicts: z.array(ref('claims')).default([]),
  /** Claims that it bears out. */
  supports: z.array(ref('claims')).default([]),
  /** Earlier claims that it overtakes. */
  updates: z.array(ref('claims')).default([]),
  /** When its speaker or publisher took it back. It stays, with a mark: `2025-05-17`. */
  withdrawn: moment.optional(),
  /** What a careful reader should know: `Exact time not found.` */
  note: words.optional(),
  draft,
  dossier,
});
export type Claim = z.output<typeof claim>;
