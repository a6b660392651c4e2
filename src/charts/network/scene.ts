import { entry } from '../../ledger/ledger.ts';
import { TYPES } from '../../scene/roles.ts';
import { FRAME_WIDTH, round, type FrameName, type Group, type Mark, type Scene } from '../../scene/scene.ts';
import { PARTY_SHAPES, shapePath } from '../../scene/shapes.ts';
import type { ChartData } from '../kind.ts';
import { NODE, type PlacedNode } from './blueprint.ts';
import { ladder } from './ladder.ts';
import { layOut, READABLE } from './layout.ts';
import { roundedBox, tieMarks } from './marks.ts';
import { knownPart, readNetwork, type Network, type Node } from './read.ts';
import type { NetworkChart } from './schema.ts';
import { passesUnder } from './strokes.ts';

type Data = ChartData<NetworkChart>;

/** The picture of a network in one frame. */
export function scene(data: Data, frame: FrameName): Scene {
  // read
  const network = readNetwork(data);
  const shown = knownPart(data, network);
  const drawn =
    frame === 'narrow' || isTooDense(network)
      ? ladder(data, network, shown, frame)
      : diagram(data, network, shown);
  return {
    frame,
    width: FRAME_WIDTH[frame],
    height: drawn.height,
    ground: { x: 0, y: 0 },
    groups: stepBack(data, shown, drawn.groups),
  };
}

/** Whether a diagram of it could not be read. */
export const isTooDense = ({ nodes, links }: Network): boolean =>
  nodes.length > READABLE.actors || links.length > READABLE.ties;

function diagram(data: Data, network: Network, shown: Network): { height: number; groups: Group[] } {
  // lay out, route, place labels
  const layout = layOut(data, network);
  // scene
  const panels = layout.panels.map(({ title, box, state }): Group => ({
    ...(state && shown.nodes.some(({ id }) => id === state) ? { entry: state } : {}),
    marks: [
      { mark: 'shape', role: 'region', d: roundedBox(box, 8) },
      {
        mark: 'text',
        role: 'region-name',
        text: title,
        x: round(box.x - box.width / 2 + 12),
        y: round(box.y - box.height / 2 + 19),
        align: 'start',
      },
    ],
  }));
  const paths = layout.ties.map(({ points }) => points);
  const ties = shown.links.map(({ id, look, bundle: own }): Group => {
    const { points, label } = layout.ties.find((tie) => tie.id === id) as (typeof layout.ties)[number];
    // ties of one bundle run under the label that they share
    const shared = network.links.filter(({ bundle }) => bundle === own).map((link) => link.id);
    const over = layout.ties.find((tie) => tie.label && shared.includes(tie.id))?.label;
    const under = passesUnder(
      points,
      paths.filter((path) => path !== points),
    );
    const first = label ? label.box.y - ((label.lines.length - 1) * TYPES.tie.line) / 2 + 4.5 : 0;
    const texts = (label?.lines ?? []).map((text, i): Mark => ({
      mark: 'text',
      role: look.line === 'later' ? 'tie-later' : 'tie',
      text,
      x: round(label?.box.x ?? 0),
      y: round(first + i * TYPES.tie.line),
      align: 'middle',
    }));
    return {
      entry: id,
      status: look.line,
      // a tie whose words stand on another’s line
      ...(label ? {} : { name: entry(data.ledger, 'ties', id).sentence }),
      marks: [...tieMarks(points, look, { ...(over ? { label: over.box } : {}), under }), ...texts],
    };
  });
  const nodes = shown.nodes.flatMap((node): Group[] => {
    const placed = layout.nodes.find(({ id }) => id === node.id);
    return placed ? [{ entry: node.id, marks: nodeMarks(node, placed) }] : [];
  });
  return { height: layout.height, groups: [...panels, ...ties, ...nodes] };
}

function nodeMarks({ kind, party }: Node, { box, name, office }: PlacedNode): Mark[] {
  const [left, top] = [box.x - box.width / 2, box.y - box.height / 2];
  const text = name.length * TYPES.node.line + office.length * TYPES.office.line;
  const start = top + (box.height - text) / 2;
  const lines = [
    ...name.map((line): [string, 'node' | 'office', number] => [line, 'node', TYPES.node.line]),
    ...office.map((line): [string, 'node' | 'office', number] => [line, 'office', TYPES.office.line]),
  ];
  let y = start;
  return [
    { mark: 'shape', role: kind === 'unnamed' ? 'node-unnamed' : 'node', hue: party, d: roundedBox(box, 4) },
    {
      mark: 'shape',
      role: 'node-shape',
      hue: party,
      d: shapePath(PARTY_SHAPES[party], left + NODE.shape, start + 9, 6),
    },
    ...lines.map(([text, role, height]): Mark => {
      y += height;
      return {
        mark: 'text',
        role,
        text,
        x: round(left + NODE.text),
        y: round(y - (role === 'node' ? 4 : 3.5)),
        align: 'start',
      };
    }),
  ];
}

/** Where a state of the chart emphasises some ties, the others step back, and so do actors without any of them. */
function stepBack({ chart }: Data, { links }: Network, groups: Group[]): Group[] {
  const ties = links.filter(({ id }) => chart.emphasise?.includes(id));
  if (ties.length === 0) return groups;
  const kept = new Set(ties.flatMap(({ id, from, to }) => [id, from, to]));
  return groups.map((group) => (group.entry && !kept.has(group.entry) ? { ...group, dim: true } : group));
}
