import type { Moment } from '../ledger/moment.ts';
import type { FrameName, Group, Picture, Scene } from '../scene/scene.ts';
import type { Row } from '../scene/row.ts';
import type { ChartFields } from './fields.ts';
import { kindOf } from './kinds.ts';
import type { ChartData, Key } from './kind.ts';

/** A chart with everything that pages and files show of it. */
export interface DrawnChart {
  id: string;
  /** The moment it is drawn for, if it is not simply what it names. */
  at?: Moment;
  state?: string;
  chart: ChartFields;
  picture: Picture;
  rows: Row[];
  sentences: string[];
  key: Key;
  /** Ids of the sources behind all rows, each once. */
  sources: string[];
}

/**
 * Draws a chart, one of its states, or what was known of it at a moment, in both frames and in words.
 *
 * @param ground of the chart, where another of its pictures has been drawn before
 */
export function drawChart(data: ChartData, ground?: Group[]): DrawnChart {
  const kind = kindOf(data.chart);
  // how things turned out is told with the chart, not at a moment
  const rows = kind.table(data).map(({ later, ...row }) => (data.at || !later ? row : { ...row, later }));
  const sentences = kind.sentences(data);
  return {
    id: data.id,
    ...(data.at ? { at: data.at } : {}),
    ...(data.state === undefined ? {} : { state: data.state }),
    chart: data.at ? asKnown(data.chart, sentences) : data.chart,
    picture: {
      ground: ground ?? kind.ground(data),
      frames: { narrow: drawScene(data, 'narrow'), wide: drawScene(data, 'wide') },
    },
    rows,
    sentences,
    key: kind.key(data),
    sources: [...new Set(rows.flatMap(({ sources }) => sources))],
  };
}

/** A chart’s own words tell what its picture shows as a whole; at a moment only its subject and entries may speak. */
const asKnown = (chart: ChartFields, sentences: string[]): ChartFields => ({
  ...chart,
  title: chart.kicker,
  description: chart.kicker,
  alt: sentences.join(' ') || chart.kicker,
  notes: [],
});

/** One frame of a chart, in which what the state emphasises or dims is marked. */
export function drawScene(data: ChartData, frame: FrameName): Scene {
  const scene = kindOf(data.chart).scene(data, frame);
  const { emphasise = [], dim = [] } = data.chart;
  return {
    ...scene,
    groups: scene.groups.map((group) => ({
      ...group,
      ...(group.entry && emphasise.includes(group.entry) ? { emphasis: true } : {}),
      ...(group.entry && dim.includes(group.entry) ? { dim: true } : {}),
    })),
  };
}
