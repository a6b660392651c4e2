import { z } from 'astro/zod';
import { dossier, ref, status, words } from './fields.ts';
import { moment } from './moment.ts';

/** What one actor is or does to another, in the words a picture writes on the line. */
export const VERBS = [
  'leads',
  'appointed',
  'member of',
  'expert to',
  'reports to',
  'represents',
  'spokesperson for',
  'part of',
  'advises',
  'accompanied',
  'met with',
  'attended meeting of',
  'spoke with',
  'hosts',
  'chairs',
  'urges',
  'proposes to',
  'demands of',
  'rejects demand of',
  'refuses to meet',
  'rejects presence of',
  'disputes',
  'criticises',
  'sanctions',
  'enacted decision of',
  'declared talks impossible with',
  'considers joining',
  'reports on',
] as const;

/** A tie between two actors, with a direction. `content/ledger/ties.yaml`, one entry per tie. */
export const tie = z.strictObject({
  /** Who does it. */
  from: ref('actors'),
  /** To whom. */
  to: ref('actors'),
  /** What: one of the list in `src/ledger/tie.ts`. */
  verb: z.enum(VERBS),
  /** The tie as a whole sentence: `Putin named Medinsky head of the delegation.` */
  sentence: words,
  /** When it held or happened: `2025-05-14`, `2025-05-14 to 2025-05-16`, `throughout`. */
  happened: moment,
  /** When a reader could first know it. */
  known: moment,
  status,
  /** The pages that carry it. */
  sources: z.array(ref('sources')).min(1, 'needs at least one source'),
  dossier,
});
export type Tie = z.output<typeof tie>;
