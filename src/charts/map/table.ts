import { entry, sourcesOf } from '../../ledger/ledger.ts';
import type { Row } from '../../scene/row.ts';
import { momentText } from '../../words/moment-text.ts';
import { fill } from '../../words/words.ts';
import type { ChartData } from '../kind.ts';
import { tensOfKilometres } from './projection.ts';
import type { MapChart } from './schema.ts';

/** The places of a map, in the order of `chart.yaml`, with the ids of their marks. */
export function table({ chart, ledger, words }: ChartData<MapChart>): Row[] {
  const listed = [...chart.events.map((event) => ({ event, from: undefined })), ...chart.beyond];
  return listed.map(({ event: id, from }) => {
    const event = entry(ledger, 'events', id);
    const where = entry(ledger, 'places', event.place as string);
    const here = from ? entry(ledger, 'places', from) : undefined;
    const at = where.at as [number, number];
    const km = here?.at ? tensOfKilometres(here.at, at) : 0;
    const positions = here
      ? [fill(words.map.straight, { n: km, place: here.name })]
      : where.precision === 'approximate'
        ? [words.map.approximate]
        : [];
    return {
      id: event.place as string,
      name: where.name,
      ...(event.party ? { party: event.party } : {}),
      status: event.status,
      sentence: event.sentence,
      happened: momentText(event.happened, words),
      known: momentText(event.known, words),
      position: at,
      ...(positions[0] ? { positionNote: positions[0] } : {}),
      claims: event.claims,
      sources: sourcesOf(ledger, event.claims),
    };
  });
}

/** One sentence a place: name, status, what happened. */
export function sentences(data: ChartData<MapChart>): string[] {
  const { words } = data;
  return table(data).map(({ name, sentence, status }) =>
    fill(words.map.sentence, { name, sentence, status: words.status[status as keyof typeof words.status] }),
  );
}
