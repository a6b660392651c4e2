import { parseMoment, type Moment } from '../ledger/moment.ts';
import { fill, type Words } from './words.ts';

/** A moment as readers read it: `15 May 2025, about 14:00`. */
export function momentText(moment: Moment, words: Words): string {
  const { precision, from, to, part } = moment;
  const [year, month, day] = from.slice(0, 10).split('-').map(Number) as [number, number, number];
  const monthName = words.moment.months[month - 1] as string;
  if (precision === 'throughout') return words.moment.throughout;
  if (precision === 'days') {
    const [first, last] = moment.text.split(' to ').map((part) => momentText(parseMoment(part), words));
    return `${first}–${last}`;
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

/** A day, `2026-11-03`, as readers read it: `3 November 2026`. */
export const dayText = (day: string, words: Words): string => momentText(parseMoment(day), words);

/** The state of knowledge of a page or picture: `midday, Thursday 15 May 2025`. */
export function asOfText(moment: Moment, words: Words): string {
  const { precision, from, part } = moment;
  const date = weekdayText(moment, words);
  if (precision === 'part of day') return `${words.moment.parts[part as string]}, ${date}`;
  if (precision === 'minute' || precision === 'about') return `${from.slice(11)}, ${date}`;
  return date;
}

/** The day of a moment: `Thursday 15 May 2025`. */
export function weekdayText({ from }: Moment, words: Words): string {
  const [year, month, day] = from.slice(0, 10).split('-').map(Number) as [number, number, number];
  const weekday = words.moment.weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] as string;
  return `${weekday} ${fill(words.moment.date, { day, month: words.moment.months[month - 1] as string, year })}`;
}

/** The clock time of a moment that is known to the minute, or nothing: a picture never guesses an hour. */
export const clockText = ({ precision, from }: Moment): string =>
  precision === 'minute' ? from.slice(11) : '';
