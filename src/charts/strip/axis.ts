import type { Moment } from '../../ledger/moment.ts';
import { round, type Mark } from '../../scene/scene.ts';
import { textAt, uprightLine, widthOf, type Column } from '../../scene/set-text.ts';

const minutes = (text: string) => Date.parse(`${text}:00Z`) / 60000;

/** Hours laid along a column. */
export interface Axis {
  column: Column;
  /** Where a minute lies, px; what lies outside is taken to the nearest end. */
  x: (text: string) => number;
  hours: number;
  first: Moment;
}

/** @param spans first and last minute of the axis */
export function axisOf(spans: Moment, column: Column): Axis {
  const [from, to] = [minutes(spans.from), minutes(spans.to) + 1];
  return {
    column,
    hours: (to - from) / 60,
    first: spans,
    x: (text) => {
      const share = Math.min(1, Math.max(0, (minutes(text) - from) / (to - from)));
      return round(column.x + share * column.width);
    },
  };
}

/** Where a time lies on the axis: a point, or the stretch it may lie in. */
export function extentOn(axis: Axis, time: Moment): { from: number; to: number; point: boolean } {
  return {
    from: axis.x(time.from),
    to: axis.x(time.to),
    point: time.precision === 'minute' || time.precision === 'about',
  };
}

/** Ticks of hours, with a number every six, or every twelve where there is little room. */
export function axisMarks(axis: Axis, y: number): Mark[] {
  const { column, hours } = axis;
  const every = column.width / hours < 9 ? 12 : 6;
  const marks: Mark[] = [];
  for (let hour = 0; hour <= hours; hour++) {
    const x = round(column.x + (hour / hours) * column.width);
    const whole = hour % every === 0;
    if (!whole && column.width / hours < 4) continue;
    marks.push(uprightLine('scale', x, y - (whole ? 4 : 2), y + (whole ? 4 : 2)));
    if (!whole) continue;
    const text = `${String(hour === hours ? 24 : hour % 24).padStart(2, '0')}:00`;
    const half = widthOf('scale', text) / 2;
    const align = hour === 0 ? 'start' : hour === hours ? 'end' : 'middle';
    const room = axis.column.x + axis.column.width - x;
    if (align === 'middle' && room < 3 * half) continue;
    marks.push(textAt('scale', text, { x, y: y + 7 }, align));
  }
  return marks;
}
