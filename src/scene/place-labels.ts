import { contains, lineBox, overlaps, type Box } from './box.ts';
import type { Course, Glyph } from './course.ts';
import type { Point } from './scene.ts';
import {
  areaCandidates,
  courseCandidates,
  fixedCandidate,
  pointCandidates,
  type Candidate,
} from './label-candidates.ts';

// The method: each label has a list of candidate positions with costs (label-candidates.ts), in the order cartographers
// prefer; the cheapest choice in which nothing overlaps is found by branch and bound, as in Christensen, Marks and
// Shieber 1995, «An empirical study of algorithms for point-feature label placement». Names of areas and along lines
// take part in the same search, as in Edmondson, Christensen, Marks and Shieber 1996, «A general cartographic labeling
// algorithm». On small maps that is exact; on crowded ones the search stops after a number of steps, and its best
// choice is then improved by moving one label at a time, with those in its way, as long as that lowers the cost.

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
  /** An area's label may move within the area and has no leader. */
  area?: boolean;
  /** It is about a point, but stands away from it, on a leader. */
  away?: boolean;
  /** It runs along a line. */
  course?: { line: Course; glyphs: (middle: number) => Glyph[]; size: number };
  /** Where its middle is to stand, px from the anchor: the last resort of an editor. */
  nudge?: Point;
  /** It may be left out; so high a cost of all others is better than that. */
  worth?: number;
  /** How far an area's label may move, px. */
  reach?: number;
  /** What it should lie on, where that matters: a name of a water on water. */
  on?: 'land' | 'water';
}

export interface PlacedLabel {
  id: string;
  box: Box;
  align: 'start' | 'middle' | 'end';
  /** From the text to the mark, where the label stands away from it. */
  leader?: { from: Point; to: Point };
  /** The letters of a label along a line. */
  glyphs?: Glyph[];
}

export interface Surroundings {
  /** What the labels may not leave. */
  frame: Box;
  /** What they may not touch. */
  obstacles: Box[];
  /** Further cost of a position, such as lying across a shore; 0 or more. */
  cost?: (box: Box, request: LabelRequest) => number;
}

/** Distance of texts from each other, px. */
const GAP = 5;
const STEPS = 6_000;
/** Positions of a label that are tried: the cheapest of those that are free. */
const MOST = 72;

/**
 * Places labels so that none overlaps another, an obstacle or the edge, at the lowest cost. The same input always
 * gives the same output. Labels that have a worth are left out when they find no place; for any other this throws.
 */
export function placeLabels(requests: LabelRequest[], surroundings: Surroundings): PlacedLabel[] {
  const options = requests.map((request): Option => {
    const candidates = candidatesOf(request)
      .filter((candidate) => isFree(candidate, surroundings))
      .map((candidate) => ({
        ...candidate,
        cost: candidate.cost + (candidate.glyphs ? 0 : (surroundings.cost?.(candidate.box, request) ?? 0)),
      }))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, MOST);
    return { request, candidates, worth: request.worth ?? Infinity };
  });
  const without = options.find(({ candidates, worth }) => candidates.length === 0 && worth === Infinity);
  if (without) throw new Error(noRoom([without.request.id]));
  // those with the fewest choices first: dead ends show early
  options.sort(
    (a, b) =>
      Number(a.worth < Infinity) - Number(b.worth < Infinity) || a.candidates.length - b.candidates.length,
  );
  const isApart = compared(options);
  const best = cheapest(options, isApart);
  if (!best) throw new Error(noRoom(requests.filter(({ worth }) => worth === undefined).map(({ id }) => id)));
  return improved(best, options, isApart).map(({ cost: _, boxes: __, ...label }) => label);
}

const noRoom = (ids: string[]) =>
  ids.length === 1
    ? `There is no room for the label ${ids[0]}`
    : `There is no room for all of the labels ${ids.join(', ')}`;

interface Option {
  request: LabelRequest;
  candidates: Candidate[];
  worth: number;
}

type IsApart = (a: Candidate, b: Candidate) => boolean;

function candidatesOf(request: LabelRequest): Candidate[] {
  if (request.nudge) return [fixedCandidate(request, request.nudge)];
  if (request.course) return courseCandidates(request, request.course);
  return request.area ? areaCandidates(request) : pointCandidates(request);
}

/**
 * Moves one label at a time to a better position, and those in its way to the best that is then left to them, as long
 * as that lowers the cost of all. The search may have stopped before it was through.
 */
function improved(start: Candidate[], options: Option[], isApart: IsApart): Candidate[] {
  const worths = new Map(options.map(({ request, worth }) => [request.id, worth]));
  const all = options.reduce((sum, { worth }) => sum + (worth === Infinity ? 0 : worth), 0);
  const cost = (labels: Candidate[]) =>
    labels.reduce((sum, label) => {
      const worth = worths.get(label.id) as number;
      return sum + label.cost - (worth === Infinity ? 0 : worth);
    }, all);
  let best = start;
  let bestCost = cost(best);
  for (let better = true; better;) {
    better = false;
    for (const { candidates } of options)
      for (const candidate of candidates) {
        const others = best.filter(({ id }) => id !== candidate.id);
        const kept = others.filter((other) => isApart(candidate, other));
        let next: Candidate[] | undefined = [...kept, candidate];
        for (const { id } of others.filter((other) => !kept.includes(other))) {
          const option = options.find(({ request }) => request.id === id) as Option;
          const free = option.candidates.find((other) =>
            (next as Candidate[]).every((label) => isApart(other, label)),
          );
          if (free) next = [...(next as Candidate[]), free];
          else if (option.worth === Infinity) {
            next = undefined;
            break;
          }
        }
        const nextCost = next ? cost(next) : Infinity;
        if (next && nextCost < bestCost - 0.001) {
          best = next;
          bestCost = nextCost;
          better = true;
        }
      }
  }
  return best;
}

function cheapest(options: Option[], isApart: IsApart): Candidate[] | undefined {
  let best: Candidate[] | undefined;
  let bestCost = Infinity;
  let steps = 0;
  const bounds = [0];
  for (const { candidates, worth } of [...options].reverse())
    bounds.unshift((bounds[0] as number) + Math.min(candidates[0]?.cost ?? Infinity, worth));
  const search = (index: number, chosen: Candidate[], cost: number): void => {
    if (++steps > STEPS && best) return;
    if (cost + (bounds[index] as number) >= bestCost) return;
    const option = options[index];
    if (!option) {
      best = chosen;
      bestCost = cost;
      return;
    }
    const rest = bounds[index + 1] as number;
    for (const candidate of option.candidates) {
      // they are sorted: none that follows can be better
      if (cost + candidate.cost + rest >= bestCost) break;
      if (chosen.every((other) => isApart(candidate, other)))
        search(index + 1, [...chosen, candidate], cost + candidate.cost);
    }
    if (option.worth < Infinity) search(index + 1, chosen, cost + option.worth);
  };
  search(0, [], 0);
  return best;
}

const padded = (box: Box): Box => ({ ...box, width: box.width + GAP, height: box.height + 2 });

/** Tells whether two positions are apart, and compares each pair only once: there are millions of questions. */
function compared(options: Option[]): IsApart {
  const all = options.flatMap(({ candidates }) => candidates);
  const places = new Map(all.map((candidate, i) => [candidate, i]));
  const rooms = all.map((candidate) => ({
    boxes: candidate.boxes,
    padded: candidate.boxes.map(padded),
    leader: leaderBox(candidate),
  }));
  // of each pair: 0 not compared yet, 1 apart, 2 not
  const known = new Uint8Array(all.length ** 2);
  return (a, b) => {
    const [i, j] = [places.get(a) as number, places.get(b) as number];
    const pair = i * all.length + j;
    if (known[pair] === 0) {
      const apart = areApart(rooms[i] as Room, rooms[j] as Room);
      known[pair] = known[j * all.length + i] = apart ? 1 : 2;
    }
    return known[pair] === 1;
  };
}

/** What a position takes, and what no other text may come into. */
interface Room {
  boxes: Box[];
  padded: Box[];
  leader: Box | undefined;
}

function areApart(a: Room, b: Room): boolean {
  if (a.padded.some((box) => b.boxes.some((other) => overlaps(box, other)))) return false;
  if (a.leader && b.boxes.some((box) => overlaps(a.leader as Box, box))) return false;
  if (b.leader && a.boxes.some((box) => overlaps(b.leader as Box, box))) return false;
  return !(a.leader && b.leader && overlaps(a.leader, b.leader));
}

function isFree(candidate: Candidate, { frame, obstacles }: Surroundings): boolean {
  const leader = leaderBox(candidate);
  return (
    candidate.boxes.every(
      (box) => contains(frame, box) && obstacles.every((obstacle) => !overlaps(padded(box), obstacle)),
    ) &&
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
