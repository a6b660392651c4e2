import { z } from 'astro/zod';
import type { ChartFields } from '../charts/fields.ts';
import { KINDS } from '../charts/kinds.ts';
import type { Noun } from '../ledger/fields.ts';
import { chartData, type Content } from './content-model.ts';
import type { Problem } from './problem.ts';
import type { YamlFile } from './read-yaml.ts';
import { referencesIn } from './schema.ts';

/** A chart that was read, with the schema of its kind. */
export interface ChartFile {
  id: string;
  file: YamlFile<unknown>;
  schema?: z.ZodType;
}

/** The rules for a chart: its words, and whether it can be drawn at all. */
export function chartProblems(
  content: Content,
  { id, file }: ChartFile,
  ledger: Record<Noun, YamlFile<unknown>>,
): Problem[] {
  const chart = content.charts[id] as ChartFields;
  const [alt, title] = [chart.alt.toLowerCase(), chart.title.toLowerCase()];
  const repeats: Problem[] =
    alt.includes(title) || title.includes(alt)
      ? [
          {
            code: 'alt-repeats-title',
            file: file.file,
            ...file.at(['alt']),
            message: 'alt: says the title again',
          },
        ]
      : [];
  const faults = (KINDS[chart.kind]?.faults(chartData(content, id)) ?? []).map(
    ({ code, message, allowed, in: where, path }): Problem => {
      const at = where === 'chart' ? file : ledger[where];
      return { code, message, file: at.file, ...at.at(path), ...(allowed ? { allowed } : {}) };
    },
  );
  return [...repeats, ...faults];
}

/** Everything a chart is drawn from, as text: while it stays the same, so do the chart and its problems. */
export function drawnFrom(content: Content, { id, file, schema }: ChartFile, geometry: string): string {
  const chart = content.charts[id];
  const used = referencesIn(schema ?? z.any(), file.raw).map(({ noun, id: key }) =>
    noun === 'charts' || noun === 'chapters' ? undefined : content.ledger[noun][key],
  );
  const places = used.flatMap((entry) =>
    entry && 'place' in entry && entry.place ? content.ledger.places[entry.place] : [],
  );
  const cities = Object.values(content.ledger.places).filter(({ kind }) => kind === 'city');
  return JSON.stringify([chart, used, places, cities, content.words, file.at([]), geometry]);
}
