import { PARTIES, STATUSES } from '../../ledger/fields.ts';
import type { Kind } from '../kind.ts';
import { faults } from './faults.ts';
import { knownPart, readNetwork } from './read.ts';
import { scene } from './scene.ts';
import { networkChart, type NetworkChart } from './schema.ts';
import { sentences, table } from './table.ts';

/** Who is tied to whom: directed, typed, dated. */
export const network: Kind<NetworkChart> = {
  schema: networkChart as unknown as Kind<NetworkChart>['schema'],
  ground: () => [],
  scene,
  table,
  sentences,
  faults,
  key: (data) => {
    const { nodes, links } = knownPart(data, readNetwork(data));
    const signs = new Set(links.flatMap(({ look }) => look.sign ?? []));
    const lines = new Set<string>(links.map(({ look }) => look.line));
    return {
      parties: PARTIES.filter((party) => nodes.some((node) => node.party === party)),
      statuses: STATUSES.filter((status) => links.some((link) => link.status === status)),
      lines: STATUSES.filter((status) => lines.has(status) || (signs as Set<string>).has(status)),
    };
  },
};
