import { z } from 'astro/zod';
import { ID, ref, words } from '../../ledger/fields.ts';
import { moment } from '../../ledger/moment.ts';
import { position } from '../../ledger/place.ts';
import { chartFields } from '../fields.ts';

/** `chart.yaml` of a map. */
export const mapChart = z.strictObject({
  kind: z.literal('map'),
  ...chartFields,
  /** The file in `content/geo/` that it is drawn from: `istanbul`. */
  geo: words,
  view: z.strictObject({
    /** The middle of both frames: latitude, longitude. */
    centre: position,
    /** Pixels a kilometre. Above 18 the shore shows its facets. */
    scale: z.number().min(0.05).max(18, 'is more than the geometry carries: at most 18'),
    /** Heights of the frames, px; their widths are 360 and 720. */
    height: z.strictObject({
      narrow: z.number().int().min(200).max(900),
      wide: z.number().int().min(200).max(900),
    }),
    /** Length of the scale bar, km. */
    scaleBar: z.number().positive(),
  }),
  /** Other moments of the same map: each state says what it shows instead. A chapter names one in `<Chart state="…">`. */
  states: z
    .record(
      z.string().regex(ID, 'is not an id: small letters, digits and single hyphens'),
      z.strictObject({
        events: z.array(ref('events')).min(1),
        title: words.optional(),
        asOf: moment.optional(),
      }),
    )
    .default({}),
  /** What is marked, in the order of the list: events with a place. */
  events: z.array(ref('events')).min(1, 'needs at least one event'),
  /** Events beyond the edge: an arrow points to them, with the distance from a place on the map. */
  beyond: z.array(z.strictObject({ event: ref('events'), from: ref('places') })).default([]),
  /** Districts to be named, as far as there is room, most important first. */
  districts: z.array(ref('places')).default([]),
  /** Waters to be named. */
  waters: z.array(ref('places')).default([]),
});
export type MapChart = z.output<typeof mapChart>;
