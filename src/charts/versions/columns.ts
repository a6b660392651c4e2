import type { Claim } from '../../ledger/claim.ts';
import type { Party } from '../../ledger/fields.ts';
import { entry, type Ledger } from '../../ledger/ledger.ts';
import { isKnownAt } from '../../ledger/moment.ts';
import { fill, listText, type PictureWords } from '../../words/words.ts';
import type { ChartData } from '../kind.ts';
import type { VersionsChart } from './schema.ts';

/** A claim under the name of who made it. */
export interface Statement {
  id: string;
  claim: Claim;
  /** Who, as short as there is room for in a picture. */
  name: string;
  post: string;
  party?: Party;
  says: string;
  /** Publishers of the pages that carry it, each once. */
  through: string[];
}

export interface VersionColumn {
  heading: string;
  /** On which sides it was said, as the reader is told. */
  side: string;
  /** The same for the whole version, which decides the room. */
  wholeSide: string;
  statements: Statement[];
  /** Whether any of them was known. */
  isTold: boolean;
}

/** Both versions, the one that was said first first; within each, statements in the order they were made. */
export function columnsOf(data: ChartData<VersionsChart>): VersionColumn[] {
  const { chart, ledger, words } = data;
  const { versions } = entry(ledger, 'disputes', chart.dispute);
  return versions
    .map(({ heading, claims }) => {
      const statements = claims.map((id) => statement(id, ledger, words)).sort(bySaid);
      const told = statements.filter(({ claim }) => isShown(data, claim));
      return {
        heading,
        side: sideOf(told, words),
        wholeSide: sideOf(statements, words),
        statements,
        isTold: told.length > 0,
      };
    })
    .sort((a, b) => bySaid(a.statements[0] as Statement, b.statements[0] as Statement));
}

/** Whether it is shown: at a moment, only what a reader could know by then. */
export const isShown = ({ at }: ChartData<VersionsChart>, { known }: Pick<Claim, 'known'>): boolean =>
  !at || isKnownAt(known, at);

/** What is not established is said once both versions were known. */
export const isOpen = (data: ChartData<VersionsChart>): boolean =>
  columnsOf(data).every(({ isTold }) => isTold);

const bySaid = ({ claim: a }: Statement, { claim: b }: Statement) =>
  a.said.from.localeCompare(b.said.from, 'en') || a.said.to.localeCompare(b.said.to, 'en');

function statement(id: string, ledger: Ledger, words: PictureWords): Statement {
  const claim = entry(ledger, 'claims', id);
  const through = [...new Set(claim.sources.map((source) => entry(ledger, 'sources', source).publisher))];
  const common = { id, claim, says: claim.short ?? claim.says, through };
  if (claim.speaker === 'reporters') return { ...common, name: words.claim.reporters, post: '' };
  const { name, short, post, office, party } = entry(ledger, 'actors', claim.speaker);
  return { ...common, name: short ?? name, post: post ?? office, party };
}

function sideOf(statements: Statement[], words: PictureWords): string {
  const sides = [...new Set(statements.flatMap(({ party }) => party ?? []))].map(
    (party) => words.versions.sides[party],
  );
  if (sides.length === 0) return words.versions.reports;
  return fill(sides.length === 1 ? words.versions.side : words.versions.bothSides, {
    sides: listText(sides, words),
  });
}
