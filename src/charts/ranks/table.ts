import type { Row } from '../../scene/row.ts';
import { entry } from '../../ledger/ledger.ts';
import { timesOf } from '../../words/moment-text.ts';
import { fill } from '../../words/words.ts';
import type { ChartData } from '../kind.ts';
import { levelsOf, teamsOf } from './people.ts';
import type { RanksChart } from './schema.ts';

/** A row a person, rank by rank. */
export function table(data: ChartData<RanksChart>): Row[] {
  const { ledger, words } = data;
  return levelsOf(teamsOf(data)).flatMap(({ rank, cells }) =>
    cells
      .flat()
      .filter(({ hidden }) => !hidden)
      .map(({ id, actor, office, party, tie }): Row => {
        const { sentence, happened, known, status, sources } = tie;
        return {
          id,
          name: entry(ledger, 'actors', actor).name,
          party,
          status,
          sentence: fill(words.ranks.sentence, { office, sentence }),
          ...timesOf([happened], [known], words),
          note: rank ? words.ranks.of[rank] : words.ranks.heads,
          claims: [],
          sources,
        };
      }),
  );
}

/** A sentence a person. */
export const sentences = (data: ChartData<RanksChart>): string[] =>
  table(data).map(({ name, note = '', sentence }) =>
    fill(data.words.ranks.told, { name, rank: note, sentence }),
  );
