import { z } from 'astro/zod';
import { ref } from '../../ledger/fields.ts';
import { moment } from '../../ledger/moment.ts';
import { chartFields, statesWith } from '../fields.ts';

/** `chart.yaml` of a timeline. */
export const timelineChart = z.strictObject({
  kind: z.literal('timeline'),
  ...chartFields,
  /** What it spans: entries that happened outside are a mistake. `2025-05-14 to 2025-05-16` */
  spans: moment,
  /** Whether each `day` has a heading and entries their hours, or each `year` and entries their days. */
  headings: z.enum(['day', 'year']).default('day'),
  /** The moment at which the story stops: what became known after it stands below a line, in outline. */
  stops: moment.optional(),
  /** What it shows, in the order in which it happened, as far as that is known. */
  events: z.array(ref('events')).min(1, 'needs at least one event'),
  /** The entry whose hour is set large, with a dashed dial: the hour that was named. */
  large: ref('events').optional(),
  /** Other moments of the same chart: which entries matter then, and in what words. */
  states: statesWith({}),
});
export type TimelineChart = z.output<typeof timelineChart>;
