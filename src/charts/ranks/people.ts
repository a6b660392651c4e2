import { RANKS, type Rank } from '../../ledger/actor.ts';
import type { Party } from '../../ledger/fields.ts';
import { entry } from '../../ledger/ledger.ts';
import { isKnownAt, type Moment } from '../../ledger/moment.ts';
import type { Tie } from '../../ledger/tie.ts';
import type { ChartData } from '../kind.ts';
import type { RanksChart } from './schema.ts';

type Data = ChartData<RanksChart>;

/** Somebody of a team. */
export interface Person {
  /** The tie that says so. */
  id: string;
  tie: Tie;
  actor: string;
  name: string;
  party: Party;
  /** As the picture writes it, and in full. */
  post: string;
  office: string;
  rank?: Rank;
  isHead: boolean;
  isExpert: boolean;
  /** It became known after the story stops; or after the moment that the chart is drawn for. */
  later: boolean;
  hidden: boolean;
}

export interface Team {
  id: string;
  party: Party;
  people: Person[];
}

/** A row of the picture: the heads, or those of one rank, team by team. */
export interface Level {
  /** None for the heads. */
  rank?: Rank;
  cells: Person[][];
}

/** What ties somebody to a team. */
const VERBS: Tie['verb'][] = ['leads', 'member of', 'expert to'];

/** Both teams, each with its people by name. */
export function teamsOf({ chart, ledger, at }: Data): Team[] {
  return chart.teams.map((id) => {
    const people = Object.entries(ledger.ties)
      .filter(([, { to, verb }]) => to === id && VERBS.includes(verb))
      .map(([tieId, tie]): Person => {
        const { name, short, party, office, post, rank } = entry(ledger, 'actors', tie.from);
        return {
          id: tieId,
          tie,
          actor: tie.from,
          name: short ?? name,
          party,
          post: post ?? office,
          office,
          ...(rank ? { rank } : {}),
          isHead: tie.verb === 'leads',
          isExpert: tie.verb === 'expert to',
          later: !isKnownAt(tie.known, chart.stops),
          hidden: at !== undefined && !isKnownAt(tie.known, at),
        };
      })
      .sort((a, b) => `${a.actor} ${a.id}`.localeCompare(`${b.actor} ${b.id}`, 'en'));
    return { id, party: entry(ledger, 'actors', id).party, people };
  });
}

/** The rows that have anybody, from the top down: whatever was known when, so that nothing moves. */
export function levelsOf(teams: Team[]): Level[] {
  const level = (of: (person: Person) => boolean) => teams.map(({ people }) => people.filter(of));
  return [
    { cells: level(({ isHead }) => isHead) },
    ...RANKS.map((rank) => ({ rank, cells: level((person) => !person.isHead && person.rank === rank) })),
  ].filter(({ cells }) => cells.some((people) => people.length > 0));
}

/** When all of a team could first be known. */
export const listKnown = (people: Person[]): Moment =>
  people.map(({ tie }) => tie.known).reduce((last, known) => (known.to > last.to ? known : last));
