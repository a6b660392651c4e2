import type { DrawnChart } from '../charts/draw.ts';
import { kindOf } from '../charts/kinds.ts';
import type { Corrected } from '../ledger/correction.ts';
import { correctionsOf } from '../ledger/queries.ts';
import type { Content } from './content-model.ts';
import { siteChart, siteContent } from './site-content.ts';
import { referencesIn } from './schema.ts';

/** Everything that a chart shows, by target: itself, what its chart.yaml names, and the claims and sources behind that. */
export function shownBy({ id, chart, rows, sources }: DrawnChart): Partial<Corrected> {
  const shown: Record<string, string[]> = {
    charts: [id],
    claims: rows.flatMap(({ claims }) => claims),
    sources: [...sources],
  };
  for (const { noun, id: key } of referencesIn(kindOf(chart).schema, chart)) (shown[noun] ??= []).push(key);
  return shown;
}

/** Ids of the corrections of a chart or of anything that it shows, the newest first. */
export const chartCorrections = (id: string): string[] =>
  correctionsOf(siteContent().ledger, shownBy(siteChart(id)));

/** Ids of the corrections of a chapter or of the claims that it cites, the newest first. */
export const chapterCorrections = ({ slug, claims }: Content['chapters'][number]): string[] =>
  correctionsOf(siteContent().ledger, { chapters: [slug], claims });
