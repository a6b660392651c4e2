import type { Box } from '../../scene/box.ts';
import type { Point } from '../../scene/scene.ts';
import { titleBox, UNIT, type Blueprint } from './blueprint.ts';
import { isColumn, SIDES } from './cells.ts';
import {
  Grid,
  HORIZONTAL,
  pathTo,
  PRICE,
  reach,
  VERTICAL,
  type Axis,
  type Port,
  type Reach,
} from './grid.ts';

// Ties are drawn one after the other, each by the cheapest path that has room for its label; then each in turn is taken
// out and drawn anew among all the others, a fixed number of times («rip-up and reroute», as in the routing of circuits).
// Path and label are found together: prices from both ends meet in a straight run on which the label finds room.

/** A tie to be drawn. */
export interface Errand {
  id: string;
  from: string;
  to: string;
  /** The ways its label can be set, best first; none when it shares the label of its bundle. */
  labels: { lines: string[]; width: number; height: number }[];
  bundle: string;
  /** Whether others are in its bundle. */
  shared: boolean;
  /** px of the first and last straight run that its ends need. */
  tail: number;
  head: number;
}

export interface RoutedTie {
  id: string;
  points: Point[];
  label?: { box: Box; lines: string[] };
}

interface Route {
  /** Points of the grid from end to end. */
  points: number[];
  /** Those that this tie lays itself, where it joins its bundle. */
  own: number[];
  label?: { box: Box; lines: string[] };
  price: number;
}

const STARTS = 4;
const PASSES = 3;
/** Prices up to so much above the lowest are looked at together, at most so many times. */
const SLICE = 90;
const SLICES = 7;
const EXTRA = { line: 9, vertical: 8, straddle: 45, offCentre: 0.22 };
/** px between a label and nodes, other labels, other ties. */
const AIR = 5;
const NO_ROOM = 4000;
/** Where more labels than this find no room, no other order will help: the check refuses the chart, and that soon. */
const HOPELESS = 4;

/** All ties drawn. Those whose label finds no room come without it. */
export function routeTies(blueprint: Blueprint, errands: Errand[]): RoutedTie[] {
  const board = new Board(blueprint);
  // those that can run straight come first, then the shorter ones
  const length = ({ from, to }: Errand) => board.distance(from, to);
  const bent = ({ from, to }: Errand) => Number(!board.faces(from, to));
  let order = [...errands].sort(
    (a, b) => bent(a) - bent(b) || length(a) - length(b) || (a.id < b.id ? -1 : 1),
  );
  let best: Drawing | undefined;
  for (let start = 0; start < STARTS; start++) {
    const drawing = drawInOrder(new Board(blueprint), order);
    if (!best || drawing.cost < best.cost - 1e-9) best = drawing;
    if (drawing.homeless > HOPELESS) break;
    // then once more from the beginning, and those that had the longest detours first
    const { routes } = drawing;
    const detour = (errand: Errand) => (routes.get(errand.id) as Route).price - length(errand);
    order = [...order].sort((a, b) => detour(b) - detour(a) || (a.id < b.id ? -1 : 1));
    // what shares a way is laid by the first of its bundle
    order = byBundle(order, errands);
  }
  return errands.map(({ id }) => {
    const route = (best as Drawing).routes.get(id) as Route;
    return { id, points: board.corners(route.points), ...(route.label ? { label: route.label } : {}) };
  });
}

interface Drawing {
  routes: Map<string, Route>;
  cost: number;
  /** Labels without room. */
  homeless: number;
}

function drawInOrder(board: Board, order: Errand[]): Drawing {
  const routes = new Map<string, Route>();
  let best: Drawing | undefined;
  for (let pass = 0; pass < PASSES; pass++) {
    for (const errand of order) {
      const known = routes.get(errand.id);
      // what others of the bundle join stays
      if (known && order.some((other) => other !== errand && other.bundle === errand.bundle)) continue;
      if (known) board.remove(known);
      const route = board.find(errand, order, routes);
      routes.set(errand.id, route);
      board.add(route);
    }
    const laid = [...routes.values()];
    const homeless = laid.filter(({ label, price }) => !label && price >= NO_ROOM).length;
    const cost =
      laid.reduce((sum, { own }) => sum + board.length(own), homeless * NO_ROOM) +
      crossingsOf(laid.map(({ own }) => own)) * PRICE.cross;
    if (!best || cost < best.cost - 1e-9) best = { cost, homeless, routes: new Map(routes) };
    if (homeless > HOPELESS) break;
  }
  return best as Drawing;
}

/** The first of each bundle before its others. */
function byBundle(order: Errand[], errands: Errand[]): Errand[] {
  const leads = (errand: Errand) => errands.find(({ bundle }) => bundle === errand.bundle) === errand;
  return [...order.filter(leads), ...order.filter((errand) => !leads(errand))];
}

/** What a tie can end at. */
interface Place {
  box: Box;
  panel: boolean;
  side: 'start' | 'end' | undefined;
  lane: number;
}

class Board {
  private readonly grid: Grid;
  private readonly boxes = new Map<string, Place>();
  /** Nodes and titles: what no label may touch. */
  private readonly solid: Box[] = [];
  private readonly edges: Box[];
  private readonly parties = new Map<string, string>();
  private readonly labels = new Set<{ box: Box; lines: string[] }>();

  constructor({ height, panels, nodes }: Blueprint) {
    this.grid = new Grid(720 / UNIT, Math.ceil(height / UNIT) + 1);
    const { grid } = this;
    for (const { id, box, side, lane = 0, cell } of nodes) {
      this.parties.set(id, cell.party);
      this.boxes.set(id, { box, panel: false, side, lane });
      this.solid.push(box);
      this.eachPoint(box, 0, (point) => (grid.blocked[point] = 1));
      this.eachPoint(
        box,
        UNIT,
        (point) => (grid.price[point] = Math.max(grid.price[point] as number, PRICE.beside)),
      );
    }
    for (const { party, state, title, box } of panels) {
      if (state) this.parties.set(state, party);
      if (state) this.boxes.set(state, { box, panel: true, side: undefined, lane: 0 });
      const name = titleBox(title, box);
      this.solid.push(name);
      this.eachPoint(name, 3, (point) => (grid.blocked[point] = 1));
      this.eachPoint(box, 0, (point) => {
        const [x, y] = [grid.xOf(point) * UNIT, grid.yOf(point) * UNIT];
        const onEdge =
          Math.abs(Math.abs(x - box.x) - box.width / 2) < 1 ||
          Math.abs(Math.abs(y - box.y) - box.height / 2) < 1;
        if (isSide(party)) grid.zone[point] = zoneOf(party);
        const price = onEdge ? PRICE.edge : isColumn(party) ? 0 : PRICE.inside;
        grid.price[point] = Math.max(grid.price[point] as number, price);
      });
    }
    // no tie runs along the edge of the frame
    for (let y = 0; y < grid.rows; y++) grid.blocked[grid.at(0, y)] = 1;
    for (let x = 0; x < grid.columns; x++)
      for (const y of [0, grid.rows - 1]) grid.blocked[grid.at(x, y)] = 1;
    this.edges = panels.flatMap(({ box }) => [
      { x: box.x, y: box.y - box.height / 2, width: box.width, height: 2 },
      { x: box.x, y: box.y + box.height / 2, width: box.width, height: 2 },
      { x: box.x - box.width / 2, y: box.y, width: 2, height: box.height },
      { x: box.x + box.width / 2, y: box.y, width: 2, height: box.height },
    ]);
  }

  private eachPoint(box: Box, grow: number, act: (point: number) => void): void {
    const { grid } = this;
    const [x0, x1] = [box.x - box.width / 2 - grow, box.x + box.width / 2 + grow];
    const [y0, y1] = [box.y - box.height / 2 - grow, box.y + box.height / 2 + grow];
    for (let y = Math.ceil(y0 / UNIT); y <= Math.floor(y1 / UNIT); y++)
      for (let x = Math.ceil(x0 / UNIT); x <= Math.floor(x1 / UNIT); x++)
        if (grid.has(x, y)) act(grid.at(x, y));
  }

  distance(from: string, to: string): number {
    const [a, b] = [this.boxes.get(from)?.box as Box, this.boxes.get(to)?.box as Box];
    const gap = (middle: number, size: number) => Math.max(0, middle - size);
    return (
      gap(Math.abs(a.x - b.x), (a.width + b.width) / 2) + gap(Math.abs(a.y - b.y), (a.height + b.height) / 2)
    );
  }

  /** The price of a path by itself. */
  length(path: number[]): number {
    return path.slice(1).reduce((sum, point, i) => {
      const before = path[i] as number;
      const bend = i > 0 && before - (path[i - 1] as number) !== point - before;
      return sum + PRICE.step + (this.grid.price[point] as number) + (bend ? PRICE.bend : 0);
    }, 0);
  }

  /** Whether a straight line can join two actors. */
  faces(from: string, to: string): boolean {
    const [a, b] = [this.boxes.get(from)?.box as Box, this.boxes.get(to)?.box as Box];
    const room = (x: number, y: number, sizes: number) => sizes / 2 - Math.abs(x - y) >= 20;
    const level = room(a.y, b.y, a.height + b.height);
    if (!level && !room(a.x, b.x, a.width + b.width)) return false;
    const between: Box = {
      x: (a.x + b.x) / 2,
      y: (a.y + b.y) / 2,
      width: level ? Math.abs(a.x - b.x) : 20,
      height: level ? 20 : Math.abs(a.y - b.y),
    };
    return ![...this.boxes.values()].some(
      ({ box, panel }) => !panel && box !== a && box !== b && touches(box, between, 0),
    );
  }

  add(route: Route): void {
    this.mark(route, 1);
    if (route.label) this.labels.add(route.label);
  }

  remove(route: Route): void {
    this.mark(route, -1);
    if (route.label) this.labels.delete(route.label);
  }

  private mark({ own, label }: Pick<Route, 'own' | 'label'>, sign: 1 | -1): void {
    const { grid } = this;
    own.forEach((point, i) => {
      const [before, after] = [own[i - 1], own[i + 1]];
      for (const other of [before, after]) {
        if (other === undefined) continue;
        const axis = Math.abs(other - point) === 1 ? HORIZONTAL : VERTICAL;
        const use = grid.use[axis] as Uint8Array;
        const straight =
          before !== undefined && after !== undefined && Math.abs(before - point) === Math.abs(after - point);
        if (straight && other === after) continue;
        use[point] = Math.max(0, (use[point] as number) + sign);
      }
    });
    if (label)
      this.eachPoint(label.box, AIR, (point) => {
        if (sign === 1) grid.blocked[point] = (grid.blocked[point] as number) | 2;
        else if (this.solidAt(point)) grid.blocked[point] = 1;
        else grid.blocked[point] = 0;
      });
    // labels that lie close share points
    if (label && sign === -1)
      for (const other of this.labels)
        if (other !== label)
          this.eachPoint(
            other.box,
            AIR,
            (point) => (grid.blocked[point] = (grid.blocked[point] as number) | 2),
          );
  }

  private solidAt(point: number): boolean {
    return Boolean((this.grid.blocked[point] as number) & 1);
  }

  /** The places on the border of an actor where a tie may start. */
  private ports(id: string, need: number): Port[] {
    const { grid } = this;
    const { box, panel, side, lane } = this.boxes.get(id) as Place;
    const [x0, x1] = [(box.x - box.width / 2) / UNIT, (box.x + box.width / 2) / UNIT];
    const [y0, y1] = [(box.y - box.height / 2) / UNIT, (box.y + box.height / 2) / UNIT];
    const found: Port[] = [];
    const inset = panel ? 2 : 1;
    const steps = Math.max(1, Math.ceil(Math.max(need, lane) / UNIT));
    const offer = (x: number, y: number, dx: number, dy: number) => {
      const axis: Axis = dx === 0 ? VERTICAL : HORIZONTAL;
      if (!grid.has(x + dx * steps, y + dy * steps)) return;
      const point = grid.at(x, y);
      // ties that start side by side keep 20 px apart
      const beside = axis === HORIZONTAL ? grid.columns : 1;
      for (const taken of [point, point - beside, point + beside])
        if (grid.isUsed(taken) && this.startsAt(taken, axis)) return;
      let price = 0;
      for (let i = 1; i < steps; i++) price += grid.through(grid.at(x + dx * i, y + dy * i), axis);
      const first = grid.at(x + dx * steps, y + dy * steps);
      // the middle of a border is the best place
      const off = axis === HORIZONTAL ? Math.abs(y * UNIT - box.y) : Math.abs(x * UNIT - box.x);
      found.push({ point, first, axis, price: price + off * 0.12, turns: lane > 0 });
    };
    for (let x = Math.ceil(x0) + inset; !side && x <= Math.floor(x1) - inset; x++) {
      offer(x, y0, 0, -1);
      if (!panel) offer(x, y1, 0, 1);
    }
    const middle = Math.round((y0 + y1) / 2);
    for (let y = Math.ceil(y0) + inset; y <= Math.floor(y1) - inset; y++) {
      if (side && y !== middle) continue;
      if (side !== 'end') offer(x0, y, -1, 0);
      if (side !== 'start') offer(x1, y, 1, 0);
    }
    return found.filter(({ price }) => price < Infinity);
  }

  /** Whether a tie starts on a border there. */
  private startsAt(point: number, axis: Axis): boolean {
    return Boolean((this.grid.use[axis] as Uint8Array)[point]);
  }

  /** The cheapest path for a tie, with a place for its label. */
  find(errand: Errand, all: Errand[], routes: Map<string, Route>): Route {
    const { grid } = this;
    const ends = [errand.from, errand.to].map((id) => this.parties.get(id));
    grid.foreign = SIDES.filter((party) => !ends.includes(party)).reduce(
      (mask, party) => mask | zoneOf(party),
      0,
    );
    const mates = all
      .filter((other) => other.bundle === errand.bundle && other.id !== errand.id)
      .flatMap((other) => routes.get(other.id) ?? []);
    if (mates.length > 0) return this.join(errand, mates);
    const starts = this.ports(errand.from, errand.tail);
    const targets = this.ports(errand.to, errand.head);
    const [out, back] = [reach(grid, starts), reach(grid, targets)];
    if (errand.labels.length > 0) {
      const found = this.withLabel(errand, starts, targets, out, back);
      if (found) return found;
    }
    return this.bare(errand, starts, targets, out, back, errand.labels.length > 0 ? NO_ROOM : 0);
  }

  /** A path without a label: where the two searches meet at the lowest price. */
  private bare(
    { id }: Errand,
    starts: Port[],
    ends: Port[],
    out: Reach,
    back: Reach,
    penalty: number,
  ): Route {
    const { grid } = this;
    let best = -1;
    let price = Infinity;
    for (let state = 0; state < out.price.length; state++) {
      const total = (out.price[state] as number) + (back.price[state] as number);
      if (total < price) [best, price] = [state, total];
    }
    if (best < 0) throw new Error(`the tie "${id}" finds no way between its actors`);
    const a = pathTo(grid, out, starts, best);
    const b = pathTo(grid, back, ends, best);
    const points = [...a, ...b.reverse().slice(1)];
    return { points, own: points, price: price + penalty };
  }

  /** A path that joins what others of its bundle have laid, and then goes their way. */
  private join(errand: Errand, mates: Route[]): Route {
    const { grid } = this;
    // its own bundle is in nobody's way
    for (const { own } of mates) this.mark({ own }, -1);
    const starts = this.ports(errand.from, errand.tail);
    const { price, before } = reach(grid, starts);
    for (const { own } of mates) this.mark({ own }, 1);
    let best = -1;
    let lowest = Infinity;
    let rest: number[] = [];
    // all join the one that was laid first, not each other
    for (const { points } of mates.filter(({ own, points: all }) => own === all))
      // the last points are the head
      for (let i = 1; i < points.length - 3; i++)
        for (const axis of [HORIZONTAL, VERTICAL]) {
          const state = (points[i] as number) * 2 + axis;
          const total = (price[state] as number) + (points.length - i) * 2;
          if (total < lowest) [best, lowest, rest] = [state, total, points.slice(i + 1)];
        }
    if (best < 0) {
      const ends = this.ports(errand.to, errand.head);
      return this.bare(errand, starts, ends, { price, before }, reach(grid, ends), 0);
    }
    const own = pathTo(grid, { price, before }, starts, best);
    const taken = new Set(rest);
    const first = own.findIndex((point) => taken.has(point));
    const kept = first < 0 ? own : own.slice(0, first + 1);
    const from = first < 0 ? rest : rest.slice(rest.indexOf(own[first] as number) + 1);
    return { points: [...kept, ...from], own: kept, price: lowest };
  }

  private withLabel(
    errand: Errand,
    starts: Port[],
    ends: Port[],
    out: Reach,
    back: Reach,
  ): Route | undefined {
    const { grid } = this;
    let from = -Infinity;
    let best: Route | undefined;
    // the cheapest places are tried first, a slice of prices at a time
    for (let slice = 0; slice < SLICES && !best; slice++) {
      const options = this.places(errand, out, back, from);
      from = options.at(-1)?.price ?? Infinity;
      for (const { price, a, b, run, box, lines } of options) {
        if (best && price >= best.price) break;
        if (!this.isFree(box, run)) continue;
        const total = price + (this.edges.some((edge) => touches(box, edge, 0)) ? EXTRA.straddle : 0);
        if (best && total >= best.price) continue;
        const there = pathTo(grid, out, starts, a);
        const home = pathTo(grid, back, ends, b).reverse();
        const points = [...there, ...run, ...home];
        // the two halves must not meet, nor run through the label
        if (new Set(points).size < points.length) continue;
        const halves = [...there.slice(0, -1), ...home.slice(1)];
        if (halves.some((point) => contains(box, grid.xOf(point) * UNIT, grid.yOf(point) * UNIT, AIR)))
          continue;
        if (this.runsBeside(there, home)) continue;
        best = { points, own: points, label: { box, lines }, price: total };
      }
    }
    return best;
  }

  /** Where a label might stand on a straight run, by what the whole path would then cost: those above `from`. */
  private places(errand: Errand, out: Reach, back: Reach, from: number) {
    const { grid } = this;
    type Place = { price: number; a: number; b: number; at: number; half: number; axis: Axis; i: number };
    const each = (
      act: (price: number, a: number, b: number, at: number, half: number, axis: Axis, i: number) => void,
    ) =>
      errand.labels.forEach(({ lines, width, height }, i) => {
        for (const axis of [HORIZONTAL, VERTICAL] as const) {
          const half = Math.ceil((axis === HORIZONTAL ? width / 2 + 5 : height / 2 + 1) / UNIT);
          const [dx, dy] = axis === HORIZONTAL ? [half, 0] : [0, half];
          const side = Math.ceil((width / 2 + 4) / UNIT);
          const up = Math.ceil((height / 2 + 2) / UNIT);
          const extra =
            half * 2 * PRICE.step +
            (lines.length - 1) ** 2 * EXTRA.line +
            (axis === VERTICAL ? EXTRA.vertical : 0);
          for (let y = Math.max(dy, up); y < grid.rows - Math.max(dy, up - 1); y++)
            for (let x = Math.max(dx, side); x < grid.columns - Math.max(dx, side - 1); x++) {
              const at = grid.at(x, y);
              if (grid.blocked[at]) continue;
              const p = grid.at(x - dx, y - dy) * 2 + axis;
              const q = grid.at(x + dx, y + dy) * 2 + axis;
              const forth = (out.price[p] as number) + (back.price[q] as number);
              const hither = (out.price[q] as number) + (back.price[p] as number);
              const ends = Math.min(forth, hither);
              if (ends === Infinity) continue;
              const [a, b] = forth <= hither ? [p, q] : [q, p];
              // the label of a bundle stands near its head, that of a single tie in its middle
              const far = (back.price[b] as number) - (errand.shared ? 0 : (out.price[a] as number));
              const off = Math.abs(far) * EXTRA.offCentre;
              act(ends + extra + off, a, b, at, half, axis, i);
            }
        }
      });
    let lowest = Infinity;
    each((price) => {
      if (price > from && price < lowest) lowest = price;
    });
    const found: Place[] = [];
    each((price, a, b, at, half, axis, i) => {
      if (price > from && price <= lowest + SLICE) found.push({ price, a, b, at, half, axis, i });
    });
    return found
      .sort((a, b) => a.price - b.price || a.at - b.at || a.i - b.i)
      .map(({ price, a, b, at, half, axis, i }) => {
        const { lines, width, height } = errand.labels[i] as Errand['labels'][number];
        const step = (axis === HORIZONTAL ? 1 : grid.columns) * (a < b ? 1 : -1);
        const run = Array.from({ length: half * 2 - 1 }, (_, k) => at + (k - half + 1) * step);
        const box: Box = { x: grid.xOf(at) * UNIT, y: grid.yOf(at) * UNIT, width, height };
        return { price, a, b, run, box, lines };
      });
  }

  /** Whether the two halves of a path lie within 10 px of each other. */
  private runsBeside(there: number[], home: number[]): boolean {
    const near = new Set(home.slice(0, -1));
    return there
      .slice(0, -1)
      .some((point) => [1, -1, this.grid.columns, -this.grid.columns].some((step) => near.has(point + step)));
  }

  private isFree(box: Box, run: number[]): boolean {
    const { grid } = this;
    for (const point of run) if (grid.blocked[point] || grid.isUsed(point)) return false;
    if (this.solid.some((other) => touches(box, other, AIR))) return false;
    for (const { box: other } of this.labels) if (touches(box, other, 2)) return false;
    let free = true;
    this.eachPoint(box, AIR, (point) => {
      if (grid.isUsed(point)) free = false;
    });
    return free;
  }

  /** The ends and bends of a path, px. */
  corners(points: number[]): Point[] {
    const { grid } = this;
    const all = points.map((point) => ({ x: grid.xOf(point) * UNIT, y: grid.yOf(point) * UNIT }));
    return all.filter((_, i) => {
      const [before, after] = [all[i - 1], all[i + 1]];
      if (!before || !after) return true;
      return !(before.x === after.x || before.y === after.y);
    });
  }
}

/** How often paths cross: points that two of them run through, on different axes. */
function crossingsOf(paths: number[][]): number {
  const runs = new Map<number, number>();
  let count = 0;
  for (const path of paths)
    for (let i = 1; i < path.length - 1; i++) {
      const [before, point, after] = path.slice(i - 1, i + 2) as [number, number, number];
      if (point - before !== after - point) continue;
      const axis = Math.abs(point - before) === 1 ? 1 : 2;
      const seen = runs.get(point) ?? 0;
      if (seen && !(seen & axis)) count++;
      runs.set(point, seen | axis);
    }
  return count;
}

const isSide = (party: string) => (SIDES as readonly string[]).includes(party);
const zoneOf = (party: string) => 1 << (SIDES as readonly string[]).indexOf(party);

const touches = (a: Box, b: Box, air: number) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 + air &&
  Math.abs(a.y - b.y) < (a.height + b.height) / 2 + air;

const contains = (box: Box, x: number, y: number, air: number) =>
  Math.abs(x - box.x) <= box.width / 2 + air && Math.abs(y - box.y) <= box.height / 2 + air;
