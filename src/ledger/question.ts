import { z } from 'astro/zod';
import { dossier, ref, words } from './fields.ts';

const answer = z.strictObject({
  /** What was known, or how it turned out, in one to four sentences. */
  says: words,
  /** Claims of the ledger that belong to it. */
  claims: z.array(ref('claims')).default([]),
  sources: z.array(ref('sources')).min(1, 'needs at least one source'),
});

/** A question that was open at midday. `content/ledger/questions.yaml`, one entry per question. */
export const question = z.strictObject({
  /** `Will Zelensky attend?` */
  asks: words,
  /** What a reader could know at midday on 15 May 2025. */
  atMidday: answer,
  /** How it turned out, as far as the pages read go. */
  later: answer,
  /** The outcome in a few words: `No`, `Not established`. */
  outcome: words,
  dossier,
});
export type Question = z.output<typeof question>;
