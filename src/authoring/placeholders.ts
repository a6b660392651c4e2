/** What stands in a new draft until an editor writes in its place: it may never be published. */
export const PLACEHOLDERS = {
  sourceTitle: 'What the page is about',
  sourceUrl: 'https://example.org/',
  office: 'The office held on 15 May 2025',
  claim: 'as a sentence that names the speaker.',
  chapterSummary: 'What the reader understands at the end.',
  chapterText: 'We have not written this chapter yet.',
  chartTitle: 'What the picture shows, as a sentence.',
  chartDescription: 'How to read it.',
  chartAlt: 'What somebody who cannot see the picture has to know.',
} as const;

/** The placeholder that stands in a text, if one does. An address is one only as a whole. */
export const placeholderIn = (text: string): string | undefined =>
  Object.values(PLACEHOLDERS).find((words) =>
    words === PLACEHOLDERS.sourceUrl ? text === words : text.includes(words),
  );
