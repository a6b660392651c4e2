import type { ChartData } from '../../src/charts/kind.ts';
import type { NetworkChart } from '../../src/charts/network/schema.ts';
import { PARTIES, type Party } from '../../src/ledger/fields.ts';

type Data = ChartData<NetworkChart>;

/**
 * A network of invented actors, party by turns, each tied to some others.
 *
 * @param like a chart to take words and the rest of a tie from
 */
export function crowd(
  like: Data,
  actors: number,
  ties: number,
  { parties = PARTIES, ranks = 4 }: { parties?: readonly Party[]; ranks?: number } = {},
): Data {
  const data = structuredClone(like);
  const ids = Array.from({ length: actors }, (_, i) => `actor-${i}`);
  const sample = Object.values(data.ledger.ties)[0] as (typeof data.ledger.ties)[string];
  ids.forEach((id, i) => {
    const own = { name: `Actor ${i}`, kind: 'person', party: parties[i % parties.length], office: 'Office' };
    data.ledger.actors[id] = { ...own, also: [], sources: [], draft: false, dossier: [] } as never;
  });
  const tieIds = Array.from({ length: ties }, (_, i) => `tie-${i}`);
  tieIds.forEach((id, i) => {
    const step = 1 + ((i * 7) % (actors - 1));
    data.ledger.ties[id] = {
      ...sample,
      from: ids[i % actors] as string,
      to: ids[(i + step) % actors] as string,
    };
  });
  const perRank = Math.ceil(actors / ranks);
  data.chart = {
    ...data.chart,
    actors: {},
    states: {},
    ranks: Array.from({ length: ranks }, (_, rank) => ({
      name: `Rank ${rank}`,
      actors: ids.slice(rank * perRank, (rank + 1) * perRank),
    })),
    ties: tieIds.map((tie) => ({ tie })),
  };
  return data;
}
