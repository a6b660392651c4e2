import { parseMoment, type Moment } from '../ledger/moment.ts';
import { fill, type PictureWords } from './words.ts';

/** A moment as readers read it: `15 May 2025, about 14:00`. */
export function momentText(moment: Moment, words: PictureWords): string {
  const { precision, from, to, part } = moment;
  const [year, month, day] = from.slice(0, 10).split('-').map(Number) as [number, number, number];
  const monthName = words.moment.months[month - 1] as string;
  if (precision === 'throughout') return words.moment.throughout;
  if (precision === 'days') {
    const [first, last] = moment.text.split(' to ').map((part) => parseMoment(part)) as [Moment, Moment];
    return daysText(first, last, words);
  }
  if (precision === 'year') return String(year);
  if (precision === 'month') return `${monthName} ${year}`;
  const date = fill(words.moment.date, { day, month: monthName, year });
  const clock = from.slice(11);
  if (precision === 'minute') return `${date}, ${clock}`;
  if (precision === 'about') return `${date}, ${words.moment.about} ${clock}`;
  if (precision === 'span') return `${date}, ${clock}–${to.slice(11)}`;
  if (precision === 'part of day') return `${date}, ${words.moment.parts[part as string]}`;
  return date;
}

/** When what a row tells happened and became known: for readers, and for programs. */
export const timesOf = (happened: Moment[], known: Moment[], words: PictureWords) => ({
  happened: happened.map((moment) => momentText(moment, words)).join('; '),
  known: known.map((moment) => momentText(moment, words)).join('; '),
  times: { happened, known },
});

/** From one day, month or year to another, what they share once: `10–15 May 2025`, `25 January–13 May 2025`. */
function daysText(first: Moment, last: Moment, words: PictureWords): string {
  const [start, end] = [momentText(first, words), momentText(last, words)];
  if (first.precision !== 'day' || first.from.slice(0, 4) !== last.from.slice(0, 4)) return `${start}–${end}`;
  if (first.from.slice(0, 7) !== last.from.slice(0, 7)) return `${dayMonth(first, words)}–${end}`;
  const [year, month, day] = dateOf(last);
  return fill(words.moment.date, {
    day: `${dateOf(first)[2]}–${day}`,
    month: words.moment.months[month - 1] as string,
    year,
  });
}

/** A day, `2026-11-03`, as readers read it: `3 November 2026`. */
export const dayText = (day: string, words: PictureWords): string => momentText(parseMoment(day), words);

/** The state of knowledge of a page or picture: `midday, Thursday 15 May 2025`. */
export function asOfText(moment: Moment, words: PictureWords): string {
  const { precision, from, part } = moment;
  if (precision === 'month' || precision === 'year') return momentText(moment, words);
  const date = weekdayText(moment, words);
  if (precision === 'part of day') return `${words.moment.parts[part as string]}, ${date}`;
  if (precision === 'minute' || precision === 'about') return `${from.slice(11)}, ${date}`;
  return date;
}

/** The day of a moment: `Thursday 15 May 2025`. */
export function weekdayText({ from }: Moment, words: PictureWords): string {
  const [year, month, day] = from.slice(0, 10).split('-').map(Number) as [number, number, number];
  const weekday = words.moment.weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] as string;
  return `${weekday} ${fill(words.moment.date, { day, month: words.moment.months[month - 1] as string, year })}`;
}

/** The same as a phrase: `As known at midday, Thursday 15 May 2025`, `As known in the evening of Thursday 15 May 2025`. */
export function asKnownText(moment: Moment, words: PictureWords): string {
  const { asKnown, asKnownOn, asKnownIn, asKnownPart } = words.figure;
  const { part } = moment;
  if (part === 'by day') return fill(asKnownOn, { moment: weekdayText(moment, words) });
  if (part && part !== 'midday')
    return fill(asKnownPart, { part: words.moment.parts[part] as string, date: weekdayText(moment, words) });
  const form = ['month', 'year'].includes(moment.precision)
    ? asKnownIn
    : ['day', 'days'].includes(moment.precision)
      ? asKnownOn
      : asKnown;
  return fill(form, { moment: asOfText(moment, words) });
}

/** A tick as readers read it: `15 May 2025, 12:15`; for what was known on a day, `end of 14 May 2025`. */
export function tickText({ to }: Moment, words: PictureWords): string {
  const day = dayText(to.slice(0, 10), words);
  const clock = to.slice(11);
  return clock === '23:59' ? fill(words.knownAt.endOf, { day }) : `${day}, ${clock}`;
}

/** The clock time of a moment that is known to the minute, or nothing: a picture never guesses an hour. */
export const clockText = ({ precision, from }: Moment): string =>
  precision === 'minute' ? from.slice(11) : '';

const dateOf = ({ from }: Pick<Moment, 'from'>) =>
  from.slice(0, 10).split('-').map(Number) as [year: number, month: number, day: number];

/** The day without its year, or the days, or the month: `15 May`, `23–25 May`, `April`. */
export function dayMonth({ precision, from, to }: Moment, words: PictureWords): string {
  const [, month, day] = dateOf({ from });
  const name = words.moment.months[month - 1] as string;
  if (precision === 'year') return from.slice(0, 4);
  if (precision === 'month') return name;
  const short = (d: number | string, m: string) => fill(words.moment.dayMonth, { day: d, month: m });
  if (precision !== 'days') return short(day, name);
  const [, lastMonth, lastDay] = dateOf({ from: to });
  const lastName = words.moment.months[lastMonth - 1] as string;
  return month === lastMonth
    ? short(`${day}–${lastDay}`, name)
    : `${short(day, name)}–${short(lastDay, lastName)}`;
}

/** A day as a heading: `Thursday 15 May`. */
export function dayHeading(moment: Moment, words: PictureWords): string {
  const [year, month, day] = dateOf(moment);
  const weekday = words.moment.weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] as string;
  const name = words.moment.months[month - 1] as string;
  return `${weekday} ${fill(words.moment.dayMonth, { day, month: name })}`;
}

/** What is known of the time within its day: `03:15`, `about 14:00`, `14:00–16:45`, `morning`, or nothing. */
export function hourText({ precision, from, to, part }: Moment, words: PictureWords): string {
  const clock = from.slice(11);
  if (precision === 'minute') return clock;
  if (precision === 'about') return `${words.moment.about} ${clock}`;
  if (precision === 'span') return `${clock}–${to.slice(11)}`;
  return precision === 'part of day' ? (words.moment.parts[part as string] as string) : '';
}

/** The moment at which a story stops, as a heading: `Midday, 15 May`. */
export function stopText(moment: Moment, words: PictureWords): string {
  const text = [hourText(moment, words), dayMonth(moment, words)].filter(Boolean).join(', ');
  return text.replace(/^./, (letter) => letter.toUpperCase());
}

/** A clock time in UTC, for a time that is known to the minute: `00:15`. */
export function utcText({ precision, from }: Moment): string {
  if (precision !== 'minute') return '';
  const hour = (Number(from.slice(11, 13)) + 21) % 24;
  return `${String(hour).padStart(2, '0')}:${from.slice(14)}`;
}

/**
 * The time of a moment as a picture has room for it: the hour when it is known, after the day when that is not the day
 * of the picture. A picture never guesses an hour.
 *
 * @param asOf the state of knowledge of the picture
 */
export function timeText(moment: Moment, asOf: Moment, words: PictureWords): string {
  const { precision, from } = moment;
  const clock = precision === 'part of day' ? '' : hourText(moment, words);
  const isDated = clock !== '' || precision === 'day';
  if (!isDated || from.slice(0, 10) === asOf.from.slice(0, 10)) return clock;
  const isThisYear = from.slice(0, 4) === asOf.from.slice(0, 4);
  const date = isThisYear ? dayMonth(moment, words) : dayText(from.slice(0, 10), words);
  return `${date} ${clock}`.trim();
}
