import { PARTIES } from '../../ledger/fields.ts';
import type { ChartData, Fault, Kind } from '../kind.ts';
import { noRoom } from '../room.ts';
import { teamsOf } from './people.ts';
import { scene } from './scene.ts';
import { ranksChart, type RanksChart } from './schema.ts';
import { sentences, table } from './table.ts';

type Data = ChartData<RanksChart>;

const shown = (data: Data) => teamsOf(data).flatMap(({ people }) => people.filter(({ hidden }) => !hidden));

/** A team that stands twice or has nobody, and people without a rank. */
function faults(data: Data): Fault[] {
  const { chart } = data;
  const found = teamsOf(data).flatMap(({ id, people }, i): Fault[] => {
    const path = ['teams', i];
    if (chart.teams.indexOf(id) < i)
      return [{ code: 'shown-twice', in: 'chart', path, message: `"${id}" stands here a second time` }];
    if (people.length === 0)
      return [
        {
          code: 'rank-unfit',
          in: 'chart',
          path,
          message: `no tie of the ledger makes anybody head, member or expert of "${id}"`,
        },
      ];
    return people
      .filter(({ rank }) => !rank)
      .map(({ actor }) => ({
        code: 'rank-missing',
        in: 'actors',
        path: [actor],
        message: `"${actor}" is in the team "${id}" of the chart "${data.id}", but has no rank`,
      }));
  });
  return found.length > 0 ? found : noRoom((frame) => scene(data, frame));
}

/** The ranks of two teams side by side: how many of each, and who. */
export const ranks: Kind<RanksChart> = {
  schema: ranksChart as unknown as Kind<RanksChart>['schema'],
  ground: () => [],
  scene,
  table,
  sentences,
  takes: () => ['ties', 'actors'],
  faults,
  key: (data) => ({
    parties: PARTIES.filter((party) => shown(data).some((person) => person.party === party)),
    statuses: shown(data).some(({ later }) => later) ? ['later'] : [],
  }),
};
