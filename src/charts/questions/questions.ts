import type { Kind } from '../kind.ts';
import { scene } from './scene.ts';
import { questionsChart, type QuestionsChart } from './schema.ts';
import { sentences, table } from './table.ts';

/** What was open at a moment, with what was known then; how it turned out stands apart. */
export const questions: Kind<QuestionsChart> = {
  schema: questionsChart as unknown as Kind<QuestionsChart>['schema'],
  ground: () => [],
  scene,
  table,
  sentences,
  key: () => ({ parties: [], statuses: [] }),
  faults: ({ chart }) =>
    chart.questions.flatMap((id, i) =>
      chart.questions.indexOf(id) < i
        ? [
            {
              code: 'shown-twice',
              in: 'chart',
              path: ['questions', i],
              message: `"${id}" stands here a second time`,
            },
          ]
        : [],
    ),
};
