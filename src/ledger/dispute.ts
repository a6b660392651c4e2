import { z } from 'astro/zod';
import { dossier, ref, words } from './fields.ts';

const version = z.strictObject({
  /** A few words above the version: `Set, then moved`. */
  heading: words,
  /** The version in one or two sentences; about as long as the other. */
  says: words,
  /** The claims it rests on, in the order they were made. */
  claims: z.array(ref('claims')).min(1, 'needs at least one claim'),
});

/** A question on which the record has two versions. `content/ledger/disputes.yaml`, one entry per question. */
export const dispute = z.strictObject({
  /** The question, put so that neither side owns it: `Had a meeting at 10:00 been set?` */
  asks: words,
  /** Both versions, the one that was said first first. */
  versions: z.array(version).length(2, 'needs two versions'),
  /** What the pages read do not settle. */
  notEstablished: words,
  dossier,
});
export type Dispute = z.output<typeof dispute>;
