import type { Problem } from './problem.ts';
import type { YamlFile } from './read-yaml.ts';

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

/** What stands over a chart or chapter: of one that only editors can see, that it is so. */
export const draftName = (name: string, draft: boolean): string =>
  draft ? `Draft, not on the built site: ${name}` : name;

/** The placeholder that stands in a text, if one does. An address is one only as a whole. */
export const placeholderIn = (text: string): string | undefined =>
  Object.values(PLACEHOLDERS).find((words) =>
    words === PLACEHOLDERS.sourceUrl ? text === words : text.includes(words),
  );

/** Words of a new draft in an entry, or a chart, that is none any more. */
export function placeholderProblems(
  file: YamlFile<unknown>,
  entry: object,
  path: PropertyKey[] = [],
): Problem[] {
  if ((entry as { draft?: boolean }).draft) return [];
  return Object.entries(entry).flatMap(([field, value]: [string, unknown]): Problem[] => {
    const left = typeof value === 'string' ? placeholderIn(value) : undefined;
    return left === undefined
      ? []
      : [
          {
            code: 'placeholder-left',
            file: file.file,
            ...file.at([...path, field]),
            message: `${field}: still says “${left}”, as a new draft does`,
          },
        ];
  });
}
