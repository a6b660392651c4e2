import { z } from 'astro/zod';
import { draft, ID, properName, words } from '../ledger/fields.ts';
import { day, moment } from '../ledger/moment.ts';

/** The fields of every `content/charts/<id>/chart.yaml`, whatever its kind. */
export const chartFields = {
  /** The subject, in two or three words, above the title: `Istanbul`. */
  kicker: words,
  /** What the picture shows, as a sentence with a verb that no side could call false. */
  title: words,
  /** One or two sentences on how to read it. */
  description: words,
  /** What somebody who cannot see the picture has to know, in one to three sentences; not the title again. */
  alt: words,
  /** The state of knowledge it shows: `2025-05-15 midday`. */
  asOf: moment,
  /** Credits for what is not from the ledger, such as the geometry. */
  credits: z.array(properName).default([]),
  /** What a careful reader should know about the picture itself. */
  notes: z.array(words).default([]),
  /** The day it first stood on the site: `2026-11-03`. Feeds and search engines are told; nothing else shows it. */
  published: day.optional(),
  draft,
};

const stateFields = {
  /** What it shows, in a sentence that stands by the picture: `At 03:15 the Russian aircraft lands.` */
  sentence: words,
  /** What somebody who cannot see the picture has to know. */
  alt: words,
  /** Its own title, where that of the chart would not be true of it. */
  title: words.optional(),
  /** The state of knowledge it shows, where that is another one. */
  asOf: moment.optional(),
  /** Ids of the entries that matter now. */
  emphasise: z.array(z.string()).default([]),
  /** Ids of the entries that step back. */
  dim: z.array(z.string()).default([]),
};

/**
 * Other moments of the same chart, by id: what each shows instead. Chapters name them in `<Chart id="…" state="…">` and
 * `<Step state="…">`.
 *
 * @param changes the fields that a state of this kind of chart may change
 */
export const statesWith = <C extends z.ZodRawShape>(changes: C) =>
  z
    .record(
      z
        .string()
        .regex(ID, 'is not an id: small letters, digits and single hyphens')
        .refine((name) => name !== 'at', 'is the address of the chart over time: take another name'),
      z.strictObject({ ...stateFields, ...changes }),
    )
    .default({});

const base = z.strictObject(chartFields);
const state = z.strictObject(stateFields);
/** What all states have in common. */
export type StateFields = z.output<typeof state>;
/** What a state is called where several stand to be chosen from. */
export const stateName = ({ title, sentence }: StateFields): string => title ?? sentence;
/** What all charts have in common. A chart in one of its states has that state's fields too. */
export type ChartFields = z.output<typeof base> &
  Partial<StateFields> & { kind: string; states: Record<string, StateFields> };
