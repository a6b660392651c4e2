import { PARTIES, STATUSES } from '../../ledger/fields.ts';
import type { Kind } from '../kind.ts';
import { entriesOf } from './entries.ts';
import { faults } from './faults.ts';
import { scene } from './scene.ts';
import { timelineChart, type TimelineChart } from './schema.ts';
import { sentences, table } from './table.ts';

/** What happened hour by hour, or year by year, each with the moment at which it became known. */
export const timeline: Kind<TimelineChart> = {
  schema: timelineChart as unknown as Kind<TimelineChart>['schema'],
  ground: () => [],
  scene,
  table,
  sentences,
  faults,
  key: (data) => {
    const shown = entriesOf(data).filter(({ hidden }) => !hidden);
    return {
      parties: PARTIES.filter((party) => shown.some(({ event }) => event.party === party)),
      statuses: STATUSES.filter((status) => shown.some((each) => each.status === status)),
      ...(shown.some(({ large }) => large) ? { named: true } : {}),
    };
  },
};
