import type { Row } from '../../scene/row.ts';
import { timesOf } from '../../words/moment-text.ts';
import { fill } from '../../words/words.ts';
import type { ChartData } from '../kind.ts';
import { entriesOf } from './entries.ts';
import type { TimelineChart } from './schema.ts';

/** The entries in the order of the picture, with both clocks in full. */
export function table(data: ChartData<TimelineChart>): Row[] {
  const { words } = data;
  return entriesOf(data)
    .filter(({ hidden }) => !hidden)
    .map(({ id, event, title, status, where, sources }) => ({
      id,
      name: title,
      ...(event.party ? { party: event.party } : {}),
      status,
      sentence: event.sentence,
      ...timesOf([event.happened], [event.known], words),
      ...(where ? { where } : {}),
      claims: event.claims,
      sources,
    }));
}

/** A sentence an entry: both clocks, then what happened. */
export const sentences = (data: ChartData<TimelineChart>): string[] =>
  table(data).map(({ happened, known, sentence }) =>
    fill(data.words.timeline.sentence, { happened, known, sentence }),
  );
