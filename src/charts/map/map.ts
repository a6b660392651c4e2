import { PARTIES, STATUSES } from '../../ledger/fields.ts';
import type { Kind } from '../kind.ts';
import { faults } from './faults.ts';
import { ground } from './ground.ts';
import { itemsOf } from './items.ts';
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
  key: (data) => {
    const { here, beyond, unplaced } = itemsOf(data);
    const { words } = data;
    const items = [...here, ...beyond];
    const parties = new Set(
      items.flatMap(({ events, actors }) => [...events, ...actors].flatMap(({ party }) => party ?? [])),
    );
    return {
      parties: PARTIES.filter((party) => parties.has(party)),
      statuses: STATUSES.filter((status) => items.some((item) => item.status === status)),
      absent: [...new Set(unplaced.map(({ place }) => (place ? words.map.noPosition : words.map.noPlace)))],
    };
  },
};
