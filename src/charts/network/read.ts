import { entry } from '../../ledger/ledger.ts';
import type { Party, Status } from '../../ledger/fields.ts';
import { isKnownAt } from '../../ledger/moment.ts';
import type { Actor } from '../../ledger/actor.ts';
import type { Tie } from '../../ledger/tie.ts';
import { fill } from '../../words/words.ts';
import type { ChartData } from '../kind.ts';
import { shortMoment } from './dates.ts';
import type { NetworkChart } from './schema.ts';

type Data = ChartData<NetworkChart>;
export type Verb = Tie['verb'];

/** Who stands in the picture. */
export interface Node {
  id: string;
  /** As the picture writes it. */
  name: string;
  office: string;
  /** As sentences say it, and in full. */
  said: string;
  full: string;
  fullOffice: string;
  party: Party;
  kind: Actor['kind'];
  /** Row of `ranks` in the chart, and place in it; 0 is the highest. */
  rank: number;
  order: number;
  /** A state that has no node: it is the panel of its party, and ties end at the edge of that. */
  panel: boolean;
}

/** How the line of a tie looks. Line and sign go together: a refusal that came later has both. */
export interface Look {
  line: 'happened' | 'planned' | 'unconfirmed' | 'later';
  sign?: 'denied' | 'contested';
  /** Both did it together, so both ends have a head. */
  mutual: boolean;
}

/** A tie as it is drawn and told. */
export interface Link {
  id: string;
  from: string;
  to: string;
  verb: Verb;
  status: Status;
  look: Look;
  /** What stands on the line, and the date that follows it. */
  label: string;
  date: string;
  /** What stands beside it on phones, with `{from}`, `{to}` and the `{office}` of the first. */
  says: string;
  /** Ties of one bundle share the last part of their way. */
  bundle: string;
}

export interface Network {
  nodes: Node[];
  links: Link[];
}

const MUTUAL: Verb[] = ['met with', 'spoke with'];
const REFUSALS: Verb[] = [
  'refuses to meet',
  'rejects demand of',
  'rejects presence of',
  'declared talks impossible with',
];

/** What verbs of ties have in common: what the reader can filter by. */
const TIE_KINDS = {
  offices: [
    'leads',
    'appointed',
    'member of',
    'expert to',
    'reports to',
    'represents',
    'spokesperson for',
    'part of',
    'enacted decision of',
  ],
  contacts: ['met with', 'attended meeting of', 'spoke with', 'accompanied', 'hosts', 'chairs', 'advises'],
  requests: ['urges', 'proposes to', 'demands of', 'considers joining'],
  refusals: [
    'rejects demand of',
    'refuses to meet',
    'rejects presence of',
    'disputes',
    'criticises',
    'sanctions',
    'declared talks impossible with',
  ],
  reports: ['reports on'],
} as const satisfies Record<string, readonly Verb[]>;
export type TieKind = keyof typeof TIE_KINDS;

export const tieKind = (verb: Verb): TieKind =>
  (Object.keys(TIE_KINDS) as TieKind[]).find((kind) =>
    (TIE_KINDS[kind] as readonly Verb[]).includes(verb),
  ) as TieKind;

/** Everything the chart names, whatever was known when: what the layout is made from. */
export function readNetwork(data: Data): Network {
  const { chart, ledger, words } = data;
  const links = chart.ties.map(({ tie: id, label, says }): Link => {
    const { from, to, verb, status, happened } = entry(ledger, 'ties', id);
    const text = label ?? (words.network.verbs[verb]?.label as string);
    return {
      id,
      from,
      to,
      verb,
      status,
      look: lookOf(verb, status),
      label: text,
      date: shortMoment(happened, words),
      says: says ?? `{from} ${text} {to}`,
      bundle: chart.layout === 'ranks' ? `${verb} ${to}` : id,
    };
  });
  const ids = [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort();
  const home = (id: string) => entry(ledger, 'actors', id).party;
  const nodes = ids.map((id): Node => {
    const actor = entry(ledger, 'actors', id);
    const rank = chart.ranks.findIndex(({ actors }) => actors.includes(id));
    const within = links.some(({ from, to }) => (from === id || to === id) && home(from) === home(to));
    return {
      id,
      name: chart.actors[id]?.name ?? actor.short ?? actor.name,
      office: chart.actors[id]?.office ?? actor.post ?? actor.office,
      said: actor.short ?? actor.name,
      full: actor.name,
      fullOffice: actor.office,
      party: actor.party,
      kind: actor.kind,
      rank: rank < 0 ? chart.ranks.length - 1 : rank,
      order: Math.max(0, chart.ranks[rank]?.actors.indexOf(id) ?? 0),
      panel: chart.layout === 'sides' && actor.kind === 'state' && !within,
    };
  });
  return { nodes, links };
}

/** What of it was known, when the chart is drawn as known at a moment. */
export function knownPart(data: Data, { nodes, links }: Network): Network {
  const { at, ledger } = data;
  if (!at) return { nodes, links };
  const known = links.filter(({ id }) => isKnownAt(entry(ledger, 'ties', id).known, at));
  return {
    links: known,
    nodes: nodes.filter(({ id }) => known.some(({ from, to }) => from === id || to === id)),
  };
}

function lookOf(verb: Verb, status: Status): Look {
  const sign =
    status === 'contested' || verb === 'disputes'
      ? 'contested'
      : status === 'denied' || REFUSALS.includes(verb)
        ? 'denied'
        : undefined;
  return {
    line: status === 'contested' || status === 'denied' ? 'happened' : status,
    ...(sign ? { sign } : {}),
    mutual: MUTUAL.includes(verb),
  };
}

/** The tie in words, from the side of either end: `proposes to Ukraine`, `has a proposal from Putin`. */
export function phrase(
  { words }: Data,
  { verb }: Link,
  side: 'out' | 'in',
  names: { from: string; to: string },
): string {
  return fill(words.network.verbs[verb]?.[side] as string, names);
}
