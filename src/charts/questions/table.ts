import { entry } from '../../ledger/ledger.ts';
import type { Row } from '../../scene/row.ts';
import { timesOf } from '../../words/moment-text.ts';
import { fill } from '../../words/words.ts';
import type { ChartData } from '../kind.ts';
import { isShown } from './scene.ts';
import type { QuestionsChart } from './schema.ts';

/** A row a question: what was known, and apart from it how it turned out. */
export function table(data: ChartData<QuestionsChart>): Row[] {
  const { chart, ledger, words } = data;
  if (!isShown(data)) return [];
  return chart.questions.map((id) => {
    const { asks, atMidday, later, outcome } = entry(ledger, 'questions', id);
    return {
      id,
      name: asks,
      sentence: atMidday.says,
      ...timesOf([], [chart.asOf], words),
      later: `${outcome}. ${later.says}`,
      claims: [...atMidday.claims, ...later.claims],
      sources: [...new Set([...atMidday.sources, ...later.sources])],
    };
  });
}

/** A sentence a question; how it turned out is not among them. */
export const sentences = (data: ChartData<QuestionsChart>): string[] =>
  table(data).map(({ name, sentence }) => fill(data.words.questions.sentence, { name, sentence }));
