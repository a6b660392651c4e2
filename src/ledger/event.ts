import { z } from 'astro/zod';
import { dossier, party, ref, status, words } from './fields.ts';
import { moment } from './moment.ts';

/** Something at a place and a time. `content/ledger/events.yaml`; maps and timelines show events. */
export const event = z.strictObject({
  /** What a picture says, after the hour: `Russian delegation lands`. */
  label: words,
  /** The same where nothing says who did it, as in a timeline: `The Kremlin publishes its list`. */
  title: words.optional(),
  /** The same as a whole sentence: `The aircraft of the Russian delegation landed at 03:15.` */
  sentence: words,
  /** When it happened, or was to happen. */
  happened: moment,
  /** When a reader could first know it. */
  known: moment,
  /** Where. Leave it out when no source says where: such an event is never put on a map. */
  place: ref('places').optional(),
  /** Who took part. */
  actors: z.array(ref('actors')).default([]),
  /** Whose event it is, for hue and shape. Leave it out for what is not confirmed or shared by all. */
  party: party.optional(),
  status,
  /** The claims it rests on. */
  claims: z.array(ref('claims')).default([]),
  /** The pages that carry it, where no claim of the ledger does. */
  sources: z.array(ref('sources')).default([]),
  dossier,
});
export type Event = z.output<typeof event>;
