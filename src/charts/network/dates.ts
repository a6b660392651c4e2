import type { Moment } from '../../ledger/moment.ts';
import { fill, type PictureWords } from '../../words/words.ts';

/** The year the story is told in: its dates go without it. */
const YEAR = '2025';

/** A moment as short as a line of a picture needs it: `11 May`, `15 May, 21:45`, `14–16 May`, `2022`; nothing for `throughout`. */
export function shortMoment({ precision, from, to, part }: Moment, words: PictureWords): string {
  if (precision === 'throughout') return '';
  if (!from.startsWith(YEAR) || precision === 'year') return from.slice(0, 4);
  const monthOf = (time: string) => words.moment.months[Number(time.slice(5, 7)) - 1] as string;
  if (precision === 'month') return monthOf(from);
  const day = (time: string) =>
    fill(words.network.day, { day: Number(time.slice(8, 10)), month: monthOf(time) });
  if (precision === 'days')
    return from.slice(0, 7) === to.slice(0, 7)
      ? `${Number(from.slice(8, 10))}–${day(to)}`
      : `${day(from)}–${day(to)}`;
  const clock =
    precision === 'minute' || precision === 'span'
      ? from.slice(11)
      : precision === 'about'
        ? `${words.moment.about} ${from.slice(11)}`
        : precision === 'part of day'
          ? words.moment.parts[part as string]
          : '';
  return clock ? `${day(from)}, ${clock}` : day(from);
}
