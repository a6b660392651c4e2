import type { Content } from './content-model.ts';

/** The number of each claim's source mark: its place among all that the story cites, from the opening on. */
export function noteNumbers({ chapters }: Pick<Content, 'chapters'>): Map<string, number> {
  const ids = [...new Set(chapters.flatMap(({ claims }) => claims))];
  return new Map(ids.map((id, i) => [id, i + 1]));
}
