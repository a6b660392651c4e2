import { entry } from '../../ledger/ledger.ts';
import { contains, lineBox, overlaps, type Box } from '../../scene/box.ts';
import { TYPES } from '../../scene/roles.ts';
import { FRAME_WIDTH, round, type FrameName, type Group, type Mark, type Point } from '../../scene/scene.ts';
import { textWidth } from '../../scene/text-width.ts';
import { fill } from '../../words/words.ts';
import type { ChartData } from '../kind.ts';
import type { Item } from './items.ts';
import { EDGE, innerFrame, labelMarks, segment, sizeOf, type Line } from './labels.ts';
import { place, viewOf } from './projection.ts';
import type { MapChart } from './schema.ts';

type Data = ChartData<MapChart>;
type Position = [number, number];

/** A part of the map that stands where it stands, and the room it takes. */
export interface Fixed {
  group: Group;
  boxes: Box[];
}

const ARROW = 16;

export function scaleBar(data: Data, frame: FrameName): Fixed {
  const { scale, scaleBar: km, height } = viewOf(data);
  const [x, y] = [EDGE[frame], height[frame] - 16];
  const length = round(km * scale);
  const text = fill(data.words.map.kilometres, { n: km });
  const { face, size } = TYPES.scale;
  const width = length + 6 + textWidth(text, face, size);
  return {
    group: {
      marks: [
        { mark: 'shape', role: 'scale', d: `M${x} ${y - 4}v4h${length}v-4` },
        { mark: 'text', role: 'scale', text, x: round(x + length + 6), y, align: 'start' },
      ],
    },
    boxes: [{ x: x + width / 2, y: y - 4, width, height: 18 }],
  };
}

export function north(data: Data, frame: FrameName, inset: Box[]): Fixed {
  const corner = { x: FRAME_WIDTH[frame] - EDGE[frame] - 8, y: viewOf(data).height[frame] - 16 };
  // beside the locator, where that takes the corner
  const taken = inset.find((box) => contains(box, { ...corner, width: 0, height: 0 }));
  const { x, y } = taken ? { x: taken.x - taken.width / 2 - 12, y: corner.y } : corner;
  return {
    group: {
      marks: [
        { mark: 'shape', role: 'north', d: `M${x} ${y - 26}l4.5 13l-4.5-3l-4.5 3z` },
        { mark: 'text', role: 'scale', text: data.words.map.north, x, y, align: 'middle' },
      ],
    },
    boxes: [{ x, y: y - 13, width: 18, height: 30 }],
  };
}

/** A straight line between two places. Labels may cross it, but not the marks at its ends. */
export function link(
  data: Data,
  frame: FrameName,
  { from, to, planned }: MapChart['links'][number],
): { group: Group; middle: Point; line: Box } {
  const [a, b] = [from, to].map((id) =>
    place(data, frame, entry(data.ledger, 'places', id).at as Position),
  ) as [Point, Point];
  return {
    group: { marks: [{ mark: 'shape', role: planned ? 'link-planned' : 'link', d: segment(a, b) }] },
    middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
    line: lineBox(a, b, 3),
  };
}

/** The names of the rings of distance, each where it is in the frame. */
export function ringNames(data: Data, frame: FrameName, taken: Box[]): Fixed[] {
  const { chart, ledger } = data;
  if (!chart.rings) return [];
  const centre = place(data, frame, entry(ledger, 'places', chart.rings.around).at as Position);
  const inside = innerFrame(frame, viewOf(data).height[frame]);
  return chart.rings.km.flatMap((km): Fixed[] => {
    const text = fill(data.words.map.kilometres, { n: km });
    const { face, size } = TYPES.scale;
    const radius = km * viewOf(data).scale;
    const box = (degrees: number): Box => ({
      x: round(centre.x + radius * Math.cos((degrees * Math.PI) / 180)),
      y: round(centre.y + radius * Math.sin((degrees * Math.PI) / 180)),
      width: textWidth(text, face, size),
      height: 15,
    });
    const found = RING_ANGLES.map(box).find(
      (each) => contains(inside, each) && !taken.some((other) => overlaps(each, other)),
    );
    if (!found) return [];
    const name: Mark = {
      mark: 'text',
      role: 'scale',
      text,
      x: found.x,
      y: round(found.y + 4),
      align: 'middle',
    };
    return [{ group: { anchor: { x: found.x, y: found.y }, marks: [name] }, boxes: [found] }];
  });
}

/** Where the name of a ring may stand, degrees clockwise from the east, best first. */
const RING_ANGLES = [50, 130, 35, 145, 20, 160, -20, 200, -50, 230, -35, 215];

/**
 * An arrow at the edge towards what lies beyond it, with its label inside the frame. The arrow keeps its direction, and
 * moves along the edge only as far as others need room.
 */
export function pointer(
  data: Data,
  frame: FrameName,
  { id, place: there, from, status }: Item,
  lines: Line[],
  taken: Box[],
): Fixed {
  const size = sizeOf(lines);
  const start = place(data, frame, from?.at as Position);
  const far = place(data, frame, there?.at as Position);
  const angle = Math.atan2(far.y - start.y, far.x - start.x);
  const inside = innerFrame(frame, viewOf(data).height[frame]);
  const edge = edgePoint(start, angle, inside);
  const isFree = (box: Box) => contains(inside, box) && !taken.some((other) => overlaps(box, other));
  const places = SHIFTS.flatMap((shift) => pointerPlaces(slide(edge, shift, inside), angle, size, inside));
  const found = places.find(({ box, arrow }) => isFree(box) && isFree(arrow)) ?? (places[0] as PointerPlace);
  const { box, arrow, head, tail } = found;
  const marks: Mark[] = [
    { mark: 'shape', role: 'arrow', d: `${segment(tail, head)}${arrowHead(head, angle)}` },
    ...labelMarks({ id, box, align: Math.cos(angle) > 0 ? 'end' : 'start' }, lines),
  ];
  const target = { x: round(arrow.x), y: round(arrow.y) };
  return { group: { entry: id, status, target, marks }, boxes: [box, arrow] };
}

interface PointerPlace {
  head: Point;
  tail: Point;
  arrow: Box;
  box: Box;
}

/** How far an arrow may move along the edge, px, best first. */
const SHIFTS = [0, -24, 24, -48, 48, -72, 72, -96, 96, -128, 128, -160, 160, -200, 200];

/** The label stands under its arrow, or over it. */
function pointerPlaces(
  head: Point,
  angle: number,
  size: { width: number; height: number },
  inside: Box,
): PointerPlace[] {
  const tail = { x: head.x - Math.cos(angle) * (ARROW + 10), y: head.y - Math.sin(angle) * (ARROW + 10) };
  const [right, left] = [inside.x + inside.width / 2, inside.x - inside.width / 2];
  const middle = Math.cos(angle) > 0 ? head.x - size.width / 2 : head.x + size.width / 2;
  const x = Math.min(Math.max(middle, left + size.width / 2), right - size.width / 2);
  const arrow = {
    x: (tail.x + head.x) / 2,
    y: (tail.y + head.y) / 2,
    width: Math.abs(tail.x - head.x) + 10,
    height: Math.abs(tail.y - head.y) + 10,
  };
  // the arrow's own box may touch the edge
  const inner = {
    ...arrow,
    x: Math.min(Math.max(arrow.x, left + arrow.width / 2), right - arrow.width / 2),
    y: Math.min(
      Math.max(arrow.y, inside.y - inside.height / 2 + arrow.height / 2),
      inside.y + inside.height / 2 - arrow.height / 2,
    ),
  };
  return [
    { head, tail, arrow: inner, box: { x, y: Math.max(tail.y, head.y) + size.height / 2 + 8, ...size } },
    { head, tail, arrow: inner, box: { x, y: Math.min(tail.y, head.y) - size.height / 2 - 8, ...size } },
  ];
}

/** A point of the edge, moved along that side of the frame. */
function slide(at: Point, by: number, inside: Box): Point {
  const onSide = Math.abs(Math.abs(at.x - inside.x) - inside.width / 2) < 0.01;
  return onSide ? { x: at.x, y: at.y + by } : { x: at.x + by, y: at.y };
}

/** Where a ray leaves a box. */
function edgePoint(from: Point, angle: number, box: Box): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const toX = ((cos > 0 ? box.x + box.width / 2 : box.x - box.width / 2) - from.x) / cos;
  const toY = ((sin > 0 ? box.y + box.height / 2 : box.y - box.height / 2) - from.y) / sin;
  const t = Math.min(...[toX, toY].filter((value) => value > 0));
  return { x: from.x + cos * t, y: from.y + sin * t };
}

function arrowHead(at: Point, angle: number): string {
  const side = (turn: number) => ({
    x: at.x - Math.cos(angle + turn) * 9,
    y: at.y - Math.sin(angle + turn) * 9,
  });
  const [a, b] = [side(0.6), side(-0.6)];
  return `M${round(a.x)} ${round(a.y)}L${round(at.x)} ${round(at.y)}L${round(b.x)} ${round(b.y)}`;
}
