import { z } from 'astro/zod';
import type { ChartFields } from '../charts/fields.ts';
import { drawScene } from '../charts/draw.ts';
import type { ChartData, Fault } from '../charts/kind.ts';
import { KINDS } from '../charts/kinds.ts';
import type { Noun } from '../ledger/fields.ts';
import { pictureWords } from '../words/words.ts';
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
  const faults = faultsOf(content, id).map(({ in: where, path, ...fault }): Problem => {
    const at = where === 'chart' ? file : ledger[where];
    return { ...fault, file: at.file, ...at.at(path) };
  });
  return [...repeats, ...faults];
}

/** What is wrong with a chart; when it is in order, what is wrong with its states. */
function faultsOf(content: Content, id: string): Fault[] {
  const chart = content.charts[id] as ChartFields;
  const kind = KINDS[chart.kind];
  const faults = kind?.faults(chartData(content, id)) ?? [];
  if (!kind || faults.length > 0) return faults;
  return Object.entries(chart.states).flatMap(([name, state]): Fault[] => {
    const data = chartData(content, id, name);
    const inState = kind.faults(data).map((fault) => {
      if (fault.in !== 'chart') return fault;
      const own = String(fault.path[0]) in state;
      return { ...fault, path: ['states', name, ...(own ? fault.path : [])] };
    });
    return inState.length > 0 ? inState : unknownItems(data, name);
  });
}

/** What a state emphasises or dims though it does not show it. */
function unknownItems(data: ChartData, name: string): Fault[] {
  const { emphasise = [], dim = [] } = data.chart;
  if (emphasise.length + dim.length === 0) return [];
  const shown = [...new Set(drawScene(data, 'wide').groups.flatMap(({ entry }) => entry ?? []))];
  return Object.entries({ emphasise, dim }).flatMap(([field, ids]) =>
    ids.flatMap((id, i): Fault[] =>
      shown.includes(id)
        ? []
        : [
            {
              code: 'item-unknown',
              in: 'chart',
              path: ['states', name, field, i],
              message: `"${id}" is not shown in the state "${name}"`,
              written: id,
              allowed: shown,
            },
          ],
    ),
  );
}

/**
 * Everything a chart is drawn from, as text: while it stays the same, so do the chart and its problems.
 *
 * @param versions of the geometries, by name: as text they would be too long to be kept for each chart
 */
export function drawnFrom(
  content: Content,
  { id, file, schema }: ChartFile,
  versions: Record<string, number>,
): string {
  const chart = content.charts[id];
  const used = referencesIn(schema ?? z.any(), file.raw).map(({ noun, id: key }) =>
    noun === 'charts' || noun === 'chapters' ? undefined : content.ledger[noun][key],
  );
  const places = used.flatMap((entry) =>
    entry && 'place' in entry && entry.place ? content.ledger.places[entry.place] : [],
  );
  const ends = used.flatMap((entry) =>
    entry && 'from' in entry && 'to' in entry
      ? [content.ledger.actors[entry.from], content.ledger.actors[entry.to]]
      : [],
  );
  const taken = KINDS[chart?.kind ?? '']?.takes?.(chart as ChartFields).map((noun) => content.ledger[noun]);
  const cities = Object.values(content.ledger.places).filter(({ kind }) => kind === 'city');
  const words = pictureWords(content.words);
  const version = chart && 'geo' in chart ? versions[String(chart.geo)] : undefined;
  return JSON.stringify([chart, used, places, ends, taken, cities, words, file.at([]), version]);
}
