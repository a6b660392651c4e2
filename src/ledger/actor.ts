import { z } from 'astro/zod';
import { dossier, draft, names, party, properName, ref, words } from './fields.ts';

/**
 * What an office is by its own words, from the highest down: a deputy stands below the head. An adviser is outside that
 * line. They say nothing of how much an office weighs.
 */
export const RANKS = [
  'minister',
  'deputy-minister',
  'head-of-service',
  'deputy-head-of-service',
  'head-of-department',
  'deputy-head-of-department',
  'officer',
  'adviser',
] as const;
export type Rank = (typeof RANKS)[number];

/** Somebody who acts or speaks. `content/ledger/actors.yaml`, one entry per person, body or group. */
export const actor = z.strictObject({
  /** The name as we write it: `Volodymyr Zelensky`. */
  name: words,
  /** The short name for pictures and second mentions: `Zelensky`. */
  short: words.optional(),
  /** What it is. `unnamed` is a source that a publisher quotes without a name. */
  kind: z.enum(['person', 'state', 'body', 'delegation', 'media', 'talks', 'unnamed']),
  /** The side it belongs to. */
  party,
  /** The office on 15 May 2025: `Aide to the President of Russia; head of the delegation`. */
  office: words,
  /** The office in a few words, for pictures: `Russian Foreign Ministry`. */
  post: words.optional(),
  /** The rank of the office, as far as the office itself says it: `deputy-minister`. Charts of ranks compare teams by it. */
  rank: z.enum(RANKS).optional(),
  /** Other Latin spellings, so that a search finds them: `[Zelenskyy, Zelenskiy]`. */
  also: z.array(properName).default([]),
  names: names.optional(),
  /** Where it was on 15 May 2025, with the claims or pages that say so. */
  on15May: z
    .strictObject({
      /** `Istanbul`, or `not found in the pages read`. */
      where: words,
      sources: z.array(ref('sources')).default([]),
    })
    .optional(),
  /** The pages that give name and office. */
  sources: z.array(ref('sources')).default([]),
  draft,
  dossier,
});
export type Actor = z.output<typeof actor>;
