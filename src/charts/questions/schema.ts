import { z } from 'astro/zod';
import { ref } from '../../ledger/fields.ts';
import { chartFields, statesWith } from '../fields.ts';

/** `chart.yaml` of a board of open questions. */
export const questionsChart = z.strictObject({
  kind: z.literal('questions'),
  ...chartFields,
  /** The questions, from the top down. */
  questions: z.array(ref('questions')).min(1, 'needs at least one question'),
  /** Other moments of the same chart: which entries matter then, and in what words. */
  states: statesWith({}),
});
export type QuestionsChart = z.output<typeof questionsChart>;
