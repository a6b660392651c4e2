import type { Row } from '../../scene/row.ts';
import { timesOf } from '../../words/moment-text.ts';
import { fill, listText } from '../../words/words.ts';
import type { ChartData } from '../kind.ts';
import { itemsOf, type Item } from './items.ts';
import { kilometres } from './projection.ts';
import type { MapChart } from './schema.ts';

/** The places of a map, in the order of `chart.yaml`, with the ids of their marks; last, what has no place. */
export function table(data: ChartData<MapChart>): Row[] {
  const { here, beyond, unplaced } = itemsOf(data);
  return [...here, ...beyond, ...unplaced].map((item) => row(item, data));
}

function row(item: Item, { words, chart }: ChartData<MapChart>): Row {
  const { id, place, from, events, actors, status, party, claims, sources, away } = item;
  const at = place?.at as [number, number] | undefined;
  const there = listText(
    actors.map(({ name, office }) => `${name} (${office})`),
    words,
  );
  const sentences = [
    ...events.map(({ sentence }) => sentence),
    ...(actors.length > 0 ? [`${away ? fill(words.map.away, { names: there }) : there}.`] : []),
  ];
  const note = !place
    ? words.map.noPlace
    : !at
      ? words.map.noPosition
      : from?.at && at
        ? fill(words.map.straight, { n: kilometres(from.at, at), place: from.name })
        : place.precision === 'approximate'
          ? words.map.approximate
          : undefined;
  const times = (which: 'happened' | 'known') =>
    events.length > 0 ? events.map((event) => event[which]) : [chart.asOf];
  return {
    id,
    name: place?.name ?? (events[0]?.label ?? id).replace(/^./, (letter) => letter.toUpperCase()),
    ...(party ? { party } : {}),
    status,
    sentence: sentences.join(' '),
    ...timesOf(times('happened'), times('known'), words),
    ...(at ? { position: at } : {}),
    ...(note ? { note } : {}),
    claims,
    sources,
  };
}

/** One sentence a place: name, status, what happened. */
export function sentences(data: ChartData<MapChart>): string[] {
  const { words } = data;
  return table(data).map(({ name, sentence, status }) =>
    fill(words.map.sentence, { name, sentence, status: words.status[status as keyof typeof words.status] }),
  );
}
