import type { z } from 'astro/zod';
import type { Geometry } from './geometry.ts';
import type { ChartFields } from './fields.ts';
import type { Noun } from '../ledger/fields.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Moment } from '../ledger/moment.ts';
import type { PictureWords } from '../words/words.ts';
import type { FrameName, Group, Scene } from '../scene/scene.ts';
import type { Row } from '../scene/row.ts';

/** What a chart is made from. */
export interface ChartData<C extends ChartFields = ChartFields> {
  id: string;
  chart: C;
  /** The state that is drawn, and the chart without it: what all states share is taken from there. */
  state?: string;
  base?: C;
  ledger: Ledger;
  /** Geometry files by name. */
  geometry: Record<string, Geometry>;
  words: PictureWords;
  /**
   * What a reader could know by then is all that is shown: later entries are absent. Positions are those of the whole
   * chart, so that a mark keeps its place from one moment to the next. Without it the chart shows what it names.
   */
  at?: Moment;
  /** With `at`: the ledger without the statuses of that moment, for what must not change from one to the next. */
  whole?: Ledger;
}

/** A mistake that only shows when chart, ledger and geometry are seen together. */
export interface Fault {
  code:
    | 'outside-map'
    | 'not-mapped'
    | 'no-room'
    | 'one-sided'
    | 'shown-twice'
    | 'out-of-range'
    | 'out-of-order'
    | 'item-unknown'
    | 'tie-loop'
    | 'rank-unfit'
    | 'rank-missing'
    | 'too-dense';
  message: string;
  allowed?: string[];
  /** What stands there, so that the nearest of what is allowed can be named. */
  written?: string;
  /** Where it is to be mended: a path in the chart's file, or in a file of the ledger. */
  in: 'chart' | Noun;
  path: (string | number)[];
}

/** What a key explains: parties and statuses that occur, in its order, and lines where the kind draws them. */
export interface Key {
  parties: string[];
  statuses: string[];
  lines?: string[];
  /** There is the mark of the hour that was named. */
  named?: boolean;
  /** What the picture cannot show, in words. */
  absent?: string[];
}

/** A kind of chart: how its `chart.yaml` reads, and what becomes of it. All functions are pure. */
export interface Kind<C extends ChartFields = ChartFields> {
  /** The fields of `chart.yaml`. */
  schema: z.ZodType<C>;
  /** What both frames, all states and all moments share, drawn once; its origin is in the middle of the view. */
  ground: (data: ChartData<C>) => Group[];
  /** The picture in one frame. */
  scene: (data: ChartData<C>, frame: FrameName) => Scene;
  /** The list under the picture, with the ids of the marks. */
  table: (data: ChartData<C>) => Row[];
  /** The picture in sentences. */
  sentences: (data: ChartData<C>) => string[];
  /** What its marks mean. */
  key: (data: ChartData<C>) => Key;
  /** Nouns of which it takes entries that its `chart.yaml` does not name. */
  takes?: (chart: C) => Noun[];
  /** What is wrong when everything is seen together. */
  faults: (data: ChartData<C>) => Fault[];
}
