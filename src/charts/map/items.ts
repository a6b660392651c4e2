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
export function itemsOf({ chart, ledger, at: moment }: ChartData<MapChart>): {
  here: Item[];
  beyond: Item[];
  unplaced: Item[];
} {
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
    const status = events[0]?.status ?? 'happened';
    return {
      id,
      events,
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
  /** That somebody was at a place is known with the chart, or from the first event that shows it. */
  const isThere = (actor: string, at: string) =>
    !moment ||
    isKnownAt(chart.asOf, moment) ||
    Object.values(ledger.events).some(
      (each) =>
        each.actors.includes(actor) &&
        (each.place === at || (each.place && place(each.place).city === at)) &&
        each.status === 'happened' &&
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
  for (const id of chart.events.filter(isKnown)) add(event(id).place as string, [event(id)], []);
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
