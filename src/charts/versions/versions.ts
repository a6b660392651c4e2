import { PARTIES } from '../../ledger/fields.ts';
import type { Kind } from '../kind.ts';
import { columnsOf, isShown } from './columns.ts';
import { faults } from './faults.ts';
import { scene } from './scene.ts';
import { versionsChart, type VersionsChart } from './schema.ts';
import { sentences, table } from './table.ts';

/** Two versions of one thing, side by side, at equal length and weight. */
export const versions: Kind<VersionsChart> = {
  schema: versionsChart as unknown as Kind<VersionsChart>['schema'],
  ground: () => [],
  scene,
  table,
  sentences,
  faults,
  key: (data) => {
    const statements = columnsOf(data).flatMap((column) => column.statements);
    const parties = statements.filter(({ claim }) => isShown(data, claim)).map(({ party }) => party);
    return { parties: PARTIES.filter((party) => parties.includes(party)), statuses: [] };
  },
};
