import { siteChart, siteChartOverTime, storyTick } from '../authoring/site-content.ts';
import type { DrawnChart } from '../charts/draw.ts';
import type { Spell } from '../scene/over-ticks.ts';
import type { Row } from '../scene/row.ts';

/** Where a chart over time stands among the embeds of its states: `/embed/<id>/at/`. No state has this name. */
export const OVER_TIME = 'at';

/** What an embed shows: a chart, one of its states, or all of its moments in one. */
export type EmbedChart = Omit<DrawnChart, 'rows'> & { rows: (Row & { spell?: Spell })[] };

export function embedChart(id: string, state?: string): EmbedChart {
  if (state !== OVER_TIME) return siteChart(id, state);
  const { ticks, over } = siteChartOverTime(id);
  const now = siteChart(id, undefined, ticks[storyTick()]);
  return {
    ...now,
    chart: { ...now.chart, alt: now.chart.kicker },
    picture: { ...now.picture, frames: over.frames },
    rows: over.rows,
    key: over.key,
    sources: [...new Set(over.rows.flatMap(({ sources }) => sources))],
  };
}
