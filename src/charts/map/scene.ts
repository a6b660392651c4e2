import { contains, type Box } from '../../scene/box.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { placeLabels, type PlacedLabel, type Surroundings } from '../../scene/place-labels.ts';
import { FRAME_WIDTH, type FrameName, type Group, type Point, type Scene } from '../../scene/scene.ts';
import type { ChartData } from '../kind.ts';
import { link, north, pointer, ringNames, scaleBar } from './furniture.ts';
import { countryLabel, districtLabel, roadLabel, shoreCost, waterLabel } from './ground-names.ts';
import {
  itemLabel,
  linesOf,
  linkLabel,
  pointLabel,
  pointOf,
  positionOf,
  radiusOf,
  remark,
} from './item-labels.ts';
import { itemsOf, overStates } from './items.ts';
import { innerFrame } from './labels.ts';
import { locator } from './locator.ts';
import { groundPlace, viewOf } from './projection.ts';
import type { MapChart } from './schema.ts';

type Data = ChartData<MapChart>;

/** The picture of a map in one frame. */
export function scene(data: Data, frame: FrameName): Scene {
  const { wanted, pointers: known } = layOut(data, frame);
  // place labels
  const { still, pointers, links, placed } = placedWhole(data, frame);
  // scene
  const joined = links.map(({ ends }) => hasBoth(data, ends));
  const isTold = (id: string) => joined[Number(/^link-(\d+)$/.exec(id)?.[1] ?? -1)] ?? true;
  const labelled = wanted
    .filter(({ request }) => isTold(request.id))
    .map(({ request, group }, rank) => {
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
      ...links.filter((_, i) => joined[i]).map(({ group }) => ({ ...group, grows: true })),
      ...labelled.filter(({ area }) => area).flatMap(({ groups }) => groups),
      ...still.map(({ group }) => ({ ...group, rank: firstArea })),
      ...labelled.filter(({ area }) => !area).flatMap(({ groups }) => groups),
      ...pointers.flatMap(({ group }) =>
        known.some((each) => each.group.entry === group.entry) ? [group] : [],
      ),
    ],
    spare: labelled
      .flatMap(({ spare }) => spare)
      .filter(({ anchor }) => anchor && contains(seen, { ...anchor, width: 0, height: 0 })),
  };
}

type Placed = Pick<ReturnType<typeof layOut>, 'still' | 'pointers' | 'links'> & { placed: PlacedLabel[] };
const layouts = new WeakMap<Ledger, Map<string, Placed>>();

/** Where everything stands when all of the chart is known: the same at every moment, so it is found only once. */
function placedWhole({ at, whole, ...data }: Data, frame: FrameName): Placed {
  const place = (): Placed => {
    const { still, pointers, links, wanted, surroundings } = layOut(
      whole ? { ...data, whole, ledger: whole } : data,
      frame,
    );
    const requests = wanted.map(({ request }) => request);
    return { still, pointers, links, placed: placeLabels(requests, surroundings) };
  };
  if (!at || !whole) return place();
  const known = layouts.get(whole) ?? new Map<string, Placed>();
  layouts.set(whole, known);
  const key = `${frame} ${JSON.stringify(data.chart)}`;
  const found = known.get(key) ?? place();
  known.set(key, found);
  return found;
}

/** A line stands once both of its ends do. Places that only orient the reader always do. */
function hasBoth(data: Data, ends: string[]): boolean {
  const { at, whole, ...rest } = data;
  if (!at || !whole) return true;
  const ids = (items: { id: string }[]) => items.map(({ id }) => id);
  const all = ids(itemsOf({ ...rest, ledger: whole }).here);
  const known = ids(itemsOf(data).here);
  return ends.every((id) => known.includes(id) || !all.includes(id));
}

/** Everything that stands where it stands, and the labels that are still to be placed around it. */
export function layOut(data: Data, frame: FrameName) {
  const { chart } = data;
  // read
  const { here, beyond } = itemsOf(data);
  const { points } = data.whole ? overStates(chart) : chart;
  // lay out
  const links = chart.links.map((each) => ({ ...link(data, frame, each), ends: [each.from, each.to] }));
  const inset = locator(data, frame);
  const insetBoxes = inset.flatMap(({ boxes }) => boxes);
  const furniture = [
    scaleBar(data, frame),
    ...(chart.north ? [north(data, frame, insetBoxes)] : []),
    ...inset,
  ];
  const marks = [
    ...here.map((item) => markBox(positionOf(data, frame, item), radiusOf(item))),
    ...points.map((id) => markBox(pointOf(data, frame, id), 3)),
  ];
  const fixed = [...furniture.flatMap(({ boxes }) => boxes), ...marks];
  const rings = ringNames(data, frame, fixed);
  const still = [...rings, ...furniture];
  const taken = [...fixed, ...rings.flatMap(({ boxes }) => boxes), ...links.map(({ line }) => line)];
  const pointers = beyond.reduce<ReturnType<typeof pointer>[]>((placed, item) => {
    const others = [...taken, ...placed.flatMap(({ boxes }) => boxes)];
    return [...placed, pointer(data, frame, item, linesOf(data, frame, item), others)];
  }, []);
  const wanted = [
    ...here.map((item) => itemLabel(data, frame, item)),
    ...points.map((id) => pointLabel(data, frame, id)),
    ...chart.remarks.map(({ at, text }, i) => remark(data, frame, `remark-${i}`, at, text)),
    ...chart.links.map((each, i) => linkLabel(data, each, `link-${i}`, links[i]?.middle as Point)),
    ...chart.waters.map((id) => waterLabel(data, frame, id)),
    ...chart.roads.map((id) => roadLabel(data, frame, id)),
    ...chart.countries.map((id) => countryLabel(data, frame, id)),
    ...chart.districts.flatMap((id, rank) => districtLabel(data, frame, id, rank)),
  ];
  // reckoned only when labels are placed
  let cost: ReturnType<typeof shoreCost> | undefined;
  const surroundings: Surroundings = {
    frame: innerFrame(frame, viewOf(data).height[frame]),
    obstacles: [...taken, ...pointers.flatMap(({ boxes }) => boxes)],
    cost: (...label) => (cost ??= shoreCost(data, frame))(...label),
  };
  return { still, pointers, links, wanted, surroundings };
}

const markBox = (at: Point, radius: number): Box => ({
  ...at,
  width: radius * 2 + 4,
  height: radius * 2 + 4,
});
