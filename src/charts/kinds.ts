import type { Kind } from './kind.ts';
import { map } from './map/map.ts';
import { matrix } from './matrix/matrix.ts';
import { questions } from './questions/questions.ts';
import { ranks } from './ranks/ranks.ts';
import { strip } from './strip/strip.ts';
import { timeline } from './timeline/timeline.ts';
import { versions } from './versions/versions.ts';
import { network } from './network/network.ts';

/** Every kind of chart, by the name that stands in `chart.yaml`. Adding a kind is one folder and one line here. */
export const KINDS: Record<string, Kind> = {
  map: map as unknown as Kind,
  matrix: matrix as unknown as Kind,
  questions: questions as unknown as Kind,
  ranks: ranks as unknown as Kind,
  strip: strip as unknown as Kind,
  timeline: timeline as unknown as Kind,
  versions: versions as unknown as Kind,
  network: network as unknown as Kind,
};

/** The kind of a chart. Throws for a name that is not registered: the content check has looked before. */
export function kindOf(chart: { kind: string }): Kind {
  const kind = KINDS[chart.kind];
  if (!kind) throw new Error(`There is no kind of chart "${chart.kind}"`);
  return kind;
}
