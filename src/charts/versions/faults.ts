import { INNER, setParagraphs } from '../../scene/set-text.ts';
import type { ChartData, Fault } from '../kind.ts';
import { columnsOf } from './columns.ts';
import type { VersionsChart } from './schema.ts';

/** Both versions have as many statements, or one more: a picture of two columns shows at once which is longer. */
export function faults(data: ChartData<VersionsChart>): Fault[] {
  const { chart } = data;
  const [a, b] = columnsOf(data).map(({ statements }) => statements);
  if (!a || !b) return [];
  const fault = (message: string): Fault => ({
    code: 'one-sided',
    in: 'disputes',
    path: [chart.dispute, 'versions'],
    message,
  });
  if (Math.abs(a.length - b.length) > 1)
    return [fault(`${chart.dispute}: one version has ${a.length} statements, the other ${b.length}`)];
  const lines = (statements: typeof a) =>
    statements.reduce((sum, { says }) => {
      const column = { x: 0, width: INNER.narrow.width / 2 };
      return sum + setParagraphs([{ role: 'text', text: says }], column, 0).marks.length;
    }, 0);
  const [one, other] = [lines(a), lines(b)];
  return a.length === b.length && Math.abs(one - other) > 3
    ? [
        fault(
          `${chart.dispute}: on a phone one version has ${one} lines, the other ${other}; give their claims shorter words under "short"`,
        ),
      ]
    : [];
}
