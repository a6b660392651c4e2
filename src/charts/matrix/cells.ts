import type { Party } from '../../ledger/fields.ts';
import { entry } from '../../ledger/ledger.ts';
import { isKnownAt, type Moment } from '../../ledger/moment.ts';
import type { ChartData } from '../kind.ts';
import type { MatrixChart } from './schema.ts';

type Data = ChartData<MatrixChart>;

/** What one party said on one issue, or that nothing was found. */
export interface Cell {
  /** The issue and the party: `sanctions-russia`. */
  id: string;
  name: string;
  party: Party;
  /** Absent where no statement was found. */
  stated?: { says: string; by: string; said: Moment; known: Moment; sources: string[] };
  /** First said after the story stops. */
  later: boolean;
  /** At the moment that is drawn nobody could know it. */
  hidden: boolean;
}

export interface Issue {
  id: string;
  issue: string;
  cells: Cell[];
}

/** The table: issues from the top, in each a cell for every party. */
export function issuesOf({ chart, ledger, at }: Data): Issue[] {
  return chart.positions.map((id) => {
    const { issue, cells } = entry(ledger, 'positions', id);
    return {
      id,
      issue,
      cells: chart.parties.map((key) => {
        const actor = entry(ledger, 'actors', key);
        const cell = cells[key as keyof typeof cells];
        const stated = cell === 'not stated' ? undefined : cell;
        return {
          id: `${id}-${key}`,
          name: actor.short ?? actor.name,
          party: actor.party,
          ...(stated ? { stated } : {}),
          later: Boolean(stated && chart.stops && isLater(stated.said, chart.stops)),
          hidden: Boolean(at && stated && !isKnownAt(stated.known, at)),
        };
      }),
    };
  });
}

/** Said after the story stops, or in a part of the day of which that is not certain; days and spans of days are not marked. */
const isLater = (said: Moment, stops: Moment) =>
  said.precision === 'part of day' ? !isKnownAt(said, stops) : said.from > stops.to;

/** The sources of an issue, each once: what stands behind a cell without a statement too. */
export const sourcesOfIssue = ({ cells }: Issue): string[] => [
  ...new Set(cells.flatMap(({ stated }) => stated?.sources ?? [])),
];
