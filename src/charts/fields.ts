import { z } from 'astro/zod';
import { draft, properName, words } from '../ledger/fields.ts';
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

const base = z.strictObject(chartFields);
/** What all charts have in common. */
export type ChartFields = z.output<typeof base> & { kind: string; states: Record<string, object> };
