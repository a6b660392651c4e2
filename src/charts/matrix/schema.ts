import { z } from 'astro/zod';
import { ref } from '../../ledger/fields.ts';
import { moment } from '../../ledger/moment.ts';
import { chartFields, statesWith } from '../fields.ts';

/** `chart.yaml` of a table of positions. */
export const matrixChart = z.strictObject({
  kind: z.literal('matrix'),
  ...chartFields,
  /** The issues, from the top down. */
  positions: z.array(ref('positions')).min(1, 'needs at least one issue'),
  /** Who stands at the top of the columns, from the start: keys of the cells in `ledger/positions.yaml`. */
  parties: z.array(ref('actors')).min(2, 'needs at least two parties'),
  /** How many of them are set in full where there is little room; the others are only named there. */
  inFull: z.number().int().min(1).default(2),
  /** The moment at which the story stops: what was first said after it is marked as later. */
  stops: moment.optional(),
  /** Other moments of the same chart: which entries matter then, and in what words. */
  states: statesWith({}),
});
export type MatrixChart = z.output<typeof matrixChart>;
