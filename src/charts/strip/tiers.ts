import type { Column } from '../../scene/set-text.ts';

/** A name to be set above a rail, px. */
export interface Name {
  /** Where it belongs on the rail. From a higher tier a stem leads down to there. */
  at: number;
  width: number;
}

/** Where a name is set: its tier, 0 just above the rail, and its start, px. */
export interface Seat {
  tier: number;
  from: number;
}

/** Some names, from the left, set in one way, with all that the next name has to know of them. */
interface Placement {
  seats: Seat[];
  cost: number;
  /** How far the names of each tier reach, and how far the stems that lead through it, px. */
  ends: number[];
  stems: number[];
}

const TIERS = [0, 1, 2];
/** Room between two names, between a name and a stem, and of a name on either side of its own place, px. */
const GAP = { name: 10, stem: 4, own: 6 };
/** What a tier costs, in px that a name is moved from the middle. */
const CLIMB = 30;

/**
 * Sets names in tiers above a rail, low and about the middle of their places, so that no two overlap and no stem leads
 * through a name. By dynamic programming from left to right: of two placements of the same names the one that costs more
 * and leaves no more room is dropped.
 *
 * @returns a seat for each name, in their order, or the index of the first that finds no room
 */
export function seatNames(names: Name[], column: Column): Seat[] | number {
  const order = names.map((name, index) => ({ ...name, index })).sort((a, b) => a.at - b.at);
  const none = TIERS.map(() => -Infinity);
  let placements: Placement[] = [{ seats: [], cost: 0, ends: none, stems: none }];
  for (const [i, name] of order.entries()) {
    const later = order.slice(i + 1);
    const next = placements.flatMap((placement) =>
      seatsOf(placement, name, later, column)
        .filter(({ seat }) => hasRoom(placement, name, seat))
        .map(({ seat, cost }) => placed(placement, name, seat, cost)),
    );
    if (next.length === 0) return name.index;
    placements = best(next);
  }
  const seats: Seat[] = [];
  order.forEach(({ index }, i) => (seats[index] = placements[0]?.seats[i] as Seat));
  return seats;
}

/**
 * The seats that may be best for a name, and what each costs: about the middle of its place, close to what stands before
 * it, or clear of what comes after it.
 */
function seatsOf(
  { ends, stems }: Placement,
  { at, width }: Name,
  later: Name[],
  { x, width: room }: Column,
): { seat: Seat; cost: number }[] {
  const clamp = (from: number) => Math.min(Math.max(from, x), x + room - width);
  const middle = clamp(at - width / 2);
  const clear = later.flatMap((next) => [next.at - GAP.stem, next.at - next.width / 2 - GAP.name]);
  return TIERS.flatMap((tier) => {
    const close = [(ends[tier] as number) + GAP.name, (stems[tier] as number) + GAP.stem];
    const others = [...close, ...clear.map((end) => end - width)].filter(
      (from) => from >= at + GAP.own - width && from <= at - GAP.own,
    );
    return [middle, ...others.map(clamp)].map((from) => ({
      seat: { tier, from },
      cost: tier * CLIMB + Math.abs(from - middle),
    }));
  });
}

function hasRoom({ ends, stems }: Placement, { at }: Name, { tier, from }: Seat): boolean {
  return (
    from >= (ends[tier] as number) + GAP.name &&
    from >= (stems[tier] as number) + GAP.stem &&
    ends.every((end, lower) => lower >= tier || at >= end + GAP.stem)
  );
}

function placed({ seats, cost, ends, stems }: Placement, name: Name, seat: Seat, more: number): Placement {
  return {
    seats: [...seats, seat],
    cost: cost + more,
    ends: ends.map((end, tier) => (tier === seat.tier ? seat.from + name.width : end)),
    stems: stems.map((stem, tier) => (tier < seat.tier ? name.at : stem)),
  };
}

/** Those that no other beats in cost and in every room, cheapest first. */
function best(placements: Placement[]): Placement[] {
  const kept: Placement[] = [];
  for (const each of placements.sort((a, b) => a.cost - b.cost)) {
    const beats = ({ ends, stems }: Placement) =>
      TIERS.every((tier) => atMost(ends, each.ends, tier) && atMost(stems, each.stems, tier));
    if (!kept.some(beats)) kept.push(each);
  }
  return kept;
}

const atMost = (some: number[], others: number[], tier: number) =>
  (some[tier] as number) <= (others[tier] as number);
