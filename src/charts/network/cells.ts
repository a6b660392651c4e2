import type { Party } from '../../ledger/fields.ts';
import type { Network, Node } from './read.ts';

// Which cell of which panel an actor stands in. Ranks bind: within a panel nobody stands above a higher rank. What they
// leave open is decided by a small search: all arrangements of the three columns are compared, or, where those are too
// many, each column in turn takes its best, given the others, a fixed number of times. Ids break ties, so the same actors
// always give the same cells.

/** The two sides, from the start to the end, and the host between them. All others stand above. */
export const SIDES = ['ukraine', 'russia'] as const;
export const HOST = 'turkiye';

export interface Cell {
  /** Its panel. */
  party: Party;
  column: number;
  row: number;
}
export type Cells = Map<string, Cell>;

/** The panels above, from the start to the end: the order of the lanes on phones. */
const ABOVE = ['europe', 'usa', 'other'] as const satisfies Party[];

const SWEEPS = 3;
/** Arrangements that are all compared, at most. */
const COMPARED = 8000;
/** A panel of more actors than this keeps the order of its ids. */
const SEARCHED = 5;

export const isColumn = (party: Party): boolean =>
  party === HOST || (SIDES as readonly Party[]).includes(party);

/** Panels above, from the start to the end, and the cells of all actors. */
export function sideCells(network: Network): { cells: Cells; outside: Party[] } {
  const nodes = network.nodes.filter(({ panel }) => !panel);
  const columns = [SIDES[0], HOST, SIDES[1]].map((party) => nodes.filter((node) => node.party === party));
  const rows = Math.max(...columns.map(({ length }) => length)) + 1;
  const cells: Cells = new Map();
  for (const column of columns)
    byRank(column).forEach(({ id, party }, row) => cells.set(id, { party, column: 0, row }));
  const choices = columns.map((column) => arrangements(column, rows));
  const put = (arrangement: [string, number][]) => {
    for (const [id, row] of arrangement) (cells.get(id) as Cell).row = row;
  };
  /** The best of some columns' arrangements, the others staying as they are. */
  const settle = (which: number[]) => {
    let best: { cost: number; taken: [string, number][] } | undefined;
    const compare = (i: number, taken: [string, number][]): void => {
      const column = which[i];
      if (column === undefined) {
        const cost = columnCost(network, nodes, cells);
        if (!best || cost < best.cost - 1e-9) best = { cost, taken };
        return;
      }
      for (const arrangement of choices[column] as [string, number][][]) {
        put(arrangement);
        compare(i + 1, [...taken, ...arrangement]);
      }
    };
    compare(0, []);
    put(best?.taken ?? []);
  };
  if (choices.reduce((product, { length }) => product * length, 1) <= COMPARED) settle([0, 1, 2]);
  else for (let sweep = 0; sweep < SWEEPS; sweep++) for (const column of [0, 1, 2]) settle([column]);
  closeRows(cells);
  const outside = aboveCells(network, nodes, cells);
  return { cells, outside };
}

const byRank = (nodes: Node[]) => [...nodes].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));

/** Every way to put the actors of a panel in rows, in their ranks. */
function arrangements(column: Node[], rows: number): [string, number][][] {
  const sorted = byRank(column);
  if (sorted.length > SEARCHED) return [sorted.map(({ id }, row) => [id, row])];
  const found: [string, number][][] = [];
  const extend = (taken: [string, number][], left: Node[], row: number): void => {
    if (left.length === 0) found.push(taken);
    else if (left.length <= rows - row) {
      const rank = Math.min(...left.map((node) => node.rank));
      for (const node of left.filter((each) => each.rank === rank))
        extend(
          [...taken, [node.id, row]],
          left.filter((other) => other !== node),
          row + 1,
        );
      extend(taken, left, row + 1);
    }
  };
  extend([], sorted, 0);
  return found;
}

/** How bad an arrangement is: long ties, actors in their way, ranks that do not stand level. */
function columnCost({ links, nodes: all }: Network, nodes: Node[], cells: Cells): number {
  const party = (id: string) => (all.find((node) => node.id === id) as Node).party;
  const place = (id: string) => cells.get(id)?.row;
  const occupied = (column: Party, above: number, below: number) =>
    nodes.filter((node) => node.party === column && within(place(node.id), above, below)).length;
  let cost = 0;
  for (const { from, to } of links) {
    const [a, b] = [party(from), party(to)];
    // a state stands for the top of its panel
    const [top, bottom] = [place(from) ?? 0, place(to) ?? 0].sort((x, y) => x - y) as [number, number];
    if (isColumn(a) && isColumn(b)) {
      cost += (bottom - top) * 4;
      if (a === b) cost += occupied(a, top + 1, bottom - 1) * 6;
      else if (a !== HOST && b !== HOST && top === bottom) cost += occupied(HOST, top, bottom) * 16;
      // near its row there is least room
      if (top !== bottom && a !== b) cost += 2;
    } else {
      const [column, row] = isColumn(a) ? [a, place(from) ?? 0] : [b, place(to) ?? 0];
      if (isColumn(column)) cost += row * 2 + occupied(column, 0, row - 1) * 3;
    }
  }
  const columns = nodes.filter((node) => isColumn(node.party));
  for (const a of columns) {
    cost += (place(a.id) as number) * 0.3;
    for (const b of columns)
      if (a.id < b.id && a.party !== b.party && a.rank === b.rank)
        cost += Math.abs((place(a.id) as number) - (place(b.id) as number));
  }
  return cost;
}

const within = (row: number | undefined, above: number, below: number) =>
  row !== undefined && row >= above && row <= below;

/** Takes rows out that nobody stands in. */
function closeRows(cells: Cells): void {
  const used = [...new Set([...cells.values()].map(({ row }) => row))].sort((a, b) => a - b);
  for (const cell of cells.values()) cell.row = used.indexOf(cell.row);
}

/** Puts the actors above in rows of one or two; returns their panels in order. */
function aboveCells({ links, nodes: all }: Network, nodes: Node[], cells: Cells): Party[] {
  const order = ABOVE.filter((party) => all.some((node) => node.party === party));
  const party = (id: string) => (all.find((node) => node.id === id) as Node).party;
  /** Where a panel of the lower part pulls to, 0 at the start and 1 at the end. */
  const pull = (target: Party) =>
    isColumn(target)
      ? [SIDES[0], HOST, SIDES[1]].indexOf(target as never) / 2
      : order.length < 2
        ? 0.5
        : order.indexOf(target as never) / (order.length - 1);
  for (const region of order) {
    const members = nodes.filter((node) => node.party === region);
    const goesDown = (id: string) =>
      links.some(
        ({ from, to }) => (from === id && isColumn(party(to))) || (to === id && isColumn(party(from))),
      );
    const down = byRank(members.filter(({ id }) => goesDown(id)));
    const level = byRank(members.filter(({ id }) => !goesDown(id)));
    const towards = (id: string) => {
      const ends = links.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
      return ends.reduce((sum, end) => sum + pull(party(end)), 0) / Math.max(1, ends.length);
    };
    // those with ties to the sides stand below the others, next to each other, each near where its ties go
    const rows = [level, [...down].sort((a, b) => towards(a.id) - towards(b.id) || (a.id < b.id ? -1 : 1))];
    rows
      .flatMap((row) => chunks(row, MOST_ABREAST))
      .forEach((row, y) => row.forEach(({ id }, x) => cells.set(id, { party: region, column: x, row: y })));
  }
  return order;
}

/** Actors of a panel above that stand next to each other at most. */
const MOST_ABREAST = 2;

const chunks = <T>(list: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

/**
 * The cells of ranks: up to three actors stand abreast, more than that in two columns with a lane between them, into
 * which their ties run. Those with the same tie stand together, in the order of the chart.
 */
export function rankCells({ nodes, links }: Network): Cells {
  const cells: Cells = new Map();
  const ranks = [...new Set(nodes.map(({ rank }) => rank))].sort((a, b) => a - b);
  let row = 0;
  for (const rank of ranks) {
    const members = nodes.filter((node) => node.rank === rank).sort((a, b) => a.order - b.order);
    if (members.length <= ABREAST) {
      members.forEach(({ id, party }, column) => cells.set(id, { party, column, row }));
      row++;
      continue;
    }
    const bundle = (id: string) => links.find(({ from, to }) => from === id || to === id)?.bundle ?? '';
    const bundles = [...new Set(members.map(({ id }) => bundle(id)))];
    const sorted = bundles.flatMap((each) => members.filter(({ id }) => bundle(id) === each));
    const first = sorted.filter(({ id }) => bundle(id) === bundles[0]).length;
    const half = Math.ceil(sorted.length / 2);
    // a bundle has a column of its own where that makes neither much longer
    const left = bundles.length > 1 && Math.abs(first - half) <= 1 ? first : half;
    sorted.forEach(({ id, party }, i) =>
      cells.set(id, { party, column: i < left ? 0 : 1, row: row + (i < left ? i : i - left) }),
    );
    row += Math.max(left, sorted.length - left);
  }
  return cells;
}
export const ABREAST = 3;
