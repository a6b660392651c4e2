import type { Party } from '../../ledger/fields.ts';
import type { Box } from '../../scene/box.ts';
import { TYPES } from '../../scene/roles.ts';
import { FRAME_WIDTH } from '../../scene/scene.ts';
import { textWidth, wrapText } from '../../scene/text-width.ts';
import { ABREAST, HOST, isColumn, rankCells, sideCells, SIDES, type Cell, type Cells } from './cells.ts';
import type { Network, Node } from './read.ts';

// From cells to px. All edges lie on a grid of 10 px, on which ties run.

export const UNIT = 10;
const MARGIN = 10;
const WIDTH = FRAME_WIDTH.wide;

export interface Panel {
  party: Party;
  /** The state that the panel is, if a tie ends at it. */
  state?: string;
  title: string;
  box: Box;
}
export interface PlacedNode {
  id: string;
  box: Box;
  cell: Cell;
  name: string[];
  office: string[];
  /** In two columns: the side on which alone its ties start, at its middle, and px to the way that they share. */
  side?: 'start' | 'end';
  lane?: number;
}
export interface Blueprint {
  height: number;
  panels: Panel[];
  nodes: PlacedNode[];
}

/** Room inside a node: before the text, with the shape in it; at its end; above and below. */
export const NODE = { shape: 15, text: 28, end: 8, pad: 8 };
const TITLE = 28;
const PAD = 10;
/** Between rows there is room for a line of text on a tie. */
const ROW_GAP = 50;
const ABOVE_GAP = 30;
const CHANNEL = 70;
/** Above everything, for ties that go over the panels. */
const TOP = 30;
const COLUMN = { side: { x: 10, width: 190 }, host: { x: 280, width: 160 } };
/** What a node gives up so that a tie can pass it inside its panel. */
const LANE = 40;

const snap = (value: number) => Math.ceil(value / UNIT) * UNIT;
const boxOf = (x: number, y: number, width: number, height: number): Box => ({
  x: x + width / 2,
  y: y + height / 2,
  width,
  height,
});

/** Where the name of a panel stands. */
export const titleBox = (title: string, { x, y, width, height }: Box): Box =>
  boxOf(x - width / 2 + 12, y - height / 2 + 6, textWidth(title, 'strong', TYPES['region-name'].size), 17);

/** The two texts of a node in lines, and the height they need. */
function textOf({ name, office }: Pick<Node, 'name' | 'office'>, width: number) {
  const room = width - NODE.text - NODE.end;
  const names = wrapText(name, TYPES.node.face, TYPES.node.size, room);
  const offices = wrapText(office, TYPES.office.face, TYPES.office.size, room);
  return {
    name: names,
    office: offices,
    height: snap(names.length * TYPES.node.line + offices.length * TYPES.office.line + 2 * NODE.pad),
  };
}

/** The width a node needs for its texts, as far as they may not be broken. */
function widthOf({ name, office }: Node, least: number, most: number): number {
  const wide = Math.max(
    textWidth(name, TYPES.node.face, TYPES.node.size),
    textWidth(office, TYPES.office.face, TYPES.office.size),
  );
  return Math.min(most, Math.max(least, snap(wide + NODE.text + NODE.end)));
}

export function sidesBlueprint(network: Network, titles: (party: Party) => string): Blueprint {
  const { cells, outside } = sideCells(network);
  const byId = new Map(network.nodes.map((node) => [node.id, node]));
  const inside = (party: Party) =>
    [...cells]
      .filter(([, cell]) => cell.party === party)
      .map(([id, cell]) => ({ node: byId.get(id) as Node, cell }));
  const panels: Panel[] = [];
  const nodes: PlacedNode[] = [];
  const addPanel = (party: Party, box: Box) => {
    const state = network.nodes.find((node) => node.party === party && node.panel)?.id;
    panels.push({ party, ...(state ? { state } : {}), title: titles(party), box });
  };

  // above: each panel as wide as its columns, the rest shared out as gaps
  const above = outside.map((party) => {
    const members = inside(party);
    const columns = 1 + Math.max(-1, ...members.map(({ cell }) => cell.column));
    const widths = Array.from({ length: columns }, (_, column) =>
      Math.max(
        ...members
          .filter(({ cell }) => cell.column === column)
          .map(({ node }) => widthOf(node, 100, columns > 1 ? 120 : 150)),
      ),
    );
    const least = snap(textWidth(titles(party), 'strong', 13) + 2 * PAD);
    const width = Math.max(
      least,
      widths.reduce((sum, each) => sum + each + PAD, PAD),
    );
    return { party, members, widths, width };
  });
  const free = WIDTH - 2 * MARGIN - above.reduce((sum, { width }) => sum + width, 0);
  const gap = above.length > 1 ? Math.max(UNIT, Math.floor(free / (above.length - 1) / UNIT) * UNIT) : 0;
  const aboveTop = above.length > 0 ? TOP : 0;
  let x = above.length > 1 ? MARGIN : MARGIN + snap(free / 2);
  let bottom = aboveTop;
  above.forEach(({ party, members, widths, width }, i) => {
    if (i > 0 && i === above.length - 1) x = WIDTH - MARGIN - width;
    let y = aboveTop + TITLE + (TITLE % UNIT ? UNIT - (TITLE % UNIT) : 0);
    const rows = 1 + Math.max(-1, ...members.map(({ cell }) => cell.row));
    for (let row = 0; row < rows; row++) {
      const here = members.filter(({ cell }) => cell.row === row);
      const texts = here.map(({ node, cell }) => textOf(node, rowWidth(widths, here.length, width, cell)));
      const height = Math.max(...texts.map((text) => text.height));
      let left = x + PAD;
      here.sort((a, b) => a.cell.column - b.cell.column);
      here.forEach(({ node, cell }) => {
        const own = rowWidth(widths, here.length, width, cell);
        const text = textOf(node, own);
        nodes.push({
          id: node.id,
          cell,
          name: text.name,
          office: text.office,
          box: boxOf(left, y, own, height),
        });
        left += own + PAD;
      });
      y += height + (row < rows - 1 ? ABOVE_GAP : PAD);
    }
    addPanel(party, boxOf(x, aboveTop, width, Math.max(y, aboveTop + 60) - aboveTop));
    bottom = Math.max(bottom, y);
    x += width + gap;
  });

  // below: three columns on common rows
  const columns = ([SIDES[0], HOST, SIDES[1]] as Party[]).filter((party) =>
    network.nodes.some((node) => node.party === party),
  );
  const rowCount =
    1 + Math.max(-1, ...[...cells.values()].filter(({ party }) => isColumn(party)).map(({ row }) => row));
  const top = above.length > 0 ? bottom + CHANNEL : MARGIN;
  const placed = columns.flatMap((party) =>
    inside(party).map(({ node, cell }) => {
      const width = party === HOST ? COLUMN.host.width - 2 * PAD : COLUMN.side.width - 2 * PAD;
      const passed = party !== HOST && isPassed(network, cells, node.id, cell);
      const own = passed ? width - LANE : width;
      const text = textOf(node, own);
      return {
        node,
        cell,
        own,
        text,
        passed,
        height: Math.max(text.height, portsHeight(network, cells, node.id, cell)),
      };
    }),
  );
  const heights = Array.from({ length: rowCount }, (_, row) =>
    Math.max(0, ...placed.filter(({ cell }) => cell.row === row).map(({ height }) => height)),
  );
  const tops = heights.map(
    (_, row) => top + 40 + heights.slice(0, row).reduce((sum, height) => sum + height + ROW_GAP, 0),
  );
  for (const { node, cell, own, text, passed, height: needed } of placed) {
    const { party } = cell;
    // those of both sides that stand level are equally high
    const level = placed.filter((other) => other.cell.row === cell.row && other.cell.party !== HOST);
    const height = party === HOST ? needed : Math.max(...level.map((other) => other.height));
    const left = columnX(party) + PAD;
    // a node that is passed stands towards the middle
    const shift = passed && party === SIDES[0] ? LANE : 0;
    const y =
      (tops[cell.row] as number) + Math.floor(((heights[cell.row] as number) - height) / 2 / UNIT) * UNIT;
    nodes.push({
      id: node.id,
      cell,
      name: text.name,
      office: text.office,
      box: boxOf(left + shift, y, own, height),
    });
  }
  let end = top;
  for (const party of columns) {
    const own = nodes.filter(({ cell }) => cell.party === party).map(({ box }) => box);
    const first = Math.min(...own.map(({ y, height }) => y - height / 2));
    const last = Math.max(...own.map(({ y, height }) => y + height / 2));
    // both sides are equally high, whoever stands in them
    const side = party !== HOST;
    const [from, to] = [
      side || own.length === 0 ? top : first - 30,
      side ? (tops.at(-1) as number) + (heights.at(-1) as number) + PAD : last + PAD,
    ];
    addPanel(
      party,
      boxOf(columnX(party), from, party === HOST ? COLUMN.host.width : COLUMN.side.width, to - from),
    );
    end = Math.max(end, to);
  }
  return { height: end + MARGIN, panels, nodes };
}

/** A node alone in its row takes the width of the panel. */
const rowWidth = (widths: number[], count: number, width: number, cell: Cell) =>
  count === 1 ? width - 2 * PAD : (widths[cell.column] as number);

const columnX = (party: Party) =>
  party === SIDES[0]
    ? COLUMN.side.x
    : party === HOST
      ? COLUMN.host.x
      : WIDTH - COLUMN.side.x - COLUMN.side.width;

/** Whether a node stands between two of its panel that a tie joins. */
function isPassed({ links }: Network, cells: Cells, id: string, { party, row }: Cell): boolean {
  return links.some(({ from, to }) => {
    const [a, b] = [cells.get(from), cells.get(to)];
    if (!a || !b || from === id || to === id || a.party !== party || b.party !== party) return false;
    return Math.min(a.row, b.row) < row && row < Math.max(a.row, b.row);
  });
}

/** The height that the ties to one side of a node ask for, so that their texts do not touch. */
function portsHeight({ links }: Network, cells: Cells, id: string, { row }: Cell): number {
  const level = links.filter(({ from, to }) => {
    const other = from === id ? to : to === id ? from : undefined;
    if (other === undefined) return false;
    const there = cells.get(other);
    return there
      ? isColumn(there.party) && there.party !== cells.get(id)?.party && Math.abs(there.row - row) === 0
      : true;
  }).length;
  const states = links.filter(
    ({ from, to }) => (from === id && !cells.has(to)) || (to === id && !cells.has(from)),
  ).length;
  const most = Math.max(level, states);
  return most > 1 ? most * 30 + 10 : 0;
}

export function ranksBlueprint(network: Network): Blueprint {
  const cells = rankCells(network);
  const nodes: PlacedNode[] = [];
  const rows = 1 + Math.max(...[...cells.values()].map(({ row }) => row));
  let y = MARGIN;
  for (let row = 0; row < rows; row++) {
    const here = network.nodes
      .flatMap((node) => {
        const cell = cells.get(node.id) as Cell;
        return cell.row === row ? [{ node, cell }] : [];
      })
      .sort((a, b) => a.cell.column - b.cell.column);
    const rank = here[0]?.node.rank;
    const comb = network.nodes.filter((node) => node.rank === rank).length > ABREAST;
    const width = comb ? 290 : here.length === 1 ? 240 : here.length === 2 ? 260 : 200;
    const gaps = comb ? 120 : here.length === 3 ? 50 : 120;
    const total = here.length * width + (here.length - 1) * gaps;
    const start = comb ? MARGIN : snap((WIDTH - total) / 2);
    const texts = here.map(({ node }) => textOf(node, width));
    const height = Math.max(...texts.map((text) => text.height));
    const lane = bundlesOf(network, rank) > 1 ? 20 : gaps / 2;
    here.forEach(({ node, cell }, i) => {
      const text = texts[i] as (typeof texts)[number];
      const x = start + cell.column * (width + gaps);
      nodes.push({
        id: node.id,
        cell,
        name: text.name,
        office: text.office,
        box: boxOf(x, y, width, height),
        ...(comb ? { side: cell.column === 0 ? ('end' as const) : ('start' as const), lane } : {}),
      });
    });
    const next = network.nodes.find((node) => cells.get(node.id)?.row === row + 1);
    const combNext =
      next !== undefined && network.nodes.filter((node) => node.rank === next.rank).length > ABREAST;
    y += height + (next && next.rank === rank ? 20 : combNext ? 80 : 60);
  }
  return { height: y - 60 + MARGIN, panels: [], nodes };
}

/** How many bundles of ties the actors of a rank have. */
function bundlesOf({ nodes, links }: Network, rank: number | undefined): number {
  const own = (id: string) => nodes.some((node) => node.id === id && node.rank === rank);
  return new Set(links.flatMap(({ from, to, bundle }) => (own(from) || own(to) ? bundle : []))).size;
}
