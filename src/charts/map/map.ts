import { entry } from '../../ledger/ledger.ts';
import { PARTIES, STATUSES } from '../../ledger/fields.ts';
import type { Kind } from '../kind.ts';
import { faults } from './faults.ts';
import { ground } from './ground.ts';
import { scene } from './scene.ts';
import { mapChart, type MapChart } from './schema.ts';
import { sentences, table } from './table.ts';

/** Maps: places, what happened or was named there, and what the shore looks like. */
export const map: Kind<MapChart> = {
  schema: mapChart as unknown as Kind<MapChart>['schema'],
  ground,
  scene,
  table,
  sentences,
  faults,
  key: ({ chart, ledger }) => {
    const events = [...chart.events, ...chart.beyond.map(({ event }) => event)].map((id) =>
      entry(ledger, 'events', id),
    );
    return {
      parties: PARTIES.filter((party) => events.some((event) => event.party === party)),
      statuses: STATUSES.filter((status) => events.some((event) => event.status === status)),
    };
  },
};
