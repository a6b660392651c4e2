import type { ChartFields } from '../charts/fields.ts';
import type { Geometry } from '../charts/geometry.ts';
import type { ChartData } from '../charts/kind.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../ledger/moment.ts';
import { withStatusesAt } from '../ledger/ticks.ts';
import { pictureWords, type Words } from '../words/words.ts';
import type { Chapter } from './read-story.ts';

/** All of `content/`, read and checked. Drafts are checked too; what is built has none of them. */
export interface Content {
  ledger: Ledger;
  charts: Record<string, ChartFields>;
  geometry: Record<string, Geometry>;
  words: Words;
  /** The opening and the chapters, in the order of their numbers. */
  chapters: Chapter[];
  /** Prose that is no chapter, such as the page about the site. */
  pages: Chapter[];
}

/**
 * What a kind of chart needs to draw one chart: as it is, in one of its states, or as known at a moment, with the
 * statuses of that moment.
 */
export function chartData(content: Content, id: string, state?: string, at?: Moment): ChartData {
  const chart = content.charts[id];
  if (!chart) throw new Error(`There is no chart "${id}"`);
  const changed = state === undefined ? {} : chart.states[state];
  if (!changed) throw new Error(`The chart "${id}" has no state "${state}"`);
  // a state that shows what came later shows it as it was known then
  const moment = at ?? (changed as { asOf?: Moment }).asOf;
  return {
    id,
    chart: { ...chart, ...changed },
    ...(state === undefined ? {} : { state, base: chart }),
    ledger: moment ? withStatusesAt(content.ledger, moment) : content.ledger,
    ...(at ? { at, whole: content.ledger } : {}),
    geometry: content.geometry,
    words: pictureWords(content.words),
  };
}
