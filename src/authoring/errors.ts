/** Every kind of mistake the content check knows. Codes are permanent: they are addresses in content/README.md. */
export const ERRORS = {
  'yaml-syntax': {
    hint: 'YAML: two spaces a level, a space after every colon, quotes around text with ": " in it.',
  },
  'field-missing': { hint: 'Add the line; the schema in src/ledger or src/charts says what it means.' },
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
  'outside-map': { hint: 'Latitude comes first, then longitude; or widen the view in chart.yaml.' },
  'not-mapped': { hint: 'Only a place with a position or an outline can be drawn.' },
  'no-room': { hint: 'Shorten the label, widen the view, or take a label away: labels may never overlap.' },
} as const satisfies Record<string, { hint: string }>;

export type ErrorCode = keyof typeof ERRORS;
