import { overlaps, type Box } from '../../scene/box.ts';
import type { Point } from '../../scene/scene.ts';
import { titleBox, type Panel, type PlacedNode } from './blueprint.ts';
import { piecesOf } from './strokes.ts';

// What can be said of a drawn network in figures: for the tests, and to compare methods.

export interface Drawn {
  panels: Panel[];
  nodes: Pick<PlacedNode, 'id' | 'box'>[];
  ties: { id: string; points: Point[]; label?: { box: Box } }[];
}

export interface Measures {
  labels: number;
  /** Pairs of labels, nodes and names of panels that overlap. */
  overlaps: string[];
  /** Ties that run through a node, a name of a panel, or the label of another. */
  through: string[];
  crossings: number;
  bends: number;
  /** px */
  length: number;
}

export function measure({ panels, nodes, ties }: Drawn): Measures {
  const labels = ties.flatMap(({ id, label }) => (label ? [{ id, box: label.box }] : []));
  const solid = [
    ...nodes.map(({ id, box }) => ({ id, box })),
    ...panels.map(({ party, title, box }) => ({ id: `name of ${party}`, box: titleBox(title, box) })),
  ];
  const all = [...labels, ...solid];
  const pairs = all.flatMap((a, i) =>
    all.slice(i + 1).flatMap((b) => (overlaps(a.box, b.box) ? [`${a.id} and ${b.id}`] : [])),
  );
  const through = ties.flatMap((tie) =>
    [...solid, ...labels.filter(({ id }) => id !== tie.id)].flatMap(({ id, box }) =>
      piecesOf(tie.points).some((piece) => cuts(piece, box)) && !sharesWay(tie, id, ties)
        ? [`${tie.id} through ${id}`]
        : [],
    ),
  );
  let crossings = 0;
  ties.forEach((a, i) =>
    ties.slice(i + 1).forEach((b) => {
      for (const p of piecesOf(a.points)) for (const q of piecesOf(b.points)) if (cross(p, q)) crossings++;
    }),
  );
  return {
    labels: labels.length,
    overlaps: pairs,
    through,
    crossings,
    bends: ties.reduce((sum, { points }) => sum + points.length - 2, 0),
    length: Math.round(
      ties.reduce(
        (sum, { points }) =>
          sum +
          piecesOf(points).reduce((part, { from, to }) => part + Math.hypot(to.x - from.x, to.y - from.y), 0),
        0,
      ),
    ),
  };
}

type Piece = ReturnType<typeof piecesOf>[number];

/** Ties of one bundle run through the label that they share: their last corners are the same. */
function sharesWay(tie: Drawn['ties'][number], id: string, ties: Drawn['ties']): boolean {
  const other = ties.find((each) => each.id === id);
  const [a, b] = [tie.points.at(-1), other?.points.at(-1)];
  return a !== undefined && b !== undefined && a.x === b.x && a.y === b.y;
}

/** Whether a straight piece runs through the inside of an upright box. */
function cuts({ from, to }: Piece, box: Box): boolean {
  const [left, right] = [box.x - box.width / 2 + 0.5, box.x + box.width / 2 - 0.5];
  const [top, bottom] = [box.y - box.height / 2 + 0.5, box.y + box.height / 2 - 0.5];
  let [near, far] = [0, 1];
  for (const [start, step, low, high] of [
    [from.x, to.x - from.x, left, right],
    [from.y, to.y - from.y, top, bottom],
  ] as const) {
    if (step === 0) {
      if (start <= low || start >= high) return false;
      continue;
    }
    const [a, b] = [(low - start) / step, (high - start) / step];
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
  }
  return near < far;
}

/** Whether two pieces cross within both. */
function cross(a: Piece, b: Piece): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return (
    side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0 &&
    side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0
  );
}
