/** Every kind of mistake the content check knows. Codes are permanent: they are addresses in content/README.md. */
export const ERRORS = {
  'yaml-syntax': {
    hint: 'YAML: two spaces a level, a space after every colon, quotes around text with ": " in it.',
  },
  'field-missing': {
    hint: 'Add the line; where the message names a file of src/, that file says what the field means.',
  },
  'field-unknown': {
    hint: 'Fields are spelt exactly as in the schema; anything else would be silently lost.',
  },
  'field-value': { hint: 'Change the value to one of the form the field takes.' },
  'time-value': { hint: 'All times are UTC+3, as exactly as they are known and no more exactly.' },
  'id-unknown': { hint: 'An id must stand in the file it refers to.' },
  'file-unknown': { hint: 'Only files of the layout in content/README.md are read.' },
  'file-missing': { hint: 'The site cannot be built without this file.' },
  'mdx-syntax': {
    hint: 'Chapters are Markdown with a few components; each tag is closed, { and < stand in code only.',
  },
  'component-unknown': { hint: 'A chapter may use only the components of content/README.md.' },
  'component-misplaced': {
    hint: 'A component for a sentence stands inside it; one for a block stands on its own lines.',
  },
  'prop-missing': { hint: 'The component cannot work without it.' },
  'prop-unknown': { hint: 'Components take exactly the properties of content/README.md, as text in quotes.' },
  expression: { hint: 'A chapter holds words and components, never JavaScript: no import, no { }.' },
  'file-encoding': { hint: 'Save the file as UTF-8.' },
  'chart-twice': { hint: 'A chart is one folder with one chart.yaml.' },
  'chapter-twice': { hint: 'Each chapter has a number, a slug and a title of its own.' },
  'id-strange': { hint: 'Type the id anew, in plain small letters.' },
  'translation-missing': {
    hint: 'A language needs all words, chapters and pages, and addresses to build them at; only English has them so far.',
  },
  'claim-unused': {
    hint: 'Cite it in a chapter, an event, a question or a dispute, or take it away, or mark it "draft: true".',
  },
  'source-unused': { hint: 'Cite it, or take it away, or mark it "draft: true".' },
  'source-twice': { hint: 'A page is one source: cite the first of the two, and take the other away.' },
  'draft-cited': { hint: 'Publish the draft first: take its line "draft: true" away.' },
  'placeholder-left': {
    hint: 'Write your own words in its place, or mark the entry "draft: true" until you have.',
  },
  'time-order': {
    hint: '"happened" or "said" is when it was; "known" is when a reader could first know it, never earlier.',
  },
  'status-differs': {
    hint: 'A claim and the event of its name tell of one thing. Only an event that is a statement may have "happened" though what was said is planned, contested or denied.',
  },
  'hour-differs': {
    hint: 'Words that name an hour are written by hand: mend them, or the time. What somebody named stands under "quotes" of a source.',
  },
  'sentence-unsourced': {
    hint: 'Put <Claim id="…" /> after it. A question needs none, nor what we say of our own work (“we”).',
  },
  'known-later': {
    hint: 'Put the sentence between <Later> and </Later>, or cite what was known at the time of asOf.',
  },
  'quote-unknown': { hint: 'Only words under "quotes" of a source may stand in quotation marks.' },
  'quote-unattributed': { hint: 'A quotation has a speaker and a day.' },
  'quote-straight': { hint: 'Quotation marks are “ and ”, an apostrophe is ’.' },
  'one-sided': { hint: 'A contested fact carries both versions, about as long as each other.' },
  'banned-word': {
    hint: 'Say who did what; give offices and ranks. Words that judge stand only in quotations.',
  },
  'strange-character': { hint: 'Delete it and type the text anew.' },
  'assertion-shown': {
    hint: 'Every assertion of the starting article is attributed, contested or left out with a reason.',
  },
  'correction-empty': {
    hint: 'A correction names by id what was wrong, and says what stood there and what stands there now.',
  },
  'alt-repeats-title': {
    hint: 'The alternative text says what the picture shows; the title stands beside it anyway.',
  },
  'image-alt': { hint: 'Write ![what the picture shows](/address).' },
  'heading-order': { hint: 'Chapters have ## and, below it, ###; none is skipped.' },
  'person-differs': {
    hint: 'The words in <Person> are a name of the actor with its id: change the id, or the words.',
  },
  'link-dead': { hint: 'Addresses within the site start and end with a slash.' },
  'state-unknown': { hint: 'The states of a chart stand in its chart.yaml.' },
  'item-unknown': { hint: 'A state can emphasise or dim only what it shows.' },
  'outside-map': { hint: 'Latitude comes first, then longitude; or widen the view in chart.yaml.' },
  'not-mapped': { hint: 'Only a place with a position or an outline can be drawn.' },
  'shown-twice': { hint: 'A chart shows an entry once; take one of the two lines away.' },
  'out-of-range': { hint: 'Widen what the chart spans, or take the entry away.' },
  'out-of-order': { hint: 'Entries stand in the order in which they happened, as far as it is known.' },
  'tie-loop': { hint: 'A tie joins two actors: give it another "from" or "to".' },
  'rank-unfit': { hint: 'A network draws the actors of its ties, each in one rank.' },
  'rank-missing': {
    hint: 'Give the actor the rank that its office says: the list stands in src/ledger/actor.ts.',
  },
  'chapter-length': {
    hint: 'A chapter has 150 to 350 words: say it shorter, or split it.',
    warning: true,
  },
  'chapter-grade': {
    hint: 'Nine years of school are enough for every chapter: use short sentences and common words.',
    warning: true,
  },
  'too-dense': {
    hint: 'Split it by question: fifteen actors are about as many as a reader follows.',
    warning: true,
  },
  'no-room': { hint: 'Shorten the label, widen the view, or take a label away: labels may never overlap.' },
} as const satisfies Record<string, { hint: string; warning?: true }>;

export type ErrorCode = keyof typeof ERRORS;
