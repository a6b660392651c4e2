import { entry } from '../../ledger/ledger.ts';
import type { ChartData, Fault } from '../kind.ts';
import type { TimelineChart } from './schema.ts';

/** Entries that stand twice, lie outside the timeline's span, or surely happened in another order. */
export function faults({ chart, ledger }: ChartData<TimelineChart>): Fault[] {
  const found: Fault[] = [];
  const fault = (code: Fault['code'], i: number, message: string) =>
    found.push({ code, in: 'chart', path: ['events', i], message });
  chart.events.forEach((id, i) => {
    const { happened } = entry(ledger, 'events', id);
    if (chart.events.indexOf(id) < i) return fault('shown-twice', i, `"${id}" stands here a second time`);
    if (happened.from < chart.spans.from || happened.to > chart.spans.to)
      return fault('out-of-range', i, `"${id}" happened ${happened.text}, outside ${chart.spans.text}`);
    const before = chart.events
      .slice(0, i)
      .find((other) => entry(ledger, 'events', other).happened.from > happened.to);
    if (before)
      fault(
        'out-of-order',
        i,
        `"${id}" (${happened.text}) happened before "${before}", which stands above it`,
      );
    return undefined;
  });
  if (chart.large && !chart.events.includes(chart.large))
    found.push({
      code: 'out-of-range',
      in: 'chart',
      path: ['large'],
      message: `"${chart.large}" is not among the events of the chart`,
      allowed: chart.events,
    });
  return found;
}
