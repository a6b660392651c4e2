import { z } from 'astro/zod';
import { properName, ref, words } from './fields.ts';
import { day } from './moment.ts';

/** What a correction mends. */
const CORRECTION_TYPES = ['fact', 'words', 'picture', 'source', 'withdrawn'] as const;

const ids = (target: Parameters<typeof ref>[0]) => z.array(ref(target)).default([]);

/** Everything that a correction can be about, by id. */
const what = z.strictObject({
  /** The charts it shows on, beside those that draw one of the entries below: `[istanbul]`. */
  charts: ids('charts'),
  /** The chapters whose words were wrong: `[istanbul]`. */
  chapters: ids('chapters'),
  claims: ids('claims'),
  events: ids('events'),
  places: ids('places'),
  actors: ids('actors'),
  ties: ids('ties'),
  positions: ids('positions'),
  questions: ids('questions'),
  disputes: ids('disputes'),
  sources: ids('sources'),
});
export type Corrected = z.output<typeof what>;

/** A mistake that was published, and what stands there now. `content/ledger/corrections.yaml`, one entry each. */
export const correction = z.strictObject({
  /** The day it was mended: `2026-11-03`. */
  date: day,
  /** `fact`, `words` (how it was put), `picture`, `source`, or `withdrawn` (taken away, nothing in its place). */
  type: z.enum(CORRECTION_TYPES),
  /** What carried the mistake, by id: `{ claims: [ru-delegation-lands] }`. Charts that draw it follow by themselves. */
  what,
  /** What stood there, as it was printed. */
  before: properName,
  /** What stands there now. */
  after: words,
  /** How the mistake came about, or who told us. */
  why: words,
});
export type Correction = z.output<typeof correction>;
