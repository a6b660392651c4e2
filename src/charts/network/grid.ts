// The grid that ties run on: points 10 px apart, each with what lies on it. A path is found by Dijkstra's method over
// states (point, axis), so that a bend has a price; labels are found together with the path (route.ts).

export const HORIZONTAL = 0;
export const VERTICAL = 1;
export type Axis = typeof HORIZONTAL | typeof VERTICAL;

/** Prices: a step of 10 px costs 10. */
export const PRICE = {
  step: 10,
  bend: 55,
  cross: 700,
  /** A step beside another tie that runs the same way. */
  near: 14,
  /** A step beside a node, or along the edge of a panel. */
  beside: 9,
  edge: 8,
  /** A step through the panel of a side that the tie does not concern. */
  foreign: 130,
  /** A step through a panel above, whose own ties leave it. */
  inside: 8,
};

export class Grid {
  readonly size: number;
  readonly columns: number;
  readonly rows: number;
  /** Nodes, titles of panels and labels of others: no tie may pass. */
  readonly blocked: Uint8Array;
  /** Further price of a step through the point. */
  readonly price: Uint8Array;
  /** The panel a point lies in, as a bit; 0 outside all. */
  readonly zone: Uint8Array;
  /** The panels that the tie now drawn has no business in. */
  foreign = 0;
  /** How many ties run through a point, on each axis. A bend counts on both. */
  readonly use: [Uint8Array, Uint8Array];

  constructor(columns: number, rows: number) {
    this.columns = columns;
    this.rows = rows;
    this.size = columns * rows;
    this.blocked = new Uint8Array(this.size);
    this.price = new Uint8Array(this.size);
    this.zone = new Uint8Array(this.size);
    this.use = [new Uint8Array(this.size), new Uint8Array(this.size)];
  }

  at(x: number, y: number): number {
    return y * this.columns + x;
  }

  xOf(point: number): number {
    return point % this.columns;
  }

  yOf(point: number): number {
    return Math.floor(point / this.columns);
  }

  has(x: number, y: number): boolean {
    return x >= 0 && y >= 0 && x < this.columns && y < this.rows;
  }

  /** The price of running through a point on an axis; Infinity where another tie already does, or something stands. */
  through(point: number, axis: Axis): number {
    if (this.blocked[point] || (this.use[axis] as Uint8Array)[point]) return Infinity;
    const across = (this.use[1 - axis] as Uint8Array)[point] as number;
    let price = PRICE.step + (this.price[point] as number) + (across ? PRICE.cross : 0);
    if ((this.zone[point] as number) & this.foreign) price += PRICE.foreign;
    const side = axis === HORIZONTAL ? this.columns : 1;
    const same = this.use[axis] as Uint8Array;
    if ((same[point - side] ?? 0) > 0) price += PRICE.near;
    if ((same[point + side] ?? 0) > 0) price += PRICE.near;
    return price;
  }

  isUsed(point: number): boolean {
    return Boolean((this.use[0] as Uint8Array)[point] || (this.use[1] as Uint8Array)[point]);
  }
}

/** A place where a path may start: a point on a border, and the way out of it. */
export interface Port {
  point: number;
  /** The neighbour that the path goes to first. */
  first: number;
  axis: Axis;
  price: number;
  /** Whether the path turns at that neighbour. */
  turns?: boolean;
}

export interface Reach {
  /** Cheapest price of each state; a state is `point * 2 + axis`. */
  price: Float64Array;
  /** The state before; -1 at the start; -2 − i where port i begins. */
  before: Int32Array;
}

/** The cheapest way from any of some ports to every state. */
export function reach(grid: Grid, ports: Port[]): Reach {
  const price = new Float64Array(grid.size * 2).fill(Infinity);
  const before = new Int32Array(grid.size * 2).fill(-1);
  const heap = new Heap();
  ports.forEach((port, i) => {
    const through = grid.through(port.first, port.axis);
    if (through === Infinity) return;
    const state = port.first * 2 + (port.turns ? 1 - port.axis : port.axis);
    const cost = port.price + through + (port.turns ? PRICE.bend : 0);
    if (cost >= (price[state] as number)) return;
    price[state] = cost;
    before[state] = -2 - i;
    heap.push(cost, state);
  });
  const { columns } = grid;
  while (heap.size > 0) {
    const state = heap.pop();
    const cost = heap.cost;
    if (cost > (price[state] as number)) continue;
    const point = state >> 1;
    const axis = (state & 1) as Axis;
    const move = (next: number, add: number) => {
      if (add === Infinity) return;
      const total = cost + add;
      if (total >= (price[next] as number)) return;
      price[next] = total;
      before[next] = state;
      heap.push(total, next);
    };
    // a bend lies on no other tie
    if (!grid.isUsed(point)) move(point * 2 + (1 - axis), PRICE.bend);
    if (axis === HORIZONTAL) {
      const x = point % columns;
      if (x > 0) move((point - 1) * 2, grid.through(point - 1, axis));
      if (x < columns - 1) move((point + 1) * 2, grid.through(point + 1, axis));
    } else {
      if (point >= columns) move((point - columns) * 2 + 1, grid.through(point - columns, axis));
      if (point + columns < grid.size) move((point + columns) * 2 + 1, grid.through(point + columns, axis));
    }
  }
  return { price, before };
}

/** The points of a path, from its port to a state. */
export function pathTo(grid: Grid, { before }: Reach, ports: Port[], state: number): number[] {
  const points: number[] = [];
  let at = state;
  for (;;) {
    const point = at >> 1;
    if (points.at(-1) !== point) points.push(point);
    const previous = before[at] as number;
    if (previous <= -2) {
      const port = ports[-2 - previous] as Port;
      const step = (port.axis === HORIZONTAL ? 1 : grid.columns) * Math.sign(port.point - point);
      for (let next = point + step; next !== port.point; next += step) points.push(next);
      points.push(port.point);
      return points.reverse();
    }
    at = previous;
  }
}

/** A binary heap of states by price, then by number: the same order every time. */
class Heap {
  size = 0;
  cost = 0;
  private costs: number[] = [];
  private states: number[] = [];

  push(cost: number, state: number): void {
    const { costs, states } = this;
    let i = this.size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!isLess(cost, state, costs[parent] as number, states[parent] as number)) break;
      costs[i] = costs[parent] as number;
      states[i] = states[parent] as number;
      i = parent;
    }
    costs[i] = cost;
    states[i] = state;
  }

  pop(): number {
    const { costs, states } = this;
    const top = states[0] as number;
    this.cost = costs[0] as number;
    const size = --this.size;
    const [cost, state] = [costs[size] as number, states[size] as number];
    let i = 0;
    for (;;) {
      let child = i * 2 + 1;
      if (child >= size) break;
      if (
        child + 1 < size &&
        isLess(
          costs[child + 1] as number,
          states[child + 1] as number,
          costs[child] as number,
          states[child] as number,
        )
      )
        child++;
      if (!isLess(costs[child] as number, states[child] as number, cost, state)) break;
      costs[i] = costs[child] as number;
      states[i] = states[child] as number;
      i = child;
    }
    costs[i] = cost;
    states[i] = state;
    return top;
  }
}

const isLess = (cost: number, state: number, otherCost: number, otherState: number) =>
  cost < otherCost || (cost === otherCost && state < otherState);
