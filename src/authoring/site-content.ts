import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { drawChart, type DrawnChart } from '../charts/draw.ts';
import type { ChartFields } from '../charts/fields.ts';
import type { ChartData } from '../charts/kind.ts';
import { overTime, type ChartOverTime } from '../charts/over-time.ts';
import type { Moment } from '../ledger/moment.ts';
import { ticksOf, withStatusesAt } from '../ledger/ticks.ts';
import { chartData, type Content } from './content-model.ts';
import { rereadContent } from './content.ts';
import { formatProblems } from './problem.ts';

let last: { stamp: string; content: Content } | undefined;
const overTimes = new WeakMap<Content, Map<string, ChartOverTime>>();
const drawn = new WeakMap<Content, Map<string, DrawnChart>>();

/**
 * The content for a page. Read once for a build; while editing, anew whenever a file has changed. Throws with all
 * problems when there are any.
 */
export function siteContent(): Content {
  const root = process.cwd();
  const stamp = import.meta.env.PROD ? 'build' : stampOf(join(root, 'content'));
  if (last?.stamp === stamp) return last.content;
  const { content, problems } = rereadContent(root);
  if (!content) throw withoutStack(formatProblems(problems));
  last = { stamp, content };
  return content;
}

/** A chart, as it is, in one of its states, or as known at a moment; drawn once however many pages and files show it. */
export function siteChart(id: string, state?: string, at?: Moment): DrawnChart {
  const content = siteContent();
  const charts = drawn.get(content) ?? new Map<string, DrawnChart>();
  drawn.set(content, charts);
  const key = [id, state ?? '', at?.to ?? ''].join(' ');
  const known = charts.get(key);
  if (known) return known;
  const own = state === undefined && at === undefined;
  const chart = drawChart(chartData(content, id, state, at), own ? undefined : siteChart(id).picture.ground);
  charts.set(key, chart);
  return chart;
}

/** What a part of a page needs to lay a chart out as the picture does. `C` is the chart of its kind. */
export function dataOf<C extends ChartFields>({ id, chart, at }: DrawnChart): ChartData<C> {
  const { ledger, geometry, words } = siteContent();
  const then = at ? withStatusesAt(ledger, at) : ledger;
  return { id, chart: chart as C, ledger: then, geometry, words, ...(at ? { at, whole: ledger } : {}) };
}

/** The moment the story tells, as an index into the ticks. */
export function storyTick(): number {
  const { ledger, chapters } = siteContent();
  const told = chapters[0]?.fields.asOf.to ?? '';
  return Math.max(
    0,
    ticksOf(ledger).findLastIndex(({ to }) => to <= told),
  );
}

/** A chart at every moment at which something became known, and all of them in one. */
export function siteChartOverTime(id: string): { ticks: Moment[]; over: ChartOverTime } {
  const content = siteContent();
  const ticks = ticksOf(content.ledger);
  const known = overTimes.get(content) ?? new Map<string, ChartOverTime>();
  overTimes.set(content, known);
  const over = known.get(id) ?? overTime(ticks.map((at) => siteChart(id, undefined, at)));
  known.set(id, over);
  return { ticks, over };
}

/** An error whose message is all there is to say: where in our code it was found helps nobody who edits content. */
const withoutStack = (message: string) => Object.assign(new Error(message), { stack: '' });

function stampOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`)
    .join('\n');
}
