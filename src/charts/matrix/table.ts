import type { Row } from '../../scene/row.ts';
import { timesOf } from '../../words/moment-text.ts';
import { fill } from '../../words/words.ts';
import type { ChartData } from '../kind.ts';
import { issuesOf, sourcesOfIssue } from './cells.ts';
import type { MatrixChart } from './schema.ts';

/** A row for each cell, issue by issue; also where nothing was found. */
export function table(data: ChartData<MatrixChart>): Row[] {
  const { words } = data;
  return issuesOf(data).flatMap((issue) =>
    issue.cells
      .filter(({ hidden }) => !hidden)
      .map(({ id, name, party, stated, later }) => ({
        id,
        name: `${issue.issue}: ${name}`,
        party,
        ...(later ? { status: 'later' } : {}),
        sentence: stated?.says ?? words.matrix.notStated,
        ...timesOf(stated ? [stated.said] : [], stated ? [stated.known] : [], words),
        ...(stated ? { note: stated.by } : {}),
        claims: [],
        // what was read on the issue, and in which nothing of this party was found
        sources: stated?.sources ?? sourcesOfIssue(issue),
      })),
  );
}

/** A sentence a cell. */
export function sentences(data: ChartData<MatrixChart>): string[] {
  const { words } = data;
  return table(data).map(({ name, sentence, note, happened }) =>
    note
      ? fill(words.matrix.sentence, { name, sentence, by: note, said: happened })
      : `${name}: ${sentence}.`,
  );
}
