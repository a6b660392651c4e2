import { TYPES } from '../../scene/roles.ts';
import { textWidth } from '../../scene/text-width.ts';
import { fill } from '../../words/words.ts';
import type { ChartData } from '../kind.ts';
import { ranksBlueprint, sidesBlueprint, type Blueprint } from './blueprint.ts';
import { HOST } from './cells.ts';
import { readNetwork, type Link, type Network } from './read.ts';
import { routeTies, type Errand, type RoutedTie } from './route.ts';
import type { NetworkChart } from './schema.ts';

export interface Layout extends Blueprint {
  ties: RoutedTie[];
}

/** More than this cannot be read as a picture: each tie then has a row of its own in both frames. */
export const READABLE = { actors: 24, ties: 36 };

const known = new Map<string, Layout>();

/**
 * Panels, nodes, ties and labels in the wide frame. The same network always gives the same layout, whatever is known or
 * emphasised of it, so it is made once.
 */
export function layOut(data: ChartData<NetworkChart>, network: Network = readNetwork(data)): Layout {
  const { chart, words } = data;
  const key = JSON.stringify([
    chart.layout,
    chart.panels,
    words.party,
    network.nodes,
    network.links.map(keyOf),
  ]);
  const found = known.get(key);
  if (found) return found;
  const title = (party: keyof typeof words.party) => {
    const name = chart.panels[party] ?? words.party[party];
    return party === HOST ? fill(words.network.host, { party: name }) : name;
  };
  const blueprint = chart.layout === 'ranks' ? ranksBlueprint(network) : sidesBlueprint(network, title);
  const layout = { ...blueprint, ties: routeTies(blueprint, errandsOf(network)) };
  known.set(key, layout);
  return layout;
}

/** What of a tie decides where it runs: never its status, which may change with what is known. */
const keyOf = ({ id, from, to, verb, label, date, bundle, look }: Link) => [
  id,
  from,
  to,
  verb,
  label,
  date,
  bundle,
  look.mutual,
  look.sign,
];

/** Ties in the order of their ids, so that the order in the chart changes nothing. */
function errandsOf({ links }: Network): Errand[] {
  const sorted = [...links].sort((a, b) => (a.id < b.id ? -1 : 1));
  return sorted.map(({ id, from, to, label, date, bundle, look }) => {
    const own = sorted.filter((other) => other.bundle === bundle);
    // the first of a bundle carries the label of all, without a date
    const labels = own[0]?.id === id ? settings(label, own.length > 1 ? '' : date) : [];
    return { id, from, to, bundle, shared: own.length > 1, labels, head: 20, tail: look.mutual ? 20 : 10 };
  });
}

/** The ways a label can be broken into lines, the flattest first. */
export function settings(label: string, date: string): Errand['labels'] {
  const { face, size, line } = TYPES.tie;
  // a date is broken after its comma only
  const [day, clock] = date.split(/(?<=,) /);
  const tokens = [
    ...`${label}${date ? ',' : ''}`.split(' '),
    ...(day ? [day] : []),
    ...(clock ? [clock] : []),
  ];
  const found = new Map<string, string[]>();
  for (const width of [1000, 170, 140, 110, 80]) {
    const lines = breakTokens(tokens, (text) => textWidth(text, face, size), width);
    found.set(lines.join('\n'), lines);
  }
  return [...found.values()]
    .sort((a, b) => a.length - b.length)
    .map((lines) => ({
      lines,
      width: Math.max(...lines.map((each) => textWidth(each, face, size))) + 8,
      height: lines.length * line + 2,
    }));
}

/** Lines of at most `width` px, as even as they can be; no token is broken. */
function breakTokens(tokens: string[], measure: (text: string) => number, width: number): string[] {
  const fit = (limit: number) => {
    const lines: string[] = [];
    for (const token of tokens) {
      const longer = lines.length > 0 ? `${lines.at(-1)} ${token}` : token;
      if (lines.length > 0 && measure(longer) <= limit) lines[lines.length - 1] = longer;
      else lines.push(token);
    }
    return lines;
  };
  const count = fit(width).length;
  for (let limit = width / 3; limit < width; limit += 4) if (fit(limit).length === count) return fit(limit);
  return fit(width);
}
