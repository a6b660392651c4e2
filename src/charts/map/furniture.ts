import { entry } from '../../ledger/ledger.ts';
import { contains, lineBox, overlaps, type Box } from '../../scene/box.ts';
import { TYPES, type TypeRole } from '../../scene/roles.ts';
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

/** The name of a water, set along its axis. */
export function water(data: Data, frame: FrameName, id: string): Fixed {
  const { name, at, towards } = entry(data.ledger, 'places', id);
  const [from, to] = [place(data, frame, at as Position), place(data, frame, towards as Position)];
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  const upright = Math.round(angle > 90 ? angle - 180 : angle < -90 ? angle + 180 : angle);
  // a sea lies level, whatever its axis says by a little
  const turn = Math.abs(upright) < 8 ? 0 : upright;
  const role: TypeRole = turn === 0 ? 'water' : 'strait';
  const { face, size, line, tracking } = TYPES[role];
  const box = { ...middle, width: textWidth(name, face, size, tracking), height: line, turn };
  const radians = (turn * Math.PI) / 180;
  const text: Mark = {
    mark: 'text',
    role,
    text: name,
    x: round(middle.x - Math.sin(radians) * size * 0.25),
    y: round(middle.y + Math.cos(radians) * size * 0.25),
    align: 'middle',
    ...(turn === 0 ? {} : { turn }),
  };
  return { group: { anchor: { x: round(middle.x), y: round(middle.y) }, marks: [text] }, boxes: [box] };
}

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

export function north(data: Data, frame: FrameName): Fixed {
  const [x, y] = [FRAME_WIDTH[frame] - EDGE[frame] - 8, viewOf(data).height[frame] - 16];
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
export function ringNames(data: Data, frame: FrameName): Fixed[] {
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
    const found = RING_ANGLES.map(box).find((each) => contains(inside, each));
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
const RING_ANGLES = [50, 130, 20, 160, -20, 200, -50, 230];

/** An arrow at the edge towards what lies beyond it, with its label inside the frame. */
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
  const height = viewOf(data).height[frame];
  const inside = innerFrame(frame, height);
  const [right, left] = [inside.x + inside.width / 2, inside.x - inside.width / 2];
  const edge = edgePoint(start, angle, inside);
  const tail = { x: edge.x - Math.cos(angle) * (ARROW + 10), y: edge.y - Math.sin(angle) * (ARROW + 10) };
  const eastward = Math.cos(angle) > 0;
  const middle = eastward ? edge.x - size.width / 2 : edge.x + size.width / 2;
  const x = Math.min(Math.max(middle, left + size.width / 2), right - size.width / 2);
  // the label stands under its arrow, or over it where there is no room
  const under: Box = { x, y: Math.max(tail.y, edge.y) + size.height / 2 + 8, ...size };
  const over: Box = { x, y: Math.min(tail.y, edge.y) - size.height / 2 - 8, ...size };
  const box = contains(inside, under) && !taken.some((other) => overlaps(under, other)) ? under : over;
  const marks: Mark[] = [
    { mark: 'shape', role: 'arrow', d: `${segment(tail, edge)}${arrowHead(edge, angle)}` },
    ...labelMarks({ id, box, align: eastward ? 'end' : 'start' }, lines),
  ];
  const target = { x: round((tail.x + edge.x) / 2), y: round((tail.y + edge.y) / 2) };
  return {
    group: { entry: id, status, target, marks },
    boxes: [box, { ...target, width: ARROW + 18, height: ARROW + 10 }],
  };
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
