import { z } from 'astro/zod';
import { readMoment } from './moment.ts';
import { dossier, draft, properName, words } from './fields.ts';

/** A published page that was read. `content/ledger/sources.yaml`, one entry per page. */
export const source = z.strictObject({
  /** Who published it: `TASS`. For a copy, the first publisher: `Reuters`. */
  publisher: properName,
  /** What the page is about, in our own words: `Delegation's plane lands at Atatürk airport`. */
  title: words,
  /** Its address: `https://tass.com/world/1958049`. */
  url: z
    .url({ protocol: /^https?$/, error: 'is not an address that starts with https:// or http://' })
    .regex(/^\S*$/, 'has a space in it: an address has none'),
  /** The day it was published, or the month where no more is known: `2025-05-15`, `2026-03`. */
  date: z.string().transform((text, context) => {
    const { precision } = readMoment(text, context) ?? {};
    if (precision && precision !== 'day' && precision !== 'month')
      context.addIssue({
        code: 'custom',
        message: `"${text}" is not a day or a month: 2025-05-15 or 2026-03`,
      });
    return text;
  }),
  /** `true` when the page carries no date and ours is inferred from its text. */
  dateInferred: z.boolean().default(false),
  /** The language of the page: `en`, `tr`, `uk`, `ru`, `de`, `bg`. */
  language: z.enum(['en', 'tr', 'uk', 'ru', 'de', 'bg']),
  /** Where a copy was read, if not at the publisher's own address: `The Star, Malaysia`. */
  copy: properName.optional(),
  /** Whose reporting it passes on: `CNN`. */
  citing: properName.optional(),
  /** What a reader should know about the publisher: `Russian state news agency`. */
  lean: words.optional(),
  /** Words of named speakers as the page prints them: only these may stand in quotation marks anywhere. */
  quotes: z.array(z.string().min(1)).default([]),
  draft,
  dossier,
});
export type Source = z.output<typeof source>;
