import { entry } from '../../ledger/ledger.ts';
import type { ChartData, Fault } from '../kind.ts';
import { isColumn } from './cells.ts';
import { layOut, READABLE } from './layout.ts';
import { readNetwork } from './read.ts';
import { isTooDense } from './scene.ts';
import type { NetworkChart } from './schema.ts';

/** What is wrong with a network once the ledger is seen. */
export function faults(data: ChartData<NetworkChart>): Fault[] {
  const { chart, ledger } = data;
  const found: Fault[] = [];
  const seen = new Set<string>();
  chart.ties.forEach(({ tie: id }, i) => {
    const path = ['ties', i, 'tie'];
    const { from, to } = entry(ledger, 'ties', id);
    if (from === to)
      found.push({
        code: 'tie-loop',
        in: 'ties',
        path: [id, 'to'],
        message: `${id}: a tie from "${from}" to itself`,
      });
    if (seen.has(id))
      found.push({ code: 'shown-twice', in: 'chart', path, message: `the tie "${id}" stands here twice` });
    seen.add(id);
  });
  if (found.length > 0) return found;
  const network = readNetwork(data);
  const ranked = chart.ranks.flatMap(({ actors }) => actors);
  chart.ranks.forEach(({ actors }, i) =>
    actors.forEach((id, j) => {
      const path = ['ranks', i, 'actors', j];
      if (ranked.filter((other) => other === id).length > 1)
        found.push({ code: 'shown-twice', in: 'chart', path, message: `"${id}" has more than one rank` });
      if (!network.nodes.some((node) => node.id === id))
        found.push({
          code: 'rank-unfit',
          in: 'chart',
          path,
          message: `no tie of the chart has the actor "${id}"`,
          allowed: network.nodes.map((node) => node.id),
        });
    }),
  );
  for (const { id, panel } of network.nodes)
    if (!panel && !ranked.includes(id))
      found.push({
        code: 'rank-unfit',
        in: 'chart',
        path: ['ranks'],
        message: `"${id}" has a tie here, but no rank`,
      });
  const parties = new Set(network.nodes.map(({ party }) => party));
  if (chart.layout === 'sides' && ![...parties].some(isColumn))
    found.push({
      code: 'rank-unfit',
      in: 'chart',
      path: ['layout'],
      message: 'no actor of either side or the host',
    });
  if (found.length > 0) return found;
  if (isTooDense(network))
    return [
      {
        code: 'too-dense',
        in: 'chart',
        path: ['ties'],
        message: `${network.nodes.length} actors and ${network.links.length} ties are too many to read in one diagram (${READABLE.actors} and ${READABLE.ties} at most): it is drawn as rows`,
      },
    ];
  try {
    return layOut(data, network)
      .ties.filter(({ id, label }) => !label && isFirstOfBundle(id))
      .map(({ id }) => noRoom(id, `the label of the tie "${id}" finds no room`));
  } catch (error) {
    return [noRoom(undefined, (error as Error).message)];
  }

  function noRoom(id: string | undefined, message: string): Fault {
    const at = chart.ties.findIndex(({ tie }) => tie === id);
    return { code: 'no-room', in: 'chart', path: at < 0 ? ['ties'] : ['ties', at], message };
  }

  function isFirstOfBundle(id: string): boolean {
    const bundle = network.links.find((link) => link.id === id)?.bundle;
    const ids = network.links.filter((link) => link.bundle === bundle).map((link) => link.id);
    return [...ids].sort()[0] === id;
  }
}
