import { z } from 'astro/zod';
import { ref } from '../../ledger/fields.ts';
import { moment } from '../../ledger/moment.ts';
import { chartFields, statesWith } from '../fields.ts';

/** `chart.yaml` of the ranks of two teams, side by side. */
export const ranksChart = z.strictObject({
  kind: z.literal('ranks'),
  ...chartFields,
  /** The two teams. Everybody whom a tie of the ledger calls head, member or expert of one is shown. */
  teams: z.array(ref('actors')).length(2, 'needs two teams'),
  /** The moment at which the story stops: who became known after it is drawn in outline. */
  stops: moment,
  /** Other moments of the same chart: which entries matter then, and in what words. */
  states: statesWith({}),
});
export type RanksChart = z.output<typeof ranksChart>;
