import type { Picture } from '../scene/scene.ts';
import type { Moment } from '../ledger/moment.ts';
import type { Row } from '../scene/row.ts';
import type { ChartFields } from './fields.ts';
import { kindOf } from './kinds.ts';
import type { ChartData } from './kind.ts';

/** A chart with everything that pages and files show of it. */
export interface DrawnChart {
  id: string;
  /** The moment it is drawn for, if it is not simply what it names. */
  at?: Moment;
  chart: ChartFields;
  picture: Picture;
  rows: Row[];
  sentences: string[];
  key: { parties: string[]; statuses: string[] };
  /** Ids of the sources behind all rows, each once. */
  sources: string[];
}

/** Draws a chart in both frames and in words. */
export function drawChart(data: ChartData): DrawnChart {
  const kind = kindOf(data.chart);
  const rows = kind.table(data);
  return {
    id: data.id,
    ...(data.at ? { at: data.at } : {}),
    chart: data.chart,
    picture: {
      ground: kind.ground(data),
      frames: { narrow: kind.scene(data, 'narrow'), wide: kind.scene(data, 'wide') },
    },
    rows,
    sentences: kind.sentences(data),
    key: kind.key(data),
    sources: [...new Set(rows.flatMap(({ sources }) => sources))],
  };
}
