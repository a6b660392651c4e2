import { entry } from '../../ledger/ledger.ts';
import type { ChartData, Fault } from '../kind.ts';
import type { MatrixChart } from './schema.ts';

/** Issues and parties that stand twice, so that a cell would, and parties for which the ledger has no column. */
export function faults({ chart, ledger }: ChartData<MatrixChart>): Fault[] {
  const found: Fault[] = [];
  const twice = (list: string[], name: string) =>
    list.forEach((id, i) => {
      if (list.indexOf(id) < i)
        found.push({
          code: 'shown-twice',
          in: 'chart',
          path: [name, i],
          message: `"${id}" stands here a second time, and its cells with it`,
        });
    });
  twice(chart.positions, 'positions');
  twice(chart.parties, 'parties');
  const columns = Object.keys(entry(ledger, 'positions', chart.positions[0] as string).cells);
  chart.parties.forEach((id, i) => {
    if (!columns.includes(id))
      found.push({
        code: 'item-unknown',
        in: 'chart',
        path: ['parties', i],
        message: `the positions have no cells of "${id}"`,
        allowed: columns,
        written: id,
      });
  });
  return found;
}
