import { z } from 'astro/zod';
import { ref } from '../../ledger/fields.ts';
import { moment } from '../../ledger/moment.ts';
import { chartFields, statesWith } from '../fields.ts';

/** `chart.yaml` of a strip of hours: time runs from the start to the end. */
export const stripChart = z.strictObject({
  kind: z.literal('strip'),
  ...chartFields,
  /** The hours it spans: a day, `2025-05-15`, or days, `2025-05-14 to 2025-05-15`. */
  spans: moment,
  /** The moment at which the story stops: what became known after it is drawn in outline. */
  stops: moment,
  /**
   * What a line is: all on `one` rail; a line for each `speaker`, party by party, with every statement of the ledger
   * that was made within the span; or a line for each `entry`, from when it happened to when it became known.
   */
  lines: z.enum(['one', 'speaker', 'entry']),
  /** The events of a strip of `one` line or of a line for each `entry`, from the earliest on. */
  events: z.array(ref('events')).default([]),
  /** The one of them that is drawn as a dashed dial: the hour that was named. */
  ring: ref('events').optional(),
  /** Those of them that are named where there is little room: at most three. */
  named: z.array(ref('events')).max(3, 'leaves no room: at most 3').default([]),
  /** Other moments of the same chart: which entries matter then, and in what words. */
  states: statesWith({}),
});
export type StripChart = z.output<typeof stripChart>;
