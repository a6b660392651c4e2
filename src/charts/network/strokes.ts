import { round, type Point } from '../../scene/scene.ts';
import type { Box } from '../../scene/box.ts';

// Paths of ties: rounded at bends, interrupted under labels and where another tie runs over them.

const RADIUS = 8;
/** px on each side of a tie that runs over this one. */
const GAP = 4.5;
const HEAD = { length: 8, half: 3.8 };

/** A straight piece of a path, upright or level. */
interface Piece {
  from: Point;
  to: Point;
}

/** The pieces of a path between its corners. */
export const piecesOf = (points: Point[]): Piece[] =>
  points.slice(1).map((to, i) => ({ from: points[i] as Point, to }));

/** Points where an upright piece of the path passes under a level piece of another. */
export function passesUnder(path: Point[], others: Point[][]): Point[] {
  const found: Point[] = [];
  for (const { from, to } of piecesOf(path)) {
    if (from.x !== to.x) continue;
    const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    for (const other of others)
      for (const piece of piecesOf(other)) {
        if (piece.from.y !== piece.to.y) continue;
        const [left, right] = [Math.min(piece.from.x, piece.to.x), Math.max(piece.from.x, piece.to.x)];
        if (from.x > left && from.x < right && piece.from.y > top && piece.from.y < bottom)
          found.push({ x: from.x, y: piece.from.y });
      }
  }
  return found;
}

/**
 * The SVG path of a tie, beside its middle line by `shift` px (for double lines), left out under its label and where it
 * passes under others.
 */
export function tiePath(points: Point[], gaps: { label?: Box; under: Point[] }, shift = 0): string {
  const moved = shift === 0 ? points : beside(points, shift);
  const parts: string[] = [];
  let pen: Point | undefined;
  const lineTo = (from: Point, to: Point) => {
    if (Math.hypot(to.x - from.x, to.y - from.y) < 0.5) return;
    if (!pen || Math.hypot(pen.x - from.x, pen.y - from.y) > 0.05)
      parts.push(`M${round(from.x)} ${round(from.y)}`);
    parts.push(
      from.y === to.y
        ? `H${round(to.x)}`
        : from.x === to.x
          ? `V${round(to.y)}`
          : `L${round(to.x)} ${round(to.y)}`,
    );
    pen = to;
  };
  const pieces = piecesOf(moved);
  pieces.forEach(({ from, to }, i) => {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
    const before = pieces[i - 1];
    const after = pieces[i + 1];
    const cut = (other: Piece | undefined) =>
      other
        ? Math.min(RADIUS, length / 2, Math.hypot(other.to.x - other.from.x, other.to.y - other.from.y) / 2)
        : 0;
    const [start, end] = [cut(before), length - cut(after)];
    const at = (t: number): Point => ({ x: from.x + ux * t, y: from.y + uy * t });
    let t = start;
    for (const [a, b] of holes(from, { x: ux, y: uy }, length, gaps)) {
      if (a > t) lineTo(at(t), at(Math.min(a, end)));
      t = Math.max(t, b);
    }
    if (t < end) lineTo(at(t), at(end));
    if (after) {
      const radius = cut(after);
      const next = {
        x: (after.to.x - after.from.x) / dist(after),
        y: (after.to.y - after.from.y) / dist(after),
      };
      const corner = at(end);
      if (!pen || Math.hypot(pen.x - corner.x, pen.y - corner.y) > 0.05)
        parts.push(`M${round(corner.x)} ${round(corner.y)}`);
      const out = { x: to.x + next.x * radius, y: to.y + next.y * radius };
      parts.push(`Q${round(to.x)} ${round(to.y)} ${round(out.x)} ${round(out.y)}`);
      pen = out;
    }
  });
  return parts.join('');
}

const dist = ({ from, to }: Piece) => Math.hypot(to.x - from.x, to.y - from.y);

/** What is left out of a straight piece, as spans of its length, in order. */
function holes(
  from: Point,
  along: Point,
  length: number,
  { label, under }: { label?: Box; under: Point[] },
): [number, number][] {
  const found: [number, number][] = [];
  const project = (point: Point) => (point.x - from.x) * along.x + (point.y - from.y) * along.y;
  const off = (point: Point) => Math.abs((point.x - from.x) * along.y - (point.y - from.y) * along.x);
  if (label && off(label) < 3) {
    const half = along.x !== 0 ? label.width / 2 : label.height / 2;
    found.push([project(label) - half, project(label) + half]);
  }
  for (const point of under) if (off(point) < 3) found.push([project(point) - GAP, project(point) + GAP]);
  return found.filter(([a, b]) => b > 0 && a < length).sort((a, b) => a[0] - b[0]);
}

/** A path moved to its side. */
function beside(points: Point[], shift: number): Point[] {
  const normals = piecesOf(points).map(({ from, to }) => {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    return { x: -((to.y - from.y) / length) * shift, y: ((to.x - from.x) / length) * shift };
  });
  return points.map(({ x, y }, i) => {
    const [a, b] = [normals[i - 1], normals[i]];
    if (a && b) return { x: x + a.x + b.x, y: y + a.y + b.y };
    const only = (a ?? b) as Point;
    return { x: x + only.x, y: y + only.y };
  });
}

/** An arrowhead with its tip at the end of a path, as a triangle. */
export function headPath(before: Point, tip: Point): string {
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [ux, uy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const base = { x: tip.x - ux * HEAD.length, y: tip.y - uy * HEAD.length };
  const [a, b] = [
    { x: base.x - uy * HEAD.half, y: base.y + ux * HEAD.half },
    { x: base.x + uy * HEAD.half, y: base.y - ux * HEAD.half },
  ];
  return `M${round(tip.x)} ${round(tip.y)}L${round(a.x)} ${round(a.y)}L${round(b.x)} ${round(b.y)}z`;
}

/** The path without the part that its head covers. */
export function shortened(points: Point[], start: boolean, end: boolean): Point[] {
  const cut = (tip: Point, before: Point): Point => {
    const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
    const t = Math.min(HEAD.length - 0.5, length - 0.5) / length;
    return { x: tip.x + (before.x - tip.x) * t, y: tip.y + (before.y - tip.y) * t };
  };
  const list = [...points];
  if (start) list[0] = cut(list[0] as Point, list[1] as Point);
  if (end) list[list.length - 1] = cut(list.at(-1) as Point, list.at(-2) as Point);
  return list;
}

/** The bar of a refusal, across the last piece of a path, px before its tip. */
export function barPath(before: Point, tip: Point, distance: number): string {
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [ux, uy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const at = {
    x: tip.x - ux * Math.min(distance, length - 3),
    y: tip.y - uy * Math.min(distance, length - 3),
  };
  const [dx, dy] = [-uy * 6, ux * 6];
  return `M${round(at.x - dx)} ${round(at.y - dy)}L${round(at.x + dx)} ${round(at.y + dy)}`;
}
