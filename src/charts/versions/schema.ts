import { z } from 'astro/zod';
import { ref } from '../../ledger/fields.ts';
import { chartFields, statesWith } from '../fields.ts';

/** `chart.yaml` of two versions side by side. */
export const versionsChart = z.strictObject({
  kind: z.literal('versions'),
  ...chartFields,
  /** The question on which the record has two versions. Its claims are the statements. */
  dispute: ref('disputes'),
  /** What is certain, between the first statements and the later ones: an event, such as `no-talks-at-ten`. */
  middle: ref('events').optional(),
  /** Other moments of the same chart: which entries matter then, and in what words. */
  states: statesWith({}),
});
export type VersionsChart = z.output<typeof versionsChart>;
