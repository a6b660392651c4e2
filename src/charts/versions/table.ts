import { entry, sourcesOf } from '../../ledger/ledger.ts';
import type { Row } from '../../scene/row.ts';
import { timesOf } from '../../words/moment-text.ts';
import { fill } from '../../words/words.ts';
import type { ChartData } from '../kind.ts';
import { columnsOf, isOpen, isShown } from './columns.ts';
import type { VersionsChart } from './schema.ts';

/** The statements, version by version, then what is certain, then what is not established. */
export function table(data: ChartData<VersionsChart>): Row[] {
  const { chart, ledger, words } = data;
  const rows: Row[] = columnsOf(data).flatMap(({ heading, statements }) =>
    statements
      .filter(({ claim }) => isShown(data, claim))
      .map(({ id, claim, name, post, party }) => ({
        id,
        name: post ? `${name}, ${post}` : name,
        ...(party ? { party } : {}),
        status: claim.status,
        sentence: claim.says,
        ...timesOf([claim.said], [claim.known], words),
        note: [heading, claim.note].filter(Boolean).join('. ').replace(/\.$/, ''),
        claims: [id],
        sources: claim.sources,
      })),
  );
  if (chart.middle) {
    const { label, sentence, happened, known, status, claims, sources } = entry(
      ledger,
      'events',
      chart.middle,
    );
    if (isShown(data, { known }))
      rows.push({
        id: chart.middle,
        name: label.replace(/^./, (letter) => letter.toUpperCase()),
        status,
        sentence,
        ...timesOf([happened], [known], words),
        claims,
        sources: [...new Set([...sourcesOf(ledger, claims), ...sources])],
      });
  }
  if (!isOpen(data)) return rows;
  const { notEstablished, versions } = entry(ledger, 'disputes', chart.dispute);
  const claims = versions
    .flatMap((version) => version.claims)
    .filter((id) => isShown(data, entry(ledger, 'claims', id)));
  rows.push({
    id: chart.dispute,
    name: words.versions.notEstablished,
    status: 'contested',
    sentence: notEstablished,
    ...timesOf([], [chart.asOf], words),
    claims,
    sources: sourcesOf(ledger, claims),
  });
  return rows;
}

/** Who said what when, a sentence for each statement. */
export function sentences(data: ChartData<VersionsChart>): string[] {
  return table(data).map(({ name, sentence, happened }) =>
    happened
      ? fill(data.words.versions.sentence, { name, said: happened, sentence })
      : `${name}: ${sentence}`,
  );
}
