import type { Point, Mark } from '../../scene/scene.ts';
import type { Box } from '../../scene/box.ts';
import { round } from '../../scene/scene.ts';
import type { Look } from './read.ts';
import { barPath, headPath, shortened, tiePath } from './strokes.ts';

const LINE = {
  happened: 'tie',
  planned: 'tie-planned',
  unconfirmed: 'tie-unconfirmed',
  later: 'tie-later',
} as const;
/** Half the distance of the two lines of what is contested. */
const DOUBLE = 1.7;

/** The marks of a tie along its path: line, heads, and the sign of a refusal or dispute. */
export function tieMarks(points: Point[], look: Look, gaps: { label?: Box; under: Point[] }): Mark[] {
  const [before, tip] = [points.at(-2), points.at(-1)] as [Point, Point];
  // from the tip back, so that the dashes of ties that share a way lie on each other
  const line = shortened(points, look.mutual, true).reverse();
  const shifts = look.sign === 'contested' ? [-DOUBLE, DOUBLE] : [0];
  const later = look.line === 'later';
  const marks: Mark[] = [
    { mark: 'shape', role: LINE[look.line], d: shifts.map((shift) => tiePath(line, gaps, shift)).join('') },
  ];
  const heads = [headPath(before, tip)];
  if (look.mutual) heads.push(headPath(points[1] as Point, points[0] as Point));
  marks.push({ mark: 'shape', role: later ? 'head-later' : 'head', d: heads.join('') });
  if (look.sign === 'denied')
    marks.push({ mark: 'shape', role: later ? 'bar-later' : 'bar', d: barPath(before, tip, 15) });
  return marks;
}

/** A rectangle with rounded corners. */
export function roundedBox({ x, y, width, height }: Box, radius: number): string {
  const [left, top] = [round(x - width / 2), round(y - height / 2)];
  const [w, h] = [round(width - 2 * radius), round(height - 2 * radius)];
  const arc = (dx: number, dy: number) => `a${radius} ${radius} 0 0 1 ${dx} ${dy}`;
  return `M${round(left + radius)} ${top}h${w}${arc(radius, radius)}v${h}${arc(-radius, radius)}h${-w}${arc(-radius, -radius)}v${-h}${arc(radius, -radius)}z`;
}
