import { entry } from '../../ledger/ledger.ts';
import type { Row } from '../../scene/row.ts';
import { timesOf } from '../../words/moment-text.ts';
import { fill, type PictureWords } from '../../words/words.ts';
import type { ChartData } from '../kind.ts';
import { groupsOf } from './ladder.ts';
import {
  knownPart,
  phrase,
  readNetwork,
  tieKind,
  type Link,
  type Network,
  type Node,
  type TieKind,
} from './read.ts';
import type { NetworkChart } from './schema.ts';

type Data = ChartData<NetworkChart>;

/** The ties in the order of the picture on phones, one row each. */
export function table(data: Data): Row[] {
  const network = readNetwork(data);
  const shown = knownPart(data, network).links.map(({ id }) => id);
  return groupsOf(data, network)
    .flatMap(({ links }) => links)
    .filter(({ id }) => shown.includes(id))
    .map((link) => row(data, network, link));
}

const named = ({ nodes }: Network, id: string) => nodes.find((node) => node.id === id) as Node;

function row(data: Data, network: Network, link: Link): Row {
  const { words, ledger } = data;
  const { sentence, happened, known, sources } = entry(ledger, 'ties', link.id);
  const [from, to] = [named(network, link.from), named(network, link.to)];
  const names = { from: from.said, to: to.said };
  return {
    id: link.id,
    name: `${from.said} ${phrase(data, link, 'out', names)}`,
    party: from.party,
    status: link.status,
    sentence,
    ...timesOf([happened], [known], words),
    claims: [],
    sources,
  };
}

/** A tie as one of its two ends tells it. */
export interface TieOf {
  link: Link;
  /** `Ukraine had an offer from Putin`. */
  phrase: string;
  side: 'out' | 'in';
  other: Node;
  row: Row;
  kind: TieKind;
}

/** Every actor with its ties, those with most ties first. */
export function actorsOf(data: Data): { node: Node; ties: TieOf[] }[] {
  const network = readNetwork(data);
  const shown = knownPart(data, network);
  const rows = new Map(table(data).map((each) => [each.id, each]));
  const order = [...rows.keys()];
  return shown.nodes
    .map((node) => ({
      node,
      ties: order.flatMap((id): TieOf[] => {
        const link = shown.links.find((each) => each.id === id) as Link;
        if (link.from !== node.id && link.to !== node.id) return [];
        const side = link.from === node.id ? 'out' : 'in';
        const other = named(network, side === 'out' ? link.to : link.from);
        const names = { from: named(network, link.from).said, to: named(network, link.to).said };
        return [
          {
            link,
            phrase: `${node.said} ${phrase(data, link, side, names)}`,
            side,
            other,
            row: rows.get(id) as Row,
            kind: tieKind(link.verb),
          },
        ];
      }),
    }))
    .sort((a, b) => b.ties.length - a.ties.length || a.node.said.localeCompare(b.node.said, 'en'));
}

/** `6 ties` */
export const tiesText = (words: PictureWords, n: number): string =>
  n === 1 ? words.network.tie : fill(words.network.ties, { n });

/** One sentence a tie, as the ledger tells it. */
export function sentences(data: Data): string[] {
  return table(data).map(({ sentence }) => sentence);
}
