import { geoCentroid } from 'd3';
import { entry } from '../../ledger/ledger.ts';
import { contains, type Box } from '../../scene/box.ts';
import {
  placeLabels,
  type LabelRequest,
  type PlacedLabel,
  type Surroundings,
} from '../../scene/place-labels.ts';
import { TYPES } from '../../scene/roles.ts';
import { FRAME_WIDTH, type FrameName, type Group, type Point, type Scene } from '../../scene/scene.ts';
import { insideRings } from '../../scene/row-crossings.ts';
import { circlePath } from '../../scene/shapes.ts';
import { markRadius, statusMark } from '../../scene/status-mark.ts';
import { clockText } from '../../words/moment-text.ts';
import { fill } from '../../words/words.ts';
import type { Geometry } from '../geometry.ts';
import type { ChartData } from '../kind.ts';
import { link, north, pointer, ringNames, scaleBar, water } from './furniture.ts';
import { areaOf, landOf } from './ground.ts';
import { byParty, itemsOf, type Item } from './items.ts';
import { innerFrame, labelMarks, setLines, sizeOf, type Line } from './labels.ts';
import { groundPlace, kilometres, place, projectionOf, viewOf } from './projection.ts';
import type { MapChart } from './schema.ts';

type Data = ChartData<MapChart>;
type Position = [number, number];

/** A label that is still to be placed, and what becomes of it. */
interface Wanted {
  request: LabelRequest;
  lines: Line[];
  /** The group that the placed label completes. */
  group: (label: PlacedLabel | undefined) => Group[];
}

/** The picture of a map in one frame. */
export function scene(data: Data, frame: FrameName): Scene {
  const { still, pointers, links, wanted, surroundings } = layOut(data, frame);
  // place labels
  const placed = placeLabels(
    wanted.map(({ request }) => request),
    surroundings,
  );
  // scene
  const labelled = wanted.map(({ request, group }, rank) => {
    const { id, anchor, area = false, width, height } = request;
    const label = placed.find((each) => each.id === id);
    const moving = (groups: Group[]): Group[] => groups.map((each) => ({ ...each, anchor, rank }));
    const box = { x: anchor.x, y: anchor.y, width, height };
    return {
      area,
      groups: moving(group(label)),
      spare: label ? [] : moving(group({ id, box, align: 'middle' })),
    };
  });
  const firstArea = labelled.filter(({ area }) => !area).length;
  const [width, height] = [FRAME_WIDTH[frame], viewOf(data).height[frame]];
  const seen: Box = { x: width / 2, y: height / 2, width, height };
  return {
    frame,
    width,
    height,
    ground: groundPlace(data, frame),
    groups: [
      ...links.map(({ group }) => ({ ...group, grows: true })),
      ...labelled.filter(({ area }) => area).flatMap(({ groups }) => groups),
      ...still.map(({ group }) => ({ ...group, rank: firstArea })),
      ...labelled.filter(({ area }) => !area).flatMap(({ groups }) => groups),
      ...pointers.map(({ group }) => group),
    ],
    spare: labelled
      .flatMap(({ spare }) => spare)
      .filter(({ anchor }) => anchor && contains(seen, { ...anchor, width: 0, height: 0 })),
  };
}

/** Everything that stands where it stands, and the labels that are still to be placed around it. */
export function layOut(data: Data, frame: FrameName) {
  const { chart } = data;
  // read
  const { here, beyond } = itemsOf(data);
  // lay out
  const links = chart.links.map((each) => link(data, frame, each));
  const still = [
    ...chart.waters.map((id) => water(data, frame, id)),
    ...ringNames(data, frame),
    scaleBar(data, frame),
    ...(chart.north ? [north(data, frame)] : []),
  ];
  const marks = [
    ...here.map((item) => markBox(positionOf(data, frame, item), radiusOf(item))),
    ...chart.points.map((id) => markBox(pointOf(data, frame, id), 3)),
  ];
  const taken = [...still.flatMap(({ boxes }) => boxes), ...marks];
  const pointers = beyond.map((item) => pointer(data, frame, item, linesOf(data, frame, item), taken));
  const wanted = [
    ...here.map((item) => itemLabel(data, frame, item)),
    ...chart.points.map((id) => pointLabel(data, frame, id)),
    ...chart.remarks.map(({ at, text }, i) => remark(data, frame, `remark-${i}`, at, text)),
    ...chart.links.map((each, i) => linkLabel(data, each, `link-${i}`, links[i]?.middle as Point)),
    ...chart.countries.map((id) => countryLabel(data, frame, id)),
    ...chart.districts.flatMap((id) => districtLabel(data, frame, id)),
  ];
  const surroundings: Surroundings = {
    frame: innerFrame(frame, viewOf(data).height[frame]),
    obstacles: [...taken, ...pointers.flatMap(({ boxes }) => boxes), ...links.map(({ line }) => line)],
    cost: shoreCost(data, frame),
  };
  return { still, pointers, links, wanted, surroundings };
}

const markBox = (at: Point, radius: number): Box => ({
  ...at,
  width: radius * 2 + 4,
  height: radius * 2 + 4,
});

const pointOf = (data: Data, frame: FrameName, id: string) =>
  place(data, frame, entry(data.ledger, 'places', id).at as Position);

const positionOf = (data: Data, frame: FrameName, item: Item) =>
  place(data, frame, item.place?.at as Position);

/** A place where people of several parties were is a dot; their shapes stand in the label. */
const radiusOf = ({ actors, status, party }: Item) =>
  actors.length > 0 ? markRadius('happened') : markRadius(status, party);

/** The label of an item: the place, then what happened or who was there. */
function linesOf({ words }: Data, frame: FrameName, { place: where, events, actors, from }: Item): Line[] {
  const lines: Line[] = [{ role: 'place', text: where?.short ?? where?.name ?? '' }];
  for (const { status, happened, label, party } of events) {
    const clock = status === 'happened' ? clockText(happened) : '';
    lines.push(...setLines('line', `${clock} ${label}`.trim(), frame, from ? party : undefined));
    if (status !== 'happened') lines.push({ role: 'note', text: words.status[status] });
  }
  for (const { party, names } of byParty(actors))
    lines.push(...setLines('line', names.join(', '), frame, party));
  if (from?.at && where?.at) {
    const text = fill(words.map.fromHere, {
      n: kilometres(from.at, where.at),
      place: from.short ?? from.name,
    });
    lines.push(...setLines('note', text, frame));
  }
  return lines;
}

function itemLabel(data: Data, frame: FrameName, item: Item): Wanted {
  const at = positionOf(data, frame, item);
  const lines = linesOf(data, frame, item);
  const mark =
    item.actors.length > 0 ? statusMark('happened', undefined, at) : statusMark(item.status, item.party, at);
  return {
    lines,
    request: {
      id: item.id,
      anchor: at,
      clearance: radiusOf(item),
      ...sizeOf(lines),
      firstLine: TYPES.place.line,
    },
    group: (label) => [
      {
        entry: item.id,
        status: item.status,
        target: at,
        marks: [...mark, ...(label ? labelMarks(label, lines) : [])],
      },
    ],
  };
}

/** A dot with a name, to orient the reader. */
function pointLabel(data: Data, frame: FrameName, id: string): Wanted {
  const { short, name } = entry(data.ledger, 'places', id);
  const at = pointOf(data, frame, id);
  const lines: Line[] = [{ role: 'place', text: short ?? name }];
  return {
    lines,
    request: { id: `point-${id}`, anchor: at, clearance: 3, ...sizeOf(lines), firstLine: TYPES.place.line },
    group: (label) => [
      {
        marks: [
          { mark: 'shape', role: 'dot', d: circlePath(at.x, at.y, 3) },
          ...(label ? labelMarks(label, lines) : []),
        ],
      },
    ],
  };
}

/** A remark on the ground, away from what it is about, with a leader. */
function remark(
  data: Data,
  frame: FrameName,
  id: string,
  at: readonly [number, number],
  text: string,
): Wanted {
  const lines = setLines('note', text, frame);
  return {
    lines,
    request: {
      id,
      anchor: place(data, frame, at),
      clearance: 4,
      ...sizeOf(lines),
      firstLine: TYPES.note.line,
      away: true,
    },
    group: (label) => (label ? [{ marks: labelMarks(label, lines) }] : []),
  };
}

function linkLabel(
  { ledger, words }: Data,
  { from, to }: MapChart['links'][number],
  id: string,
  middle: Point,
): Wanted {
  const [a, b] = [from, to].map((key) => entry(ledger, 'places', key).at as Position) as [Position, Position];
  const lines: Line[] = [{ role: 'line', text: fill(words.map.kilometres, { n: kilometres(a, b) }) }];
  return area(id, middle, lines);
}

function countryLabel(data: Data, frame: FrameName, id: string): Wanted {
  const { name, at } = entry(data.ledger, 'places', id);
  return area(`country-${id}`, place(data, frame, at as Position), [
    { role: 'country', text: name.toUpperCase() },
  ]);
}

/** The name of a district, to stand about the middle of its outline. */
function districtLabel(data: Data, frame: FrameName, id: string): Wanted[] {
  const { chart, ledger, geometry } = data;
  const outline = areaOf(geometry[chart.geo] as Geometry, id);
  if (!outline) return [];
  const [lon, lat] = geoCentroid(outline);
  return [
    area(`district-${id}`, place(data, frame, [lat, lon]), [
      { role: 'district', text: entry(ledger, 'places', id).name },
    ]),
  ];
}

/** A label that may move about its anchor, and be left out. */
const area = (id: string, anchor: Point, lines: Line[]): Wanted => ({
  lines,
  request: { id, anchor, clearance: 0, ...sizeOf(lines), firstLine: 0, area: true },
  group: (label) => (label ? [{ marks: labelMarks(label, lines) }] : []),
});

/** Labels read best wholly on land or wholly on water: each sample that differs from the most costs. */
function shoreCost(data: Data, frame: FrameName): (box: Box) => number {
  const { chart, geometry } = data;
  const topology = geometry[chart.geo] as Geometry;
  if (topology.objects.areas) return () => 0;
  const free = projectionOf(data);
  const { x: left, y: top, scale = 1 } = groundPlace(data, frame);
  const rings = landOf(topology)
    .coordinates.flat()
    .map((ring) =>
      ring.flatMap((point): [number, number][] => {
        const at = free(point as [number, number]);
        return at ? [[at[0] * scale + left, at[1] * scale + top]] : [];
      }),
    )
    // what lies far beyond the frame costs time and decides nothing
    .filter((ring) => ring.some(([x, y]) => Math.abs(x) < 2000 && Math.abs(y) < 2000));
  const isLand = insideRings(rings);
  return ({ x, y, width, height }) => {
    const samples = [-0.5, -0.25, 0, 0.25, 0.5].flatMap((u) =>
      [-0.5, 0, 0.5].map((v) => isLand(x + u * width, y + v * height)),
    );
    const onLand = samples.filter(Boolean).length;
    return Math.min(onLand, samples.length - onLand) * 8;
  };
}
