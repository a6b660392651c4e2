import { z } from 'astro/zod';

/** How exactly a time is known. */
type Precision =
  'minute' | 'span' | 'about' | 'part of day' | 'day' | 'days' | 'month' | 'year' | 'throughout';

/** A time as exactly as it is known, in UTC+3 (Istanbul, Moscow and Kyiv summer time were the same). */
export interface Moment {
  /** As the editor wrote it. */
  text: string;
  precision: Precision;
  /** First and last minute it can mean, as `2025-05-15T03:15`; these compare as strings. */
  from: string;
  to: string;
  /** The part of the day, where that is what is known. */
  part?: PartOfDay;
}

/** First and last minute of each part of the day. */
const PARTS = {
  'early morning': ['04:00', '08:59'],
  morning: ['06:00', '11:59'],
  midday: ['11:45', '12:15'],
  'by day': ['08:00', '17:59'],
  afternoon: ['12:00', '17:59'],
  evening: ['17:00', '22:59'],
  'late evening': ['21:00', '23:59'],
  night: ['21:00', '23:59'],
} as const;
type PartOfDay = keyof typeof PARTS;

const FORMS =
  'write 2025-05-15 03:15, 2025-05-15 21:45–22:11, 2025-05-15 about 14:00, 2025-05-15 morning, 2025-05-15, ' +
  '2025-05-10 to 2025-05-16, 2025-05, 2025 or throughout';

const PATTERN =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?: (?:(about )?(\d{2}:\d{2})|(\d{2}:\d{2})[–-](\d{2}:\d{2})|([a-z ]+)))?)?)?$/;

/** What lies outside is a slip of the keyboard. */
const YEARS = { first: 1900, last: 2099 };

/** The days the story tells: what holds `throughout` held on all of them. */
const STORY = { from: '2025-05-10T00:00', to: '2025-05-25T23:59' };

/** Reads a time. Throws an `Error` that says what is allowed. */
export function parseMoment(text: string): Moment {
  if (text === 'throughout') return { text, precision: 'throughout', ...STORY };
  const days = /^(\S+) to (\S+)$/.exec(text);
  if (days) {
    const [first, last] = [parseMoment(days[1] as string), parseMoment(days[2] as string)];
    if (first.precision !== last.precision || !['day', 'month', 'year'].includes(first.precision))
      throw new Error(`"${text}": write two days, two months or two years`);
    if (last.from < first.from) throw new Error(`"${text}" ends before it starts`);
    return { text, precision: 'days', from: first.from, to: last.to };
  }
  const match = PATTERN.exec(text);
  if (!match) throw new Error(`"${text}" is not a time: ${FORMS}`);
  const [, year, month, day, about, clock, start, end, part] = match;
  if (Number(year) < YEARS.first || Number(year) > YEARS.last)
    throw new Error(`"${text}": the record goes from ${YEARS.first} to ${YEARS.last}`);
  if (!month) return { text, precision: 'year', from: `${year}-01-01T00:00`, to: `${year}-12-31T23:59` };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12) throw new Error(`"${text}": there is no month ${month}`);
  if (!day)
    return {
      text,
      precision: 'month',
      from: `${year}-${month}-01T00:00`,
      to: `${year}-${month}-${last}T23:59`,
    };
  if (Number(day) < 1 || Number(day) > last)
    throw new Error(`"${text}": ${year}-${month} has ${last} days, not ${Number(day)}`);
  const date = `${year}-${month}-${day}`;
  for (const time of [clock, start, end])
    if (time && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
      throw new Error(`"${text}": there is no time ${time}`);
  if (clock)
    return { text, precision: about ? 'about' : 'minute', from: `${date}T${clock}`, to: `${date}T${clock}` };
  if (start && end) {
    if (end < start) throw new Error(`"${text}" ends before it starts`);
    return { text, precision: 'span', from: `${date}T${start}`, to: `${date}T${end}` };
  }
  if (part) {
    if (!Object.hasOwn(PARTS, part))
      throw new Error(`"${part}" is not a part of the day: ${Object.keys(PARTS).join(', ')}`);
    const [first, final] = PARTS[part as PartOfDay];
    const span = { from: `${date}T${first}`, to: `${date}T${final}` };
    return { text, precision: 'part of day', part: part as PartOfDay, ...span };
  }
  return { text, precision: 'day', from: `${date}T00:00`, to: `${date}T23:59` };
}

/** Reads a time within a schema: what is wrong with it becomes an issue. */
export function readMoment(text: string, context: z.core.$RefinementCtx): Moment | undefined {
  try {
    return parseMoment(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return undefined;
  }
}

/** A time in a YAML file, as text. All times are UTC+3. */
export const moment = z
  .union([z.string(), z.number().int()])
  .transform((written, context) => readMoment(String(written), context) ?? z.NEVER);

/** A day in a YAML file, as text. */
export const day = z.string().transform((written, context) => {
  const { precision } = readMoment(written, context) ?? {};
  if (precision && precision !== 'day')
    context.addIssue({ code: 'custom', message: `"${written}" is not a day: 2026-11-03` });
  return written;
});

/** True when something that became known at `known` was certainly known at the end of `at`. */
export const isKnownAt = (known: Moment, at: Moment): boolean => known.to <= at.to;
