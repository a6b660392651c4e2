import { z } from 'astro/zod';
import { dossier, ref, words } from './fields.ts';

/**
 * What became of each assertion of the starting article, one slanted report that the research began with.
 * `content/ledger/assertions.yaml`, one entry per assertion, all fifty.
 */
export const assertion = z.strictObject({
  /** What the article asserts, in our words. */
  asserts: words,
  /** Its kind. A `characterisation` is opinion: it is never shown as a fact. */
  kind: z.enum(['statement', 'reported', 'confirmed', 'characterisation', 'question']),
  /** `attributed`: shown with its speaker. `contested`: shown with both versions. `left-out`: not shown. */
  shown: z.enum(['attributed', 'contested', 'left-out']),
  /** The claims that carry it; none when it is left out. */
  claims: z.array(ref('claims')).default([]),
  /** The dispute that carries both versions, when it is contested. */
  dispute: ref('disputes').optional(),
  /** The open question it became, if it did. */
  question: ref('questions').optional(),
  /** Why it is left out, or shown as it is. */
  reason: words.optional(),
  dossier,
});
export type Assertion = z.output<typeof assertion>;
