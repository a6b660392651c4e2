import { z } from 'astro/zod';
import { properName, ref, words } from '../../ledger/fields.ts';
import { position } from '../../ledger/place.ts';
import { chartFields, statesWith } from '../fields.ts';

const scale = z.number().min(0.05).max(18, 'is more than the geometry carries: at most 18');

const people = z.strictObject({
  /** Where they were. */
  place: ref('places'),
  /** Who, in the order of the label: those of one party share a line. */
  actors: z.array(ref('actors')).min(1, 'needs at least one actor'),
  /** They belong there, and were elsewhere: the map says so instead of showing them. */
  away: z.boolean().default(false),
});

const offset = z.tuple([z.number(), z.number()]);

/** What a map shows. A state may say any of it anew. */
const shown = {
  /** What is marked, in the order of the list: events with a place. Those at one place share its mark. */
  events: z.array(ref('events')).default([]),
  /** Who was where: groups of people at places. */
  people: z.array(people).default([]),
  /** Places that only orient the reader: a dot and a name. */
  points: z.array(ref('places')).default([]),
  /** What lies beyond the edge: an arrow points there, with the distance from a place on the map. */
  beyond: z
    .array(
      z.union([
        z.strictObject({ event: ref('events'), from: ref('places') }),
        people.extend({ from: ref('places') }),
      ]),
    )
    .default([]),
  /** Events whose place no source states: they stand in the list, and are not drawn. */
  unplaced: z.array(ref('events')).default([]),
  /** Straight lines between places, with their length; dashed where a way was only planned. */
  links: z
    .array(z.strictObject({ from: ref('places'), to: ref('places'), planned: z.boolean().default(false) }))
    .default([]),
  /** Districts to be named, as far as there is room, most important first. */
  districts: z.array(ref('places')).default([]),
  /** Countries to be named, at the position of their place. */
  countries: z.array(ref('places')).default([]),
  /** Waters to be named: a sea level, a strait or river along its course. */
  waters: z.array(ref('places')).default([]),
  /** Roads to be named, along their course. */
  roads: z.array(ref('places')).default([]),
  /**
   * The last resort where labels will not stand well: how far from its mark the middle of a label is to stand, px to
   * the right and down, `{ esenboga: { narrow: [-70, -20] } }`.
   */
  nudges: z
    .record(z.string(), z.strictObject({ narrow: offset.optional(), wide: offset.optional() }))
    .default({}),
  /** Remarks on the ground itself, with a leader to their position. */
  remarks: z.array(z.strictObject({ at: position, text: words })).default([]),
  /** Whether the north arrow is drawn: on city maps only. */
  north: z.boolean().default(true),
};

type Shown = typeof shown;
/** The same fields without their defaults: what a state leaves out stays as it is. */
const changes = Object.fromEntries(
  Object.entries(shown).map(([name, field]) => [
    name,
    (field instanceof z.ZodDefault ? field.unwrap() : field).optional(),
  ]),
) as unknown as { [Name in keyof Shown]: z.ZodOptional<z.ZodType<z.output<Shown[Name]>>> };

/** `chart.yaml` of a map. */
export const mapChart = z.strictObject({
  kind: z.literal('map'),
  ...chartFields,
  /** Whom the geometry is from, as their licences ask. */
  credits: z.array(properName).min(1, 'a map names whom its geometry is from'),
  /** The file in `content/geo/` that it is drawn from: `istanbul`. */
  geo: words,
  /** What lies around the land of the geometry: `sea`, with a shore, or more `land`, as around an inland province. */
  around: z.enum(['sea', 'land']).default('sea'),
  /** `transverse-mercator` for a city, `conic-conformal` for a part of the world. */
  projection: z.enum(['transverse-mercator', 'conic-conformal']).default('transverse-mercator'),
  view: z.strictObject({
    /** The middle of both frames: latitude, longitude. */
    centre: position,
    /** Pixels a kilometre. Above 18 the shore shows its facets. */
    scale,
    /** Heights of the frames, px; their widths are 360 and 720. */
    height: z.strictObject({
      narrow: z.number().int().min(200).max(900),
      wide: z.number().int().min(200).max(900),
    }),
    /** How far the ground reaches beyond the wide frame on each side, px; wider columns show it. */
    margin: z.number().int().min(0).max(300).default(260),
    /** Length of the scale bar, km. */
    scaleBar: z.number().positive(),
  }),
  ...shown,
  states: statesWith({
    ...changes,
    /** Where it looks: another middle, and another scale, px a kilometre. Heights and projection stay the map's. */
    view: z
      .strictObject({
        centre: position.optional(),
        scale: scale.optional(),
        scaleBar: z.number().positive().optional(),
      })
      .optional(),
  }),
  /** A small map of the land around, in a corner, with a box where the map is: for city maps. */
  locator: z
    .strictObject({
      /** The file in `content/geo/` that it is drawn from. */
      geo: words.default('region'),
      corner: z.enum(['top-end', 'top-start', 'bottom-end', 'bottom-start']).default('top-end'),
      /** How much land it shows from side to side, km. */
      km: z.number().min(200).max(6000),
      /** Its middle, where that is not the map's. */
      centre: position.optional(),
    })
    .optional(),
  /** Circles of distance around a place, km. */
  rings: z.strictObject({ around: ref('places'), km: z.array(z.number().positive()).min(1) }).optional(),
  /** Districts or countries of the geometry that are set apart from the rest of the land. */
  emphasis: z.array(z.string()).default([]),
});
export type MapChart = z.output<typeof mapChart>;
