import { z } from 'astro/zod';

/** The nouns of the ledger: one file each in `content/ledger/`. */
export const NOUNS = [
  'sources',
  'actors',
  'places',
  'claims',
  'events',
  'ties',
  'positions',
  'questions',
  'disputes',
  'assertions',
  'corrections',
] as const;
export type Noun = (typeof NOUNS)[number];

/** What an id may look like: a short English slug, such as `ru-delegation-lands`. */
export const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** What an entry can refer to: entries of the ledger, charts, and chapters of the story. */
export type Target = Noun | 'charts' | 'chapters';

/** The id of another entry. The check looks it up in the file of that noun. */
export const ref = (noun: Target) => z.string().meta({ references: noun });

/** Words a reader sees: at least a letter, no space at either end. */
export const words = z
  .string()
  .regex(/^\S(.*\S)?$/su, 'is empty or starts or ends with a space')
  .meta({ readers: true });

/** A name as its owner or a publisher writes it: not our words. */
export const properName = z.string().regex(/^\S(.*\S)?$/su, 'is empty or starts or ends with a space');

/** Unfinished: checked, but not yet on the site. Take the line away to publish. */
export const draft = z.boolean().default(false);

/** The research dossier's own numbers of what this entry carries, such as T32 or S8. */
export const dossier = z
  .array(z.string().regex(/^([STDRQ]\d+|[AP]-[a-z0-9_-]+)$/, 'is not a number of the dossier'))
  .default([]);

/** How sure a statement or event is, as the reader is told. */
export const STATUSES = ['happened', 'planned', 'unconfirmed', 'denied', 'contested', 'later'] as const;
export const status = z.enum(STATUSES);
export type Status = (typeof STATUSES)[number];

/** The sides of the story. Each has one hue and one shape. */
export const PARTIES = ['ukraine', 'russia', 'turkiye', 'usa', 'europe', 'other'] as const;
export const party = z.enum(PARTIES);
export type Party = (typeof PARTIES)[number];

/** The same name in the languages of the site to come. Leave out what is not known. */
export const names = z.strictObject({
  /** In Turkish: `İstanbul`. */
  tr: properName.optional(),
  /** In Ukrainian: `Стамбул`. */
  uk: properName.optional(),
  /** In Russian: `Стамбул`. */
  ru: properName.optional(),
});
export type Names = z.output<typeof names>;
