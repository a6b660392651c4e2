import { PARTIES } from '../../ledger/fields.ts';
import type { Kind } from '../kind.ts';
import { issuesOf } from './cells.ts';
import { faults } from './faults.ts';
import { scene } from './scene.ts';
import { matrixChart, type MatrixChart } from './schema.ts';
import { sentences, table } from './table.ts';

/** What each party said on each issue, and where nothing was found. */
export const matrix: Kind<MatrixChart> = {
  schema: matrixChart as unknown as Kind<MatrixChart>['schema'],
  ground: () => [],
  scene,
  table,
  sentences,
  faults,
  key: (data) => {
    const cells = issuesOf(data).flatMap((issue) => issue.cells.filter(({ hidden }) => !hidden));
    return {
      parties: PARTIES.filter((party) => cells.some((cell) => cell.party === party)),
      statuses: [],
    };
  },
};
