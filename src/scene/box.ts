import type { Point } from './scene.ts';

/** A rectangle that may be turned, in px. */
export interface Box {
  /** Its middle. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Clockwise, degrees. */
  turn?: number;
}

/** The four corners of a box. */
function cornersOf(box: Box): Point[] {
  const angle = ((box.turn ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [w, h] = [box.width / 2, box.height / 2];
  return [
    [-w, -h],
    [w, -h],
    [w, h],
    [-w, h],
  ].map(([dx, dy]) => ({
    x: box.x + (dx as number) * cos - (dy as number) * sin,
    y: box.y + (dx as number) * sin + (dy as number) * cos,
  }));
}

/** True when two boxes share some area (separating-axis test on convex corners). */
export function overlaps(a: Box, b: Box): boolean {
  const [dx, dy] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
  // most pairs are far apart, and most boxes are upright
  if (!a.turn && !b.turn) return dx < (a.width + b.width) / 2 - 0.01 && dy < (a.height + b.height) / 2 - 0.01;
  const reach = (Math.hypot(a.width, a.height) + Math.hypot(b.width, b.height)) / 2;
  if (dx * dx + dy * dy > reach * reach) return false;
  const [left, right] = [cornersOf(a), cornersOf(b)];
  return [...axesOf(left), ...axesOf(right)].every((axis) => {
    const [p, q] = [spanOn(left, axis), spanOn(right, axis)];
    return p[0] < q[1] - 0.01 && q[0] < p[1] - 0.01;
  });
}

/** True when all of a box lies in another, upright one. */
export function contains(outer: Box, inner: Box): boolean {
  return cornersOf(inner).every(
    ({ x, y }) =>
      Math.abs(x - outer.x) <= outer.width / 2 + 0.01 && Math.abs(y - outer.y) <= outer.height / 2 + 0.01,
  );
}

/** A straight line as a thin box, so that lines and texts are tested alike. */
export function lineBox(from: Point, to: Point, thickness = 1): Box {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return {
    x: (from.x + to.x) / 2,
    y: (from.y + to.y) / 2,
    width: Math.hypot(dx, dy),
    height: thickness,
    turn: (Math.atan2(dy, dx) * 180) / Math.PI,
  };
}

function axesOf(corners: Point[]): Point[] {
  return corners.slice(0, 2).map((corner, i) => {
    const next = corners[i + 1] as Point;
    const length = Math.hypot(next.x - corner.x, next.y - corner.y) || 1;
    return { x: (next.x - corner.x) / length, y: (next.y - corner.y) / length };
  });
}

function spanOn(corners: Point[], axis: Point): [number, number] {
  const values = corners.map(({ x, y }) => x * axis.x + y * axis.y);
  return [Math.min(...values), Math.max(...values)];
}
