// Places the labels of an enlarged map again. Marks and names have moved apart; each label in turn, in the order that
// the build gave, takes the first of its candidate positions that is free, beginning with the one it has, so that it
// moves as little as can be. One that finds none is not shown, and names that found no room on the whole map get some.
// That is the greedy method of Christensen, Marks and Shieber 1995; the build's own, better one takes too long for each
// frame of a gesture, and has placed the labels of the whole map.
import type { Move } from './pose.ts';

/** An upright rectangle by its middle, px. */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Align = 'start' | 'mid' | 'end';

/** A place for a label: from its point to the middle of its box, px. */
interface Spot {
  dx: number;
  dy: number;
  align: Align;
}

interface Label {
  group: SVGGElement;
  element: SVGGElement;
  at: { x: number; y: number };
  /** The room that its mark takes around its point. */
  radius: number;
  box: Box;
  /** A name that follows a water or a road stands where it stands, and takes the room of its letters. */
  chain: Box[] | undefined;
  /** The first is where the build put it. */
  spots: Spot[];
  chosen: number;
  /** It found no room on the whole map. */
  spare: boolean;
}

interface Plan {
  labels: Label[];
  still: Box[];
}

/** Room between texts, and of texts from marks, px. */
const GAP = 5;
/** Room at the edge, px. */
const EDGE = 6;

const plans = new WeakMap<SVGSVGElement, Plan>();

/** @param bounds what of the picture can be seen, in its own px */
export function placeAgain(picture: SVGSVGElement, { k, x, y }: Move, bounds: Box): void {
  const { labels, still } = planOf(picture);
  const points = labels.map(({ at }) => ({ x: at.x * k + x, y: at.y * k + y }));
  const taken = [
    ...still,
    ...labels.flatMap(({ radius }, i) =>
      radius ? [{ ...(points[i] as Box), width: radius * 2, height: radius * 2 }] : [],
    ),
  ];
  const inner = { ...bounds, width: bounds.width - 2 * EDGE, height: bounds.height - 2 * EDGE };
  labels.forEach((label, i) => {
    const point = points[i] as Box;
    const inSight = contains(inner, { ...point, width: 0, height: 0 });
    const order = [label.chosen, ...label.spots.keys()];
    const found = inSight
      ? order.find((index) => {
          const boxes = boxesAt(label, point, index);
          return boxes.every((box) => contains(inner, box) && !taken.some((other) => overlap(box, other)));
        })
      : undefined;
    if (found !== undefined) {
      label.chosen = found;
      taken.push(...boxesAt(label, point, found));
    }
    show(label, found !== undefined);
  });
}

/** Puts every label back to where the build placed it. */
export function placeAsBuilt(picture: SVGSVGElement): void {
  for (const label of plans.get(picture)?.labels ?? []) {
    label.chosen = 0;
    show(label, !label.spare);
  }
}

function planOf(picture: SVGSVGElement): Plan {
  const known = plans.get(picture);
  if (known) return known;
  const groups = [...picture.querySelectorAll<SVGGElement>('[data-at]')];
  groups.sort((a, b) => Number(a.dataset.rank) - Number(b.dataset.rank));
  const plan = {
    labels: groups.flatMap((group) => labelOf(group) ?? []),
    still: [...picture.querySelectorAll<SVGGElement>(':scope > g:not([data-at], .grows, .spare)')].flatMap(
      (group) => [...group.querySelectorAll<SVGGraphicsElement>('text, path')].map(boxOf),
    ),
  };
  plans.set(picture, plan);
  return plan;
}

function labelOf(group: SVGGElement): Label | undefined {
  const element = group.querySelector<SVGGElement>('.label');
  const texts = [...(element?.querySelectorAll('text') ?? [])];
  const [first] = texts;
  if (!element || !first) return undefined;
  const [x = 0, y = 0] = (group.dataset.at ?? '').split(' ').map(Number);
  const marks = [...group.querySelectorAll<SVGPathElement>('path')].filter(
    (path) => !path.matches('.hit') && !element.contains(path),
  );
  const radius = Math.max(0, ...marks.map(boxOf).map(({ width, height }) => Math.max(width, height) / 2));
  // what is not displayed takes no room in the box of a group
  const leader = element.querySelector('.leader');
  leader?.toggleAttribute('hidden', true);
  const box = boxOf(element);
  leader?.toggleAttribute('hidden', false);
  const align: Align = first.matches('.end') ? 'end' : first.matches('.mid') ? 'mid' : 'start';
  const built = { dx: box.x - x, dy: box.y - y, align };
  const follows = first.matches('[transform], [rotate]');
  // a remark stands where its leader leads from
  const stands = follows || (!radius && leader);
  const near = stands ? [] : radius ? around8(box, boxOf(first), radius) : about(align);
  return {
    group,
    element,
    at: { x, y },
    radius,
    box,
    chain: follows ? lettersOf(first, { x, y }) : undefined,
    spots: [built, ...near],
    chosen: 0,
    spare: group.closest('.spare') !== null,
  };
}

/** Beside a mark with the first line level, above and below it. */
function around8({ width, height }: Box, first: Box, radius: number): Spot[] {
  const away = radius + GAP;
  const level = (height - first.height) / 2;
  const side = away + width / 2;
  const over = away + height / 2;
  return [
    { dx: side, dy: level, align: 'start' },
    { dx: -side, dy: level, align: 'end' },
    ...[-over, over].flatMap((dy): Spot[] => [
      { dx: 0, dy, align: 'mid' },
      { dx: width / 2 - radius, dy, align: 'start' },
      { dx: radius - width / 2, dy, align: 'end' },
    ]),
  ];
}

/** The name of an area may move about in it. */
function about(align: Align): Spot[] {
  const steps = [0, -14, 14, -28, 28];
  return steps.flatMap((dy) => steps.map((dx) => ({ dx, dy, align })));
}

function boxesAt({ box, chain, spots }: Label, point: { x: number; y: number }, index: number): Box[] {
  if (chain) return chain.map((each) => ({ ...each, x: each.x + point.x, y: each.y + point.y }));
  const { dx, dy } = spots[index] as Spot;
  return [{ x: point.x + dx, y: point.y + dy, width: box.width + GAP, height: box.height }];
}

function show(label: Label, shown: boolean): void {
  const { element, group, box, at, spots, chosen, spare } = label;
  if (shown) {
    const [built, spot] = [spots[0] as Spot, spots[chosen] as Spot];
    const [x, y] = [at.x + spot.dx - box.x, at.y + spot.dy - box.y];
    if (chosen === 0) element.removeAttribute('transform');
    else element.setAttribute('transform', `translate(${x} ${y})`);
    // a leader leads from where the build put the label
    element.querySelector('.leader')?.toggleAttribute('hidden', chosen !== 0);
    setAlign(element, box, built.align, spot.align);
  }
  group.classList.toggle(spare ? 'has-room' : 'crowded-out', shown === spare);
}

/** Sets the lines of a label flush with its mark: they change ends, and shapes with them. */
function setAlign(element: SVGGElement, { x, width }: Box, built: Align, wanted: Align): void {
  const shapes = [...element.querySelectorAll<SVGPathElement>('path:not(.leader)')];
  // shapes stand in a column, so a label that has some is never centred
  const align = shapes.length > 0 && wanted === 'mid' ? built : wanted;
  const mirrored = align !== built;
  for (const text of element.querySelectorAll<SVGTextElement>('text')) {
    if (!mirrored && !text.dataset.x) continue;
    const from = (text.dataset.x ??= text.getAttribute('x') ?? '');
    const ends = { start: x - width / 2, mid: x, end: x + width / 2 };
    const to = align === 'mid' || built === 'mid' ? ends[align] : 2 * x - Number(from);
    text.setAttribute('x', mirrored ? String(to) : from);
    text.classList.toggle('mid', align === 'mid');
    text.classList.toggle('end', align === 'end');
  }
  for (const shape of shapes)
    if (mirrored) shape.setAttribute('transform', `translate(${2 * (x - boxOf(shape).x)} 0)`);
    else shape.removeAttribute('transform');
}

/** The letters of a text as squares, seen from its point. */
function lettersOf(text: SVGTextElement, at: { x: number; y: number }): Box[] {
  const turn = text.transform.baseVal[0]?.matrix;
  return Array.from({ length: text.getNumberOfChars() }, (_, i) => {
    const { x, y, width, height } = text.getExtentOfChar(i);
    const middle = new DOMPoint(x + width / 2, y + height / 2).matrixTransform(turn);
    return { x: middle.x - at.x, y: middle.y - at.y, width: height, height };
  });
}

function boxOf(element: SVGGraphicsElement): Box {
  const { x, y, width, height } = element.getBBox();
  return { x: x + width / 2, y: y + height / 2, width, height };
}

const overlap = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

const contains = (outer: Box, inner: Box) =>
  Math.abs(inner.x - outer.x) <= (outer.width - inner.width) / 2 &&
  Math.abs(inner.y - outer.y) <= (outer.height - inner.height) / 2;
