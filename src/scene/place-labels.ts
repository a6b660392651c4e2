import { contains, lineBox, overlaps, type Box } from './box.ts';
import type { Point } from './scene.ts';

// The method: each label has a list of candidate positions with costs, in the order cartographers prefer (Imhof 1975,
// «Positioning names on maps»); the cheapest choice in which nothing overlaps is found by branch and bound, as in
// Christensen, Marks and Shieber 1995, «An empirical study of algorithms for point-feature label placement». On small
// maps that is exact; on crowded ones the search stops after a number of steps, and its best choice is then improved
// by moving one label at a time, with those in its way, as long as that lowers the cost.

/** A label to be placed. */
export interface LabelRequest {
  id: string;
  /** What it names: the middle of a mark, or of an area. */
  anchor: Point;
  /** Radius around the anchor that belongs to the mark; 0 for an area. */
  clearance: number;
  width: number;
  height: number;
  /** Height of the first line, which stands level with the mark. */
  firstLine: number;
  /** An area's label may move within the area, has no leader, and may be left out. */
  area?: boolean;
  /** It is about a point, but stands away from it, on a leader. */
  away?: boolean;
}

export interface PlacedLabel {
  id: string;
  box: Box;
  align: 'start' | 'middle' | 'end';
  /** From the text to the mark, where the label stands away from it. */
  leader?: { from: Point; to: Point };
}

export interface Surroundings {
  /** What the labels may not leave. */
  frame: Box;
  /** What they may not touch. */
  obstacles: Box[];
  /** Further cost of a position, such as lying across a shore; 0 or more. */
  cost?: (box: Box) => number;
}

interface Candidate extends PlacedLabel {
  cost: number;
}

/** Distance of text from its mark, and of texts from each other, px. */
const GAP = 5;
/** Distance of a leader from text and from mark, px. */
const LEADER_GAP = { text: 4, mark: 3 };
const LEADER_DISTANCES = [24, 38, 54, 72, 94, 120, 150];
const LEFT_OUT = 150;
const STEPS = 40_000;

/**
 * Places labels so that none overlaps another, an obstacle or the edge, at the lowest cost. The same input always
 * gives the same output. Labels of areas that find no place are left out; for any other this throws.
 */
export function placeLabels(requests: LabelRequest[], surroundings: Surroundings): PlacedLabel[] {
  const options = requests.map((request) => {
    const candidates = candidatesOf(request)
      .filter((candidate) => isFree(candidate, surroundings))
      .map((candidate) => ({
        ...candidate,
        cost: candidate.cost + (surroundings.cost?.(candidate.box) ?? 0),
      }))
      .sort((a, b) => a.cost - b.cost);
    return { request, candidates };
  });
  // those with the fewest choices first: dead ends show early
  options.sort(
    (a, b) =>
      Number(a.request.area ?? false) - Number(b.request.area ?? false) ||
      a.candidates.length - b.candidates.length,
  );
  const best = cheapest(options);
  if (!best) {
    const ids = requests.filter(({ area }) => !area).map(({ id }) => id);
    throw new Error(`There is no room for all of the labels ${ids.join(', ')}`);
  }
  return improved(best, options).map(({ cost: _, ...label }) => label);
}

/**
 * Moves one label at a time to a better position, and those in its way to the best that is then left to them, as long
 * as that lowers the cost of all. The search may have stopped before it was through.
 */
function improved(start: Candidate[], options: Option[]): Candidate[] {
  const cost = (labels: Candidate[]) =>
    labels.reduce((sum, label) => sum + label.cost, (options.length - labels.length) * LEFT_OUT);
  let best = start;
  for (let better = true; better;) {
    better = false;
    for (const { candidates } of options)
      for (const candidate of candidates) {
        const others = best.filter(({ id }) => id !== candidate.id);
        const kept = others.filter((other) => areApart(candidate, other));
        let next: Candidate[] | undefined = [...kept, candidate];
        for (const { id } of others.filter((other) => !kept.includes(other))) {
          const option = options.find(({ request }) => request.id === id) as Option;
          const free = option.candidates.find((other) =>
            (next as Candidate[]).every((label) => areApart(other, label)),
          );
          if (free) next = [...(next as Candidate[]), free];
          else if (!option.request.area) {
            next = undefined;
            break;
          }
        }
        if (next && cost(next) < cost(best) - 0.001) {
          best = next;
          better = true;
        }
      }
  }
  return best;
}

interface Option {
  request: LabelRequest;
  candidates: Candidate[];
}

function cheapest(options: Option[]): Candidate[] | undefined {
  let best: Candidate[] | undefined;
  let bestCost = Infinity;
  let steps = 0;
  const lowest = (from: number) =>
    options
      .slice(from)
      .reduce(
        (sum, { request, candidates }) =>
          sum + Math.min(candidates[0]?.cost ?? Infinity, request.area ? LEFT_OUT : Infinity),
        0,
      );
  const bounds = options.map((_, i) => lowest(i)).concat(0);
  const search = (index: number, chosen: Candidate[], cost: number): void => {
    if (++steps > STEPS && best) return;
    if (cost + (bounds[index] as number) >= bestCost) return;
    const option = options[index];
    if (!option) {
      best = chosen;
      bestCost = cost;
      return;
    }
    for (const candidate of option.candidates)
      if (chosen.every((other) => areApart(candidate, other)))
        search(index + 1, [...chosen, candidate], cost + candidate.cost);
    if (option.request.area) search(index + 1, chosen, cost + LEFT_OUT);
  };
  search(0, [], 0);
  return best;
}

const padded = (box: Box): Box => ({ ...box, width: box.width + GAP, height: box.height + 2 });

function areApart(a: Candidate, b: Candidate): boolean {
  if (overlaps(padded(a.box), b.box)) return false;
  const [leaderA, leaderB] = [leaderBox(a), leaderBox(b)];
  if (leaderA && overlaps(leaderA, b.box)) return false;
  if (leaderB && overlaps(leaderB, a.box)) return false;
  return !(leaderA && leaderB && overlaps(leaderA, leaderB));
}

function isFree(candidate: Candidate, { frame, obstacles }: Surroundings): boolean {
  const leader = leaderBox(candidate);
  return (
    contains(frame, candidate.box) &&
    obstacles.every((obstacle) => !overlaps(padded(candidate.box), obstacle)) &&
    (!leader ||
      obstacles
        .filter((obstacle) => !holds(obstacle, candidate.leader?.to))
        .every((o) => !overlaps(leader, o)))
  );
}

/** A leader ends at the edge of its own mark, whose box it may touch. */
const holds = (box: Box, point: Point | undefined) =>
  point !== undefined &&
  contains({ ...box, width: box.width + 10, height: box.height + 10 }, { ...point, width: 0, height: 0 });

const leaderBox = ({ leader }: PlacedLabel) => leader && lineBox(leader.from, leader.to);

function candidatesOf(request: LabelRequest): Candidate[] {
  return request.area ? areaCandidates(request) : pointCandidates(request);
}

function areaCandidates({ id, anchor, width, height }: LabelRequest): Candidate[] {
  const steps = [0, -14, 14, -28, 28];
  return steps.flatMap((dy) =>
    steps.map((dx) => ({
      id,
      box: { x: anchor.x + dx, y: anchor.y + dy, width, height },
      align: 'middle' as const,
      cost: Math.hypot(dx, dy),
    })),
  );
}

function pointCandidates(request: LabelRequest): Candidate[] {
  const { id, anchor, clearance, width, height, firstLine } = request;
  const away = clearance + GAP;
  const level = anchor.y - firstLine / 2 + height / 2;
  const at = (x: number, y: number, align: PlacedLabel['align'], cost: number): Candidate => ({
    id,
    box: { x, y, width, height },
    align,
    cost,
  });
  const right = anchor.x + away + width / 2;
  const left = anchor.x - away - width / 2;
  const above = anchor.y - away - height / 2;
  const below = anchor.y + away + height / 2;
  const near = [
    at(right, level, 'start', 0),
    at(left, level, 'end', 6),
    at(anchor.x, above, 'middle', 12),
    at(anchor.x, below, 'middle', 16),
    at(anchor.x - clearance + width / 2, above, 'start', 14),
    at(anchor.x + clearance - width / 2, above, 'end', 18),
    at(anchor.x - clearance + width / 2, below, 'start', 18),
    at(anchor.x + clearance - width / 2, below, 'end', 20),
  ];
  const far = LEADER_DISTANCES.flatMap((distance) =>
    Array.from({ length: 16 }, (_, i) => withLeader(request, (i * 360) / 16, clearance + distance)),
  );
  return request.away ? far : [...near, ...far];
}

/** A label away from its mark, in a direction (degrees, clockwise from the right), with a leader between them. */
function withLeader(
  { id, anchor, clearance, width, height }: LabelRequest,
  direction: number,
  distance: number,
): Candidate {
  const angle = (direction * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const from = { x: anchor.x + cos * distance, y: anchor.y + sin * distance };
  const to = {
    x: anchor.x + cos * (clearance + LEADER_GAP.mark),
    y: anchor.y + sin * (clearance + LEADER_GAP.mark),
  };
  const side = cos > 0.4 ? 'start' : cos < -0.4 ? 'end' : 'middle';
  const flat = Math.abs(sin) < 0.4;
  const x =
    from.x +
    (side === 'start' ? width / 2 : side === 'end' ? -width / 2 : 0) +
    (flat ? cos * LEADER_GAP.text : 0);
  const y = from.y + (flat ? 0 : Math.sign(sin) * (height / 2 + LEADER_GAP.text));
  return {
    id,
    box: { x, y, width, height },
    align: side,
    leader: { from, to },
    cost: 40 + distance * 0.5 + (sin > 0 ? 4 : 0),
  };
}
