import type { Actor } from '../../ledger/actor.ts';
import type { Event } from '../../ledger/event.ts';
import { entry, sourcesOf } from '../../ledger/ledger.ts';
import { isKnownAt } from '../../ledger/moment.ts';
import { PARTIES, type Party } from '../../ledger/fields.ts';
import type { Place } from '../../ledger/place.ts';
import type { ChartData } from '../kind.ts';
import type { MapChart } from './schema.ts';

/** One thing a map tells of: what happened at a place, who was there, or both. */
export interface Item {
  /** The place's id, which mark and list entry share; for what has no place, the event's. */
  id: string;
  place?: Place;
  events: Event[];
  /**
   * What its label tells, in sets of which the last is shown: what happened there as far as the map itself goes, then
   * each thing that a state goes on with. There is no room for all; the list has it.
   */
  labels: Event[][];
  actors: Actor[];
  status: string;
  /** The party of the mark, when there is just one. */
  party?: Party;
  claims: string[];
  sources: string[];
  /** For what lies beyond the edge: the place that its distance is measured from. */
  from?: Place;
  /** The people belong there, and were elsewhere. */
  away?: boolean;
}

/** Everything a map tells of – at a moment, what was known by then – in the order of the list: on the map, beyond its edge, without a place. */
export function itemsOf({ chart: own, ledger, at: moment, whole }: ChartData<MapChart>): {
  here: Item[];
  beyond: Item[];
  unplaced: Item[];
} {
  // over time a map goes on with what its states mark
  const chart = whole ? overStates(own) : own;
  const later = chart.events
    .filter((id) => !own.events.includes(id))
    .map((id) => entry(ledger, 'events', id));
  const make = (
    id: string,
    events: Event[],
    actors: Actor[],
    place?: Place,
    from?: Place,
    away = false,
  ): Item => {
    const parties = [
      ...new Set([...events.flatMap(({ party }) => party ?? []), ...actors.map(({ party }) => party)]),
    ];
    const claims = [...new Set(events.flatMap((event) => event.claims))];
    const sources = [
      ...sourcesOf(ledger, claims),
      ...events.flatMap((event) => (event.claims.length > 0 ? [] : event.sources)),
      ...actors.flatMap(({ on15May }) => on15May?.sources ?? []),
    ];
    // at a moment a place stands as it was last heard of
    const status = events.at(moment ? -1 : 0)?.status ?? 'happened';
    const first = events.filter((each) => !later.includes(each));
    const next = events.filter((each) => later.includes(each)).map((each) => [each]);
    return {
      id,
      events,
      labels: first.length > 0 ? [first, ...next] : next,
      actors,
      status,
      claims,
      sources: [...new Set(sources)],
      ...(place ? { place } : {}),
      ...(from ? { from } : {}),
      ...(away ? { away } : {}),
      ...(parties.length === 1 ? { party: parties[0] as Party } : {}),
    };
  };
  const event = (id: string) => entry(ledger, 'events', id);
  const place = (id: string) => entry(ledger, 'places', id);
  const isKnown = (id: string) => !moment || isKnownAt(event(id).known, moment);
  /** That somebody was at a place is known with the chart, or from the first event of its day that shows it. */
  const isThere = (actor: string, at: string) =>
    !moment ||
    isKnownAt(chart.asOf, moment) ||
    Object.values(ledger.events).some(
      (each) =>
        each.actors.includes(actor) &&
        (each.place === at || (each.place && place(each.place).city === at)) &&
        each.status === 'happened' &&
        each.happened.from.slice(0, 10) === chart.asOf.to.slice(0, 10) &&
        each.happened.from <= chart.asOf.to &&
        isKnownAt(each.known, moment),
    );
  const actors = (ids: string[], at: string) =>
    ids.filter((id) => isThere(id, at)).map((id) => entry(ledger, 'actors', id));
  const told = (items: Item[]) => items.filter((item) => item.events.length + item.actors.length > 0);

  const at = new Map<string, { events: Event[]; actors: Actor[]; away: boolean }>();
  const add = (id: string, events: Event[], group: Actor[], away = false) => {
    const known = at.get(id) ?? { events: [], actors: [], away };
    at.set(id, { events: [...known.events, ...events], actors: [...known.actors, ...group], away });
  };
  /** A plan is told until something is known to have happened at its place. */
  const isOver = ({ place: where, status, happened }: Event) =>
    moment &&
    status === 'planned' &&
    chart.events
      .filter(isKnown)
      .map(event)
      .some(
        (other) =>
          other.place === where && other.status === 'happened' && other.happened.from >= happened.from,
      );
  for (const each of chart.events.filter(isKnown).map(event))
    if (!isOver(each)) add(each.place as string, [each], []);
  for (const { place: id, actors: group, away } of chart.people) add(id, [], actors(group, id), away);
  return {
    here: told(
      [...at].map(([id, { events, actors: group, away }]) =>
        make(id, events, group, place(id), undefined, away),
      ),
    ),
    beyond: told(
      chart.beyond.map((far) => {
        if (!('event' in far))
          return make(
            far.place,
            [],
            actors(far.actors, far.place),
            place(far.place),
            place(far.from),
            far.away,
          );
        // from far away a place in a city is its city
        const exact = event(far.event).place as string;
        const id = place(exact).city ?? exact;
        return make(id, isKnown(far.event) ? [event(far.event)] : [], [], place(id), place(far.from));
      }),
    ),
    unplaced: chart.unplaced.filter(isKnown).map((id) => {
      const where = event(id).place;
      return make(id, [event(id)], [], where ? place(where) : undefined);
    }),
  };
}

/**
 * A map with what its states mark as well: a map as it is stops at one moment, and its states go on from there. Points
 * that a state takes away to have room are left out.
 */
export function overStates(chart: MapChart): MapChart {
  type Marks = 'events' | 'unplaced' | 'points';
  const all: { [Field in Marks]?: MapChart[Field] | undefined }[] = [chart, ...Object.values(chart.states)];
  const union = (field: 'events' | 'unplaced') => [...new Set(all.flatMap((each) => each[field] ?? []))];
  const events = union('events');
  if (events.length === chart.events.length) return chart;
  const points = chart.points.filter((id) => all.every((each) => !each.points || each.points.includes(id)));
  return { ...chart, events, unplaced: union('unplaced'), points };
}

/** The people of a group by party: one line each, in the order of the parties' first names. */
export function byParty(actors: Actor[]): { party: Party; names: string[] }[] {
  const order = [...new Set(actors.map(({ party }) => party))].sort(
    (a, b) => actors.findIndex(({ party }) => party === a) - actors.findIndex(({ party }) => party === b),
  );
  return order
    .filter((party) => PARTIES.includes(party))
    .map((party) => ({
      party,
      names: actors.filter((actor) => actor.party === party).map(({ short, name }) => short ?? name),
    }));
}
