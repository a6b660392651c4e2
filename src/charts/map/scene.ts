import { geoCentroid, polygonContains } from 'd3';
import { entry } from '../../ledger/ledger.ts';
import type { Event } from '../../ledger/event.ts';
import type { Place } from '../../ledger/place.ts';
import type { Box } from '../../scene/box.ts';
import { placeLabels, type LabelRequest, type PlacedLabel } from '../../scene/place-labels.ts';
import { HALO, TYPES, type TypeRole } from '../../scene/roles.ts';
import {
  FRAME_WIDTH,
  round,
  type FrameName,
  type Group,
  type Mark,
  type Point,
  type Scene,
} from '../../scene/scene.ts';
import { markRadius, statusMark } from '../../scene/status-mark.ts';
import { textWidth, wrapText } from '../../scene/text-width.ts';
import { fill } from '../../words/words.ts';
import type { Geometry } from '../geometry.ts';
import type { ChartData } from '../kind.ts';
import { district, landOf } from './ground.ts';
import { tensOfKilometres, middleOf, place, projectionOf } from './projection.ts';
import type { MapChart } from './schema.ts';
import { clockOf } from './words.ts';

type Data = ChartData<MapChart>;

/** One line of a label. */
interface Line {
  role: TypeRole;
  text: string;
}

/** A mark with a label: an event on the map, or one beyond its edge. */
interface Item {
  event: Event;
  id: string;
  at: Point;
  /** px around `at` that belong to the mark. */
  radius: number;
  lines: Line[];
}

/** Widest line of a label, px. */
const LABEL_WIDTH = { narrow: 168, wide: 200 } as const satisfies Record<FrameName, number>;
/** Labels keep this far from the edges, px. The narrow frame may lose 20 px on each side on the smallest phones. */
const EDGE = { narrow: 28, wide: 12 } as const satisfies Record<FrameName, number>;
const ARROW = 16;
/** Half of the room for a shape beside a text, px. */
const SHAPE = 8;

/** The picture of a map in one frame. */
export function scene(data: Data, frame: FrameName): Scene {
  const { chart } = data;
  // read
  const items = chart.events.map((id) => readItem(data, frame, id));
  // lay out
  const height = chart.view.height[frame];
  const width = FRAME_WIDTH[frame];
  const waters = chart.waters.map((id) => water(data, frame, id));
  const furniture = [scaleBar(data, frame), north(data, frame)];
  const beyond = chart.beyond.map(({ event, from }) => pointer(data, frame, event, from));
  const fixed = [...waters, ...furniture, ...beyond].flatMap(({ boxes }) => boxes);
  // place labels
  const marks = items.map(({ at, radius }): Box => ({
    ...at,
    width: radius * 2 + 4,
    height: radius * 2 + 4,
  }));
  const districts = chart.districts.flatMap((id) => districtLabel(data, frame, id));
  const placed = placeLabels(
    [...items.map((item) => request(item)), ...districts.map(({ request }) => request)],
    {
      frame: inner(width, height, EDGE[frame]),
      obstacles: [...fixed, ...marks],
      cost: shoreCost(data, frame),
    },
  );
  const labelOf = (id: string) => placed.find((label) => label.id === id);
  // scene
  const districtGroups = districts.flatMap(({ request: { id }, line }): Group[] => {
    const label = labelOf(id);
    return label ? [{ marks: labelMarks(label, [line]) }] : [];
  });
  return {
    frame,
    width,
    height,
    ground: middleOf(chart, frame),
    groups: [
      ...districtGroups,
      ...[...waters, ...furniture].map(({ group }) => group),
      ...items.map((item) => itemGroup(item, labelOf(item.id))),
      ...beyond.map(({ group }) => group),
    ],
  };
}

function readItem(data: Data, frame: FrameName, id: string): Item {
  const { chart, ledger, words } = data;
  const event = entry(ledger, 'events', id);
  const where = entry(ledger, 'places', event.place as string);
  const clock = event.status === 'happened' ? clockOf(event.happened) : '';
  const sentences = [`${clock} ${event.label}`.trim()];
  const notes = event.status === 'happened' ? [] : [words.status[event.status]];
  return {
    id: event.place as string,
    event,
    at: place(chart, frame, where.at as [number, number]),
    radius: markRadius(event.status, event.party),
    lines: [
      { role: 'place', text: where.short ?? where.name },
      ...setLines('line', sentences, LABEL_WIDTH[frame]),
      ...setLines('note', notes, LABEL_WIDTH[frame]),
    ],
  };
}

function setLines(role: TypeRole, texts: string[], width: number): Line[] {
  const { face, size } = TYPES[role];
  return texts.flatMap((text) => wrapText(text, face, size, width)).map((text) => ({ role, text }));
}

function request({ id, at, radius, lines }: Item): LabelRequest {
  return { id, anchor: at, clearance: radius, ...sizeOf(lines), firstLine: TYPES.place.line };
}

function sizeOf(lines: Line[]): { width: number; height: number } {
  const widths = lines.map(({ role, text }) => textWidth(text, TYPES[role].face, TYPES[role].size));
  return {
    width: Math.max(...widths) + HALO,
    height: lines.reduce((sum, { role }) => sum + TYPES[role].line, 0),
  };
}

function itemGroup({ id, event, at, lines }: Item, label: PlacedLabel | undefined): Group {
  const marks: Mark[] = statusMark(event.status, event.party, at);
  if (label) marks.push(...labelMarks(label, lines));
  return { entry: id, status: event.status, target: at, marks };
}

/** A placed label's leader and lines of text. */
function labelMarks({ box, align, leader }: PlacedLabel, lines: Line[]): Mark[] {
  const marks: Mark[] = [];
  if (leader) marks.push({ mark: 'shape', role: 'leader', d: segment(leader.from, leader.to) });
  const x = box.x + { start: -1, middle: 0, end: 1 }[align] * ((box.width - HALO) / 2);
  let y = box.y - box.height / 2;
  for (const { role, text } of lines) {
    const { line, size } = TYPES[role];
    // capitals stand in the middle of their line: their height is about 0.66 em
    marks.push({ mark: 'text', role, text, x: round(x), y: round(y + line / 2 + size * 0.33), align });
    y += line;
  }
  return marks;
}

const segment = (from: Point, to: Point) =>
  `M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`;

const inner = (width: number, height: number, edge: number): Box => ({
  x: width / 2,
  y: height / 2,
  width: width - 2 * edge,
  height: height - 16,
});

/** A part of the map that stands where it stands, and the room it takes. */
interface Fixed {
  group: Group;
  boxes: Box[];
}

/** The name of a water, set along its axis. */
function water({ chart, ledger }: Data, frame: FrameName, id: string): Fixed {
  const { name, at, towards } = entry(ledger, 'places', id);
  const [from, to] = [
    place(chart, frame, at as [number, number]),
    place(chart, frame, towards as [number, number]),
  ];
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  const turn = Math.round(angle > 90 ? angle - 180 : angle < -90 ? angle + 180 : angle);
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
  return { group: { marks: [text] }, boxes: [box] };
}

function scaleBar({ chart, words }: Data, frame: FrameName): Fixed {
  const { scale, scaleBar: km, height } = chart.view;
  const [x, y] = [EDGE[frame], height[frame] - 16];
  const length = round(km * scale);
  const text = fill(words.map.kilometres, { n: km });
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

function north({ chart, words }: Data, frame: FrameName): Fixed {
  const [x, y] = [FRAME_WIDTH[frame] - EDGE[frame] - 8, chart.view.height[frame] - 16];
  return {
    group: {
      marks: [
        { mark: 'shape', role: 'north', d: `M${x} ${y - 26}l4.5 13l-4.5-3l-4.5 3z` },
        { mark: 'text', role: 'scale', text: words.map.north, x, y, align: 'middle' },
      ],
    },
    boxes: [{ x, y: y - 13, width: 18, height: 30 }],
  };
}

/** An arrow at the edge towards an event beyond it, with its place, its distance and what happened there. */
function pointer({ chart, ledger, words }: Data, frame: FrameName, id: string, from: string): Fixed {
  const event = entry(ledger, 'events', id);
  const there = entry(ledger, 'places', event.place as string);
  const here = entry(ledger, 'places', from);
  const km = tensOfKilometres(here.at as [number, number], there.at as [number, number]);
  const lines: Line[] = [
    { role: 'place', text: there.short ?? there.name },
    ...setLines('line', [`${clockOf(event.happened)} ${event.label}`.trim()], LABEL_WIDTH[frame]),
    { role: 'note', text: fill(words.map.fromHere, { n: km, place: here.short ?? here.name }) },
  ];
  const size = sizeOf(lines);
  const start = place(chart, frame, here.at as [number, number]);
  const far = place(chart, frame, there.at as [number, number]);
  const angle = Math.atan2(far.y - start.y, far.x - start.x);
  const [width, height] = [FRAME_WIDTH[frame], chart.view.height[frame]];
  const edge = edgePoint(start, angle, inner(width, height, EDGE[frame]));
  const tail = { x: edge.x - Math.cos(angle) * (ARROW + 10), y: edge.y - Math.sin(angle) * (ARROW + 10) };
  const box: Box = {
    x: width - EDGE[frame] - 2 * SHAPE - size.width / 2,
    y: Math.min(Math.max(tail.y + size.height / 2 + 12, size.height), height - 16 - 40 - size.height / 2),
    ...size,
  };
  const marks: Mark[] = [
    { mark: 'shape', role: 'arrow', d: `${segment(tail, edge)}${arrowHead(edge, angle)}` },
    ...labelMarks({ id, box, align: 'end' }, lines),
  ];
  // the mark ends the line, where no font can push text into it
  const beside = { x: box.x + size.width / 2 + SHAPE, y: box.y - size.height / 2 + 9 };
  marks.push(...statusMark(event.status, event.party, beside, 0.8));
  const target = { x: round((tail.x + edge.x) / 2), y: round((tail.y + edge.y) / 2) };
  return {
    group: { entry: event.place as string, status: event.status, target, marks },
    boxes: [
      { ...box, x: box.x + SHAPE, width: box.width + 2 * SHAPE },
      { ...target, width: ARROW + 18, height: ARROW + 10 },
    ],
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

/** The name of a district, to stand about the middle of its outline. */
function districtLabel(
  { chart, ledger, geometry }: Data,
  frame: FrameName,
  id: string,
): { request: LabelRequest; line: Line }[] {
  const outline = district(geometry[chart.geo] as Geometry, id);
  const named: Place = entry(ledger, 'places', id);
  if (!outline) return [];
  const [lon, lat] = geoCentroid(outline);
  const line: Line = { role: 'district', text: named.name };
  const anchor = place(chart, frame, [lat, lon]);
  return [{ line, request: { id, anchor, clearance: 0, ...sizeOf([line]), firstLine: 0, area: true } }];
}

/** Labels read best wholly on land or wholly on water: each sample that differs from the most costs. */
function shoreCost({ chart, geometry }: Data, frame: FrameName): (box: Box) => number {
  const projection = projectionOf(chart).clipExtent(null);
  const middle = middleOf(chart, frame);
  const rings = landOf(geometry[chart.geo] as Geometry)
    .coordinates.flat()
    .map((ring) => ring.map((point) => projection(point as [number, number]) as [number, number]));
  const isLand = (x: number, y: number): boolean =>
    rings.filter((ring) => polygonContains(ring, [x - middle.x, y - middle.y])).length % 2 === 1;
  return ({ x, y, width, height }) => {
    const samples = [-0.5, -0.25, 0, 0.25, 0.5].flatMap((u) =>
      [-0.5, 0, 0.5].map((v) => isLand(x + u * width, y + v * height)),
    );
    const onLand = samples.filter(Boolean).length;
    return Math.min(onLand, samples.length - onLand) * 8;
  };
}
