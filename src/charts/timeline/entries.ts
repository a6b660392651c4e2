import type { Event } from '../../ledger/event.ts';
import { entry, sourcesOf } from '../../ledger/ledger.ts';
import { isKnownAt, type Moment } from '../../ledger/moment.ts';
import { dayMonth, hourText, dayHeading } from '../../words/moment-text.ts';
import type { PictureWords } from '../../words/words.ts';
import type { ChartData } from '../kind.ts';
import type { TimelineChart } from './schema.ts';

type Data = ChartData<TimelineChart>;

/** One line of a timeline. */
export interface Entry {
  id: string;
  event: Event;
  title: string;
  /** Its clock or day, and what stands small below it: `14:00`, `about`. */
  hour: string;
  hourNote?: string;
  /** How exactly the time is known: a point, a span with known ends, or somewhere within hours or days. */
  extent: 'point' | 'span' | 'within';
  /** The other clock: when a reader could first know it. */
  known: string;
  /** Both clocks say the same. */
  knownSame: boolean;
  where?: string;
  status: Event['status'];
  /** It is the hour that is set large. */
  large: boolean;
  /** At the moment that is drawn nobody could know it. */
  hidden: boolean;
  sources: string[];
}

/** Entries under one heading; or, without one, those that follow on the same day after the story stops. */
export interface Section {
  heading?: string;
  /** It stands below the line at which the story stops. */
  later: boolean;
  entries: Entry[];
}

/** The timeline by days or years: first all that was known when the story stops, then what came later. */
export function sectionsOf(data: Data): Section[] {
  const { chart, ledger, words } = data;
  const all = chart.events.map((id) => ({ id, event: entry(ledger, 'events', id) }));
  const isLater = ({ event }: (typeof all)[number]) =>
    chart.stops !== undefined && !isKnownAt(event.known, chart.stops);
  const sections: (Section & { key: string })[] = [];
  for (const later of [false, true])
    for (const each of all.filter((one) => isLater(one) === later)) {
      const key = each.event.happened.from.slice(0, chart.headings === 'day' ? 10 : 4);
      const last = sections.at(-1);
      const made = makeEntry(data, each.id, each.event, later);
      if (last?.key === key && last.later === later) last.entries.push(made);
      else {
        const heading = last?.key === key ? {} : { heading: headingOf(each.event.happened, chart, words) };
        sections.push({ key, later, entries: [made], ...heading });
      }
    }
  return sections;
}

export const entriesOf = (data: Data): Entry[] => sectionsOf(data).flatMap(({ entries }) => entries);

const headingOf = (happened: Moment, { headings }: TimelineChart, words: PictureWords) =>
  headings === 'day' ? dayHeading(happened, words) : happened.from.slice(0, 4);

function makeEntry({ chart, ledger, words, at }: Data, id: string, event: Event, later: boolean): Entry {
  const { happened, known, status, claims, sources } = event;
  const place = event.place ? entry(ledger, 'places', event.place) : undefined;
  const city = place?.city ? entry(ledger, 'places', place.city).name : undefined;
  const where = city && !place?.name.includes(city) ? `${place?.name}, ${city}` : (place?.name ?? '');
  const byDay = chart.headings === 'day';
  return {
    id,
    event,
    title: (event.title ?? event.label).replace(/^./, (letter) => letter.toUpperCase()),
    ...(byDay ? hourOf(happened, words) : { hour: dayMonth(happened, words) }),
    extent: extentOf(happened, byDay),
    known: knownText(happened, known, byDay, words),
    knownSame:
      happened.text === known.text || (!byDay && happened.from.slice(0, 10) === known.from.slice(0, 10)),
    ...(where ? { where } : {}),
    status: later && status === 'happened' ? 'later' : status,
    large: chart.large === id,
    hidden: at !== undefined && !isKnownAt(known, at),
    sources: [...new Set([...sourcesOf(ledger, claims), ...sources])],
  };
}

function hourOf(happened: Moment, words: PictureWords): { hour: string; hourNote?: string } {
  const { precision, from, to } = happened;
  const clock = from.slice(11);
  if (precision === 'minute') return { hour: clock };
  if (precision === 'about') return { hour: clock, hourNote: words.moment.about };
  if (precision === 'span') return { hour: clock, hourNote: `–${to.slice(11)}` };
  return { hour: hourText(happened, words) || words.timeline.noHour };
}

function extentOf({ precision }: Moment, byDay: boolean): Entry['extent'] {
  if (precision === (byDay ? 'span' : 'days')) return 'span';
  if (byDay) return precision === 'minute' || precision === 'about' ? 'point' : 'within';
  return precision === 'month' || precision === 'year' ? 'within' : 'point';
}

/** The second clock, no longer than it has to be: a day stands only where it is another. */
function knownText(happened: Moment, known: Moment, byDay: boolean, words: PictureWords): string {
  const hour = byDay ? hourText(known, words) : '';
  const sameDay =
    happened.from.slice(0, 10) === known.from.slice(0, 10) &&
    happened.to.slice(0, 10) === known.to.slice(0, 10);
  const exact = ['minute', 'about', 'span'].includes(happened.precision);
  if (happened.text === known.text && exact) return words.timeline.sameTime;
  if (sameDay && !['month', 'year', 'days'].includes(known.precision)) return hour || words.timeline.sameDay;
  if (happened.text === known.text) return words.timeline.sameSpan;
  const day = dayMonth(known, words);
  return hour ? `${day}, ${hour}` : day;
}
