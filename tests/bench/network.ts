// Lays the ties of a network out by our method and by others, and prints what comes of it. It fails nothing: the table
// belongs in src/decisions/.
import { readContent } from '../../src/authoring/content.ts';
import { chartData } from '../../src/authoring/content-model.ts';
import type { ChartData } from '../../src/charts/kind.ts';
import { layOut, settings } from '../../src/charts/network/layout.ts';
import { measure, type Drawn } from '../../src/charts/network/measure.ts';
import { network as kind } from '../../src/charts/network/network.ts';
import { readNetwork, type Network } from '../../src/charts/network/read.ts';
import type { NetworkChart } from '../../src/charts/network/schema.ts';
import { FRAMES, type Point } from '../../src/scene/scene.ts';
import { openWorkshop } from '../../src/tools/workshop.ts';
import { crowd } from '../unit/crowd.ts';

const { content } = readContent(process.cwd());
if (!content) throw new Error('content/ has problems: npm run check lists them');
const data = chartData(content, 'ties') as unknown as ChartData<NetworkChart>;
const whole = readNetwork(data);

interface Size {
  width: number;
  height: number;
}
/** What every method is given: nodes with their sizes, ties with the sizes of their labels. States are nodes, too. */
interface Task {
  nodes: (Size & { id: string; party: string; rank: number })[];
  ties: { id: string; from: string; to: string; label: Size }[];
}
type Method = (network: Network) => Drawn | Promise<Drawn>;

const sizes = new Map(
  layOut(data, whole).nodes.map(({ id, box }) => [id, { width: box.width, height: box.height }]),
);

function taskOf({ nodes, links }: Network): Task {
  return {
    nodes: nodes.map(({ id, party, rank }) => ({
      id,
      party,
      rank,
      ...(sizes.get(id) ?? { width: 120, height: 40 }),
    })),
    ties: links.map(({ id, from, to, label, date }) => {
      const lines = settings(label, date);
      const { width, height } = (lines[1] ?? lines[0]) as Size;
      return { id, from, to, label: { width, height } };
    }),
  };
}

const ours: Method = (network) => {
  const chart = {
    ...data.chart,
    ties: data.chart.ties.filter(({ tie }) => network.links.some(({ id }) => id === tie)),
  };
  const { panels, nodes, ties } = layOut({ ...data, chart }, network);
  return { panels, nodes, ties };
};

const { require } = await openWorkshop();

/** Sugiyama's method, as dagre has it. */
const dagre: Method = (network) => {
  const library = require('@dagrejs/dagre');
  const graph = new library.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 30, ranksep: 50, edgesep: 12 });
  const task = taskOf(network);
  for (const { id, width, height } of task.nodes) graph.setNode(id, { width, height });
  for (const { id, from, to, label } of task.ties) graph.setEdge(from, to, { ...label, labelpos: 'c' }, id);
  library.layout(graph);
  return {
    panels: [],
    nodes: task.nodes.map(({ id }) => ({ id, box: graph.node(id) })),
    ties: task.ties.map(({ id, from, to, label }) => {
      const edge = graph.edge({ v: from, w: to, name: id });
      return { id, points: edge.points, label: { box: { x: edge.x, y: edge.y, ...label } } };
    }),
  };
};

/** The layered method of the Eclipse Layout Kernel, with orthogonal ties. */
const elk: Method = async (network) => {
  const Elk = require('elkjs/lib/elk.bundled.js');
  const task = taskOf(network);
  const result = await new Elk().layout({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.edgeLabels.inline': 'true',
      'elk.layered.spacing.nodeNodeBetweenLayers': '50',
      'elk.spacing.nodeNode': '30',
      'elk.spacing.edgeLabel': '2',
    },
    children: task.nodes.map(({ id, width, height }) => ({ id, width, height })),
    edges: task.ties.map(({ id, from, to, label }) => ({
      id,
      sources: [from],
      targets: [to],
      labels: [{ text: id, ...label }],
    })),
  });
  type Placed = Size & { id: string; x: number; y: number };
  const box = ({ x, y, width, height }: Placed) => ({ x: x + width / 2, y: y + height / 2, width, height });
  return {
    panels: [],
    nodes: result.children.map((child: Placed) => ({ id: child.id, box: box(child) })),
    ties: result.edges.map(
      (edge: {
        id: string;
        labels: Placed[];
        sections: { startPoint: Point; endPoint: Point; bendPoints?: Point[] }[];
      }) => {
        const [section] = edge.sections as [(typeof edge.sections)[number]];
        return {
          id: edge.id,
          points: [section.startPoint, ...(section.bendPoints ?? []), section.endPoint],
          label: { box: box(edge.labels[0] as Placed) },
        };
      },
    ),
  };
};

/** Stress and constraints, as WebCola has them: ranks as rows, no overlaps, straight ties with labels in their middle. */
const cola: Method = (network) => {
  const library = require('webcola');
  const task = taskOf(network);
  const nodes = task.nodes.map(({ width, height }) => ({
    width: width + 20,
    height: height + 20,
  })) as Point[] & Size[];
  const at = (id: string) => task.nodes.findIndex((node) => node.id === id);
  const ranks = [...new Set(task.nodes.map(({ rank }) => rank))];
  const constraints = ranks.map((rank) => ({
    type: 'alignment',
    axis: 'y',
    offsets: task.nodes.flatMap((node, i) => (node.rank === rank ? [{ node: i, offset: 0 }] : [])),
  }));
  const layout = new library.Layout()
    .size([720, 900])
    .nodes(nodes)
    .links(task.ties.map(({ from, to }) => ({ source: at(from), target: at(to) })))
    .constraints(constraints)
    .avoidOverlaps(true)
    .linkDistance(190)
    .handleDisconnected(false);
  layout.start(30, 30, 60, 0, false);
  const placed = task.nodes.map(({ id, width, height }, i) => ({
    id,
    box: { x: (nodes[i] as Point).x, y: (nodes[i] as Point).y, width, height },
  }));
  const boxOf = (id: string) => (placed[at(id)] as (typeof placed)[number]).box;
  return {
    panels: [],
    nodes: placed,
    ties: task.ties.map(({ id, from, to, label }) => {
      const [a, b] = [boxOf(from), boxOf(to)];
      const points = [edgePoint(a, b), edgePoint(b, a)];
      return { id, points, label: { box: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, ...label } } };
    }),
  };
};

/** Where the line between the middles of two boxes leaves the first. */
function edgePoint(a: Point & Size, b: Point & Size): Point {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const t = Math.min(a.width / 2 / Math.abs(dx || 1e-9), a.height / 2 / Math.abs(dy || 1e-9));
  return { x: a.x + dx * t, y: a.y + dy * t };
}

/** How far the other actors move when one is taken out, px, over all actors: the mean of the furthest. */
async function change(method: Method): Promise<number> {
  const before = new Map((await method(whole)).nodes.map(({ id, box }) => [id, box]));
  const moves: number[] = [];
  for (const { id: gone, panel } of whole.nodes) {
    if (panel) continue;
    const links = whole.links.filter(({ from, to }) => from !== gone && to !== gone);
    const nodes = whole.nodes.filter(({ id }) => links.some(({ from, to }) => from === id || to === id));
    const after = (await method({ nodes, links })).nodes;
    const steps = after.flatMap(({ id, box }) => {
      const was = before.get(id);
      return was ? [{ x: box.x - was.x, y: box.y - was.y }] : [];
    });
    // a picture that shifts as a whole has not changed
    const middle = (axis: 'x' | 'y') =>
      [...steps].map((step) => step[axis]).sort((a, b) => a - b)[steps.length >> 1] ?? 0;
    const [x, y] = [middle('x'), middle('y')];
    moves.push(Math.max(...steps.map((step) => Math.hypot(step.x - x, step.y - y))));
  }
  return moves.reduce((sum, each) => sum + each, 0) / moves.length;
}

console.log('method    crossings  bends  length px  overlaps  ties through  area px      furthest move px');
for (const [name, method] of Object.entries({ ours, elk, dagre, cola })) {
  const drawn = await method(whole);
  const { crossings, bends, length, overlaps, through } = measure(drawn);
  const boxes = [
    ...drawn.nodes.map(({ box }) => box),
    ...drawn.ties.flatMap(({ label }) => (label ? [label.box] : [])),
  ];
  const span = (axis: 'x' | 'y', size: 'width' | 'height') =>
    Math.max(...boxes.map((box) => box[axis] + box[size] / 2)) -
    Math.min(...boxes.map((box) => box[axis] - box[size] / 2));
  const area = `${Math.round(span('x', 'width'))} × ${Math.round(span('y', 'height'))}`;
  const cells = [
    name.padEnd(10),
    String(crossings).padEnd(11),
    String(bends).padEnd(7),
    String(length).padEnd(11),
    String(overlaps.length).padEnd(10),
    String(through.length).padEnd(14),
    area.padEnd(13),
    String(Math.round(await change(method))),
  ];
  console.log(cells.join(''));
}

// what is too dense to read has to be laid out all the same, and what finds no room refused, both soon
for (const [title, dense] of [
  ['200 actors, 300 ties', crowd(data, 200, 300)],
  ['24 actors, 36 ties, the most that is drawn as a diagram', crowd(data, 24, 36)],
  ['the same in one panel', crowd(data, 24, 36, { parties: ['ukraine'], ranks: 1 })],
] as const) {
  const start = performance.now();
  const faults = kind.faults(dense);
  if (faults.every(({ code }) => code === 'too-dense')) for (const frame of FRAMES) kind.scene(dense, frame);
  const codes = [...new Set(faults.map(({ code }) => code))].join(', ');
  console.log(`${title}: ${Math.round(performance.now() - start)} ms (${codes})`);
}
