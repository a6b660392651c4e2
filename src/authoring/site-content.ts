import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { drawChart, type DrawnChart } from '../charts/draw.ts';
import type { ChartFields } from '../charts/fields.ts';
import type { ChartData } from '../charts/kind.ts';
import { overTime, type ChartOverTime } from '../charts/over-time.ts';
import { NOUNS } from '../ledger/fields.ts';
import type { Moment } from '../ledger/moment.ts';
import { ticksOf, withStatusesAt } from '../ledger/ticks.ts';
import { chartData, type Content } from './content-model.ts';
import { rereadContent } from './content.ts';
import { formatProblems } from './problem.ts';

/** What has been drawn of a chart. */
interface Drawn {
  /** As it is and in its states, by state. */
  pictures: Map<string, DrawnChart>;
  /** As known at moments, by moment and state: far more than all else. */
  moments: Map<string, DrawnChart>;
  over?: ChartOverTime;
}

/** So many charts keep what was drawn of their moments, those asked for last: of a thousand it would fill the memory. */
const KEPT = 100;

let last: { stamp: string; content: Content; drawn: Map<string, Drawn>; recent: Set<string> } | undefined;

/**
 * The content for a page. Read once for a build; while editing, anew whenever a file has changed, and with what is not
 * published yet. Throws with all problems when there are any.
 */
export function siteContent(): Content {
  const root = process.cwd();
  const stamp = import.meta.env.PROD ? 'build' : stampOf(join(root, 'content'));
  if (last?.stamp === stamp) return last.content;
  const { content: published, withDrafts, problems } = rereadContent(root);
  const content = import.meta.env.PROD ? published : withDrafts;
  if (!content) throw withoutStack(formatProblems(problems));
  last = { stamp, content, ...stillDrawn(content) };
  return content;
}

/** What was drawn before an edit and would be drawn alike after it. What no edit has touched is the same object as before. */
function stillDrawn(content: Content): Pick<NonNullable<typeof last>, 'drawn' | 'recent'> {
  const { drawn = new Map<string, Drawn>(), recent = new Set<string>(), content: before } = last ?? {};
  const isSame = <T>(a: Record<string, T>, b: Record<string, T>) =>
    Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((key) => a[key] === b[key]);
  const fits =
    before?.words === content.words &&
    isSame(before.geometry, content.geometry) &&
    NOUNS.every((noun) => isSame<unknown>(before.ledger[noun], content.ledger[noun]));
  const stays = (id: string) => fits && before.charts[id] === content.charts[id];
  return {
    drawn: new Map([...drawn].filter(([id]) => stays(id))),
    recent: new Set([...recent].filter(stays)),
  };
}

/** A chart, as it is, in one of its states, or as known at a moment; drawn once however many pages and files show it. */
export function siteChart(id: string, state?: string, at?: Moment): DrawnChart {
  const content = siteContent();
  const kept = at ? momentsOf(id).moments : drawnOf(id).pictures;
  const key = [state ?? '', at?.to ?? ''].join(' ');
  const known = kept.get(key);
  if (known) return known;
  const own = state === undefined && at === undefined;
  const chart = drawChart(chartData(content, id, state, at), own ? undefined : siteChart(id).picture.ground);
  kept.set(key, chart);
  return chart;
}

function drawnOf(id: string): Drawn {
  siteContent();
  const { drawn } = last as NonNullable<typeof last>;
  const known = drawn.get(id) ?? { pictures: new Map(), moments: new Map() };
  drawn.set(id, known);
  return known;
}

/** The same of a chart whose moments are asked for, in place of those of the chart that was left longest ago. */
function momentsOf(id: string): Drawn {
  const known = drawnOf(id);
  const { drawn, recent } = last as NonNullable<typeof last>;
  recent.delete(id);
  recent.add(id);
  const [oldest = id] = recent.size > KEPT ? recent : [];
  if (oldest !== id) {
    recent.delete(oldest);
    drawn.get(oldest)?.moments.clear();
  }
  return known;
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
  const known = momentsOf(id);
  known.over ??= overTime(ticks.map((at) => siteChart(id, undefined, at)));
  return { ticks, over: known.over };
}

/** An error whose message is all there is to say: where in our code it was found helps nobody who edits content. */
const withoutStack = (message: string) => Object.assign(new Error(message), { stack: '' });

function stampOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`)
    .join('\n');
}
