import { z } from 'astro/zod';
import { RANKS } from '../ledger/actor.ts';

const word = z.string().min(1);
const recipe = z.strictObject({ name: word, note: word });

/** `content/words/en.yaml`: every word of the site that is neither a fact nor a story. */
export const wordsFile = z.strictObject({
  site: z.strictObject({
    name: word,
    description: word,
    /** For home screens. */
    short: word,
    skip: word,
    menu: word,
    menuButton: word,
    credit: word,
    licence: word,
    licenceUrl: word,
    /** Where mistakes are reported, once a newsroom publishes the site: an address that starts with mailto: or https://. */
    contact: z
      .string()
      .regex(/^(mailto:|https:\/\/)\S+$/, 'is not an address that starts with mailto: or https://')
      .optional(),
  }),
  nav: z.strictObject({
    story: word,
    day: word,
    charts: word,
    people: word,
    sources: word,
    contested: word,
    corrections: word,
    about: word,
  }),
  theme: z.strictObject({ label: word, auto: word, light: word, dark: word }),
  status: z.strictObject({
    happened: word,
    planned: word,
    unconfirmed: word,
    denied: word,
    contested: word,
    later: word,
  }),
  party: z.strictObject({ ukraine: word, russia: word, turkiye: word, usa: word, europe: word, other: word }),
  moment: z.strictObject({
    /** `{day} {month} {year}` */
    date: word,
    /** `{day} {month}` */
    dayMonth: word,
    months: z.array(word).length(12),
    weekdays: z.array(word).length(7),
    about: word,
    throughout: word,
    zone: word,
    parts: z.record(z.string(), word),
  }),
  figure: z.strictObject({
    asKnown: word,
    /** For a day, and for a month or year. */
    asKnownOn: word,
    asKnownIn: word,
    /** For a part of a day, but for midday: `{part}` of `{date}`. */
    asKnownPart: word,
    sources: word,
    notes: word,
    credits: word,
    status: word,
    party: word,
    embed: word,
    download: word,
    data: word,
    open: word,
    picture: word,
    toList: word,
  }),
  chart: z.strictObject({
    embed: word,
    embedNote: word,
    download: word,
    cite: word,
    preview: word,
    copy: word,
    copied: word,
  }),
  /** For each kind of chart: its name, the list of what it shows, and what a row of its data file is. */
  kinds: z.record(
    z.string(),
    z.strictObject({ name: word, list: word, csv: word, first: word, happened: word.optional() }),
  ),
  download: z.strictObject({
    /** With `{scale}` and `{width}`, px. */
    png: word,
    svg: word,
    outlined: word,
    a4: word,
    letter: word,
    json: word,
    geojson: word,
    zip: word,
    takeAway: word,
    states: word,
  }),
  /** The control of what was known when. */
  knownAt: z.strictObject({
    label: word,
    title: word,
    description: word,
    about: word,
    endOf: word,
    previous: word,
    next: word,
    slider: word,
    open: word,
    all: word,
    chart: word,
    appeared: word,
    contested: word,
    withdrawn: word,
    nothing: word,
    before: word,
    first: word,
    nonsense: word,
  }),
  day: z.strictObject({ title: word, intro: word, claims: word, said: word, known: word }),
  /** Keeping the story on the device. */
  offline: z.strictObject({
    keep: word,
    remove: word,
    kept: word,
    removed: word,
    failed: word,
  }),
  builder: z.strictObject({
    theme: word,
    state: word,
    whole: word,
    moments: word,
    plain: word,
    transparent: word,
    scripted: word,
    width: word,
    /** `{n}` px, and in how many `{percent}` of its size it is shown. */
    full: word,
    smaller: word,
    preview: word,
    more: word,
    /** Where the chart is higher than WordPress lets a frame be. */
    high: word,
  }),
  /** What to paste into which system, and how. */
  recipes: z.strictObject({
    frame: recipe,
    helper: recipe,
    element: recipe,
    wordpress: recipe,
    ghost: recipe,
    drupal: recipe,
    amp: recipe,
    newsletter: recipe,
    document: recipe,
    image: recipe,
  }),
  kit: z.strictObject({
    states: word,
    words: word,
    caption: word,
    credit: word,
    creditLine: word,
    altShort: word,
    altLong: word,
    medium: word,
  }),
  map: z.strictObject({
    kilometres: word,
    north: word,
    fromHere: word,
    straight: word,
    approximate: word,
    noPlace: word,
    noPosition: word,
    /** `Away: {names}` */
    away: word,
    sentence: word,
    zoom: z.strictObject({
      label: word,
      in: word,
      out: word,
      whole: word,
      /** `{n}×` */
      times: word,
      views: word,
      base: word,
      help: word,
    }),
  }),
  matrix: z.strictObject({ issue: word, notStated: word, also: word, sentence: word }),
  questions: z.strictObject({ atMidday: word, outcome: word, outcomes: word, sentence: word }),
  ranks: z.strictObject({
    heads: word,
    /** What those of a rank are called. */
    of: z.record(z.enum(RANKS), word),
    team: word,
    listed: word,
    expert: word,
    none: word,
    sentence: word,
    told: word,
  }),
  strip: z.strictObject({ stops: word, counts: word, clocks: word }),
  timeline: z.strictObject({
    named: word,
    sameTime: word,
    sameDay: word,
    sameSpan: word,
    noHour: word,
    known: word,
    stops: word,
    below: word,
    utc: word,
    sentence: word,
  }),
  versions: z.strictObject({
    sides: z.strictObject({
      ukraine: word,
      russia: word,
      turkiye: word,
      usa: word,
      europe: word,
      other: word,
    }),
    side: word,
    bothSides: word,
    reports: word,
    order: word,
    notEstablished: word,
    sentence: word,
  }),
  network: z.strictObject({
    /** `{party}, host` */
    host: word,
    /** A day without its year: `{day} {month}` */
    day: word,
    /** Short names of parties at the head of a lane. */
    lanes: z.record(z.string(), word),
    groups: z.strictObject({ between: word, host: word, outside: word, inside: word }),
    /** What the line of a tie says, in the key. */
    lines: z.record(z.string(), word),
    kinds: z.strictObject({ offices: word, contacts: word, requests: word, refusals: word, reports: word }),
    actorKinds: z.record(z.string(), word),
    views: z.strictObject({ label: word, picture: word, list: word, table: word }),
    filter: z.strictObject({ label: word, party: word, kind: word, status: word, all: word, count: word }),
    help: word,
    ties: word,
    tie: word,
    of: word,
    /** Each verb of the ledger: on a line, and said of either end. */
    verbs: z.record(z.string(), z.strictObject({ label: word, out: word, in: word })),
    columns: z.strictObject({ from: word, what: word, to: word }),
  }),
  list: z.strictObject({ and: word }),
  claim: z.strictObject({
    mark: word,
    who: word,
    reporters: word,
    said: word,
    wasSaid: word,
    when: word,
    known: word,
    through: word,
    says: word,
    otherwise: word,
    quote: word,
    note: word,
    close: word,
    copy: word,
    citing: word,
    inferred: word,
  }),
  later: z.strictObject({ heading: word }),
  hero: z.strictObject({
    /** `{hour}: {what}` */
    clock: word,
    mark: word,
    later: word,
  }),
  chapter: z.strictObject({
    number: word,
    list: word,
    contents: word,
    /** `{n} of {all}: {title}` */
    place: word,
    opening: word,
    copy: word,
    copied: word,
    whole: word,
    /** The next chapter, `{title}`. */
    next: word,
  }),
  reading: z.strictObject({ label: word, scroll: word, step: word, flat: word, keep: word, goOn: word }),
  step: z.strictObject({
    /** `{name}, {n} of {all}` */
    kicker: word,
    name: word,
    previous: word,
    next: word,
    skip: word,
  }),
  person: z.strictObject({ side: word, on15May: word, ties: word, also: word, more: word, close: word }),
  charts: z.strictObject({ title: word, intro: word, show: word, all: word }),
  card: z.strictObject({ story: word, title: word, page: word }),
  footer: z.strictObject({ later: word, licence: word, credits: word, contact: word }),
  people: z.strictObject({
    title: word,
    intro: word,
    on15May: word,
    also: word,
    said: word,
    statements: word,
    statement: word,
    ties: word,
    tieCount: word,
    tie: word,
  }),
  sources: z.strictObject({
    title: word,
    intro: word,
    open: word,
    claims: word,
    pages: word,
    carries: word,
    carriesOne: word,
    notEstablished: word,
    atMidday: word,
    later: word,
  }),
  hosts: z.strictObject({
    title: word,
    intro: word,
    host: word,
    runs: word,
    error: word,
    messages: word,
    px: word,
    code: z.strictObject({ package: word, documented: word }),
    /** By the ids of tests/hosts/listeners.ts. */
    names: z.record(z.string(), word),
    conditions: word,
    /** By the ids of tests/hosts/conditions.test.ts. */
    condition: z.record(z.string(), word),
    law: word,
    lawNote: word,
    chart: word,
    from: word,
  }),
  about: z.strictObject({
    asserted: word,
    leftOut: word,
    leftOutIntro: word,
    changed: word,
    changedIntro: word,
    contact: word,
    contactIntro: word,
    contactAt: word,
    contactNone: word,
  }),
  contested: z.strictObject({ title: word, intro: word, chapters: word, charts: word }),
  corrections: z.strictObject({
    title: word,
    on: word,
    log: word,
    none: word,
    feeds: word,
    changes: word,
    changesNote: word,
    against: word,
    type: z.strictObject({ fact: word, words: word, picture: word, source: word, withdrawn: word }),
    before: word,
    after: word,
    why: word,
    where: word,
  }),
  feed: z.strictObject({
    title: word,
    chart: word,
    atom: word,
    json: word,
    one: word,
    correction: word,
    contested: word,
    withdrawn: word,
  }),
  missing: z.strictObject({ title: word, text: word, search: word, chapters: word }),
  table: z.strictObject({
    where: word,
    party: word,
    status: word,
    what: word,
    happened: word,
    when: word,
    known: word,
    from: word,
    to: word,
    later: word,
    latitude: word,
    longitude: word,
    note: word,
    sources: word,
  }),
  embed: z.strictObject({ foot: word }),
});
export type Words = z.output<typeof wordsFile>;

/** Puts values into a text with `{names}`. Throws when the text asks for one that is not given. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`"${text}" asks for {${name}}, which is not given`);
    return String(value);
  });
}

const IN_PICTURES = [
  'status',
  'party',
  'moment',
  'figure',
  'knownAt',
  'map',
  'matrix',
  'questions',
  'ranks',
  'strip',
  'timeline',
  'versions',
  'network',
  'list',
  'claim',
  'table',
] as const satisfies (keyof Words)[];

/** The words that charts use. Where others change, no chart has to be drawn anew. */
export type PictureWords = Pick<Words, (typeof IN_PICTURES)[number]>;

export const pictureWords = (words: Words): PictureWords =>
  Object.fromEntries(IN_PICTURES.map((part) => [part, words[part]])) as unknown as PictureWords;

/** `2,380` */
export const numberText = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** A text that others follow: with a full stop, where it does not end by itself. */
export const sentenceOf = (text: string): string => (/[.?!…][”’]?$/.test(text) ? text : `${text}.`);

/** A description where a name would stand, within a line: `an unnamed official`. Names keep their capitals. */
export const inLine = (text: string): string =>
  text.replace(/^(?:An?|The|Not) (?=\p{Ll})/u, (word) => word.toLowerCase());

/** `A, B and C` */
export function listText(parts: string[], words: Pick<Words, 'list'>): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} ${words.list.and} ${parts.at(-1)}`;
}
