import type { Box } from './box.ts';
import type { Point } from './scene.ts';
import { letterWidths } from './text-width.ts';
import type { Face } from './text-width.ts';

// Names that run along a line. The line is smoothed first (G. Chaikin 1974, «An algorithm for high-speed curve
// generation»: corners are cut, three times); then each letter stands upright on it at its own place, as a cartographer
// would letter it by hand. Letters are placed one by one rather than on a `textPath`, which office programs and the
// maker of our PNGs draw each in their own way.

/** A smoothed line, and how far along it each of its points lies, px. */
export interface Course {
  points: Point[];
  at: number[];
  length: number;
}

export interface Glyph extends Point {
  letter: string;
  /** Clockwise, degrees. */
  turn: number;
}

/** A line through points, its corners cut. */
export function courseOf(points: Point[]): Course {
  const smooth = cutCorners(cutCorners(cutCorners(points)));
  const at = [0];
  for (let i = 1; i < smooth.length; i++) {
    const [a, b] = [smooth[i - 1] as Point, smooth[i] as Point];
    at.push((at[i - 1] as number) + Math.hypot(b.x - a.x, b.y - a.y));
  }
  return { points: smooth, at, length: at.at(-1) ?? 0 };
}

function cutCorners(points: Point[]): Point[] {
  if (points.length < 3) return points;
  const cut = points.slice(1).flatMap((b, i) => {
    const a = points[i] as Point;
    const between = (t: number) => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
    return [between(0.25), between(0.75)];
  });
  // the ends stay where they are
  return [points[0] as Point, ...cut.slice(1, -1), points.at(-1) as Point];
}

/** The point so many px along a course, and the direction there, degrees clockwise from the right. */
function pointAlong({ points, at }: Course, distance: number): Point & { turn: number } {
  const next = Math.min(
    Math.max(
      at.findIndex((each) => each >= distance),
      1,
    ),
    points.length - 1,
  );
  const [a, b] = [points[next - 1] as Point, points[next] as Point];
  const [from, to] = [at[next - 1] as number, at[next] as number];
  const t = to === from ? 0 : (distance - from) / (to - from);
  return {
    x: a.x + (b.x - a.x) * t,
    y: a.y + (b.y - a.y) * t,
    turn: (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI,
  };
}

/**
 * The letters of a text along a course. Letters that would stand on their heads run the other way.
 *
 * @param middle how far along the course the middle of the text stands, px
 */
export function glyphsAlong(
  text: string,
  type: { face: Face; size: number; tracking?: number },
  course: Course,
  middle: number,
): Glyph[] {
  const widths = letterWidths(text, type.face, type.size, type.tracking);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const [start, end] = [pointAlong(course, middle - whole / 2), pointAlong(course, middle + whole / 2)];
  const forward = end.x >= start.x;
  let used = 0;
  return [...text].map((letter, i) => {
    const width = widths[i] as number;
    const along = used + width / 2 - whole / 2;
    used += width;
    // a letter's direction is that of the line under its whole width and its neighbours'
    const span = Math.max(width / 2, type.size * 0.7);
    const centre = middle + (forward ? along : -along);
    const { x, y } = pointAlong(course, centre);
    const [before, after] = [pointAlong(course, centre - span), pointAlong(course, centre + span)];
    const direction = (Math.atan2(after.y - before.y, after.x - before.x) * 180) / Math.PI;
    return { letter, x, y, turn: forward ? direction : direction > 0 ? direction - 180 : direction + 180 };
  });
}

/** The room that letters take: a box for every few of them, px. @param height of a line of text */
export function glyphBoxes(glyphs: Glyph[], height: number, size: number): Box[] {
  return glyphs.map(({ x, y, turn }) => ({ x, y, width: size * 0.72, height, turn }));
}

/** The sharpest turn between two neighbouring letters, degrees. */
export function sharpestTurn(glyphs: Glyph[]): number {
  return Math.max(
    0,
    ...glyphs.slice(1).map(({ turn }, i) => {
      const by = Math.abs(turn - (glyphs[i] as Glyph).turn) % 360;
      return Math.min(by, 360 - by);
    }),
  );
}
