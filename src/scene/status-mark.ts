import type { ColourToken } from './palette.ts';
import { round, type Point, type ShapeMark } from './scene.ts';
import { circlePath, PARTY_SHAPES, shapePath } from './shapes.ts';

type Party = keyof typeof PARTY_SHAPES;

/** Half the size of marks, px. */
const SIZE = { party: 7, ring: 12, dot: 3 };

/** px around its middle that a mark takes. */
export function markRadius(status: string, party?: string): number {
  return isRing(status) ? SIZE.ring : party || status !== 'happened' ? SIZE.party : SIZE.dot;
}

/**
 * The mark of an entry: the shape of its party, drawn as its status asks. What is not confirmed or contested is a
 * hatched ring in ink, never a pin in the colour of a party.
 *
 * @param scale 1 in pictures, less in keys
 */
export function statusMark(status: string, party: string | undefined, at: Point, scale = 1): ShapeMark[] {
  const circle = (role: ShapeMark['role'], r: number): ShapeMark => ({
    mark: 'shape',
    role,
    d: circlePath(at.x, at.y, r * scale),
  });
  if (isRing(status)) {
    const ring = [circle('ring-ground', SIZE.ring), circle('unconfirmed', SIZE.ring)];
    const inner = status === 'contested' ? [circle('contested', SIZE.ring - 3.5)] : [];
    return [...ring, ...inner, ...(scale === 1 ? [circle('dot', SIZE.dot)] : [])];
  }
  if (!party && status === 'happened') return [circle('dot', SIZE.dot)];
  const hue: ColourToken = (party as Party | undefined) ?? 'ink';
  const shape = shapePath(party ? PARTY_SHAPES[party as Party] : 'circle', at.x, at.y, SIZE.party * scale);
  const role = status === 'planned' || status === 'later' ? status : 'happened';
  const marks: ShapeMark[] = [{ mark: 'shape', role, hue, d: shape }];
  const bar = SIZE.party * scale;
  if (status === 'denied')
    marks.push({
      mark: 'shape',
      role: 'denied',
      d: `M${at.x - bar} ${at.y + bar}L${at.x + bar} ${at.y - bar}`,
    });
  return marks;
}

/** The mark of an hour that was named, and at which nothing is known to have been set: a dashed dial at ten. */
export function namedHourMark({ x, y }: Point, radius: number): ShapeMark[] {
  const hand = (dx: number, dy: number) => `${round(x + dx * radius)} ${round(y + dy * radius)}`;
  return [
    { mark: 'shape', role: 'planned', hue: 'ink', d: circlePath(x, y, radius) },
    { mark: 'shape', role: 'arrow', d: `M${hand(0, -0.6)}L${x} ${y}L${hand(-0.42, -0.24)}` },
  ];
}

const isRing = (status: string) => status === 'unconfirmed' || status === 'contested';
