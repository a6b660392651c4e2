/** What became of an `?at=`: which tick it means, and why that one. */
export interface AskedTick {
  index: number;
  /** `exact`, or `before`: the nearest tick before it. `first`: it is before all. `nonsense`: it is no time. */
  why: 'exact' | 'before' | 'first' | 'nonsense';
}

/**
 * The tick that a text from an address means: the last at or before it. A text without a zone is in UTC+3, as all
 * times of the site are; one with a zone is turned into that.
 *
 * @param ticks moments as `2025-05-15T12:15`, oldest first
 * @param otherwise the index for what is no time
 */
export function tickOf(text: string, ticks: readonly string[], otherwise: number): AskedTick {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:?\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(
    // a plus sign in an address is read as a space
    text.trim().replace(' ', '+'),
  );
  const [, date, written, zone] = match ?? [];
  if (!date) return { index: otherwise, why: 'nonsense' };
  const clock = (written ?? '23:59').replace(/^(\d\d)(\d\d)$/, '$1:$2');
  const offset = zone && zone !== 'Z' ? zone.replace(/^(...):?(..)$/, '$1:$2') : zone ? '+00:00' : '+03:00';
  const time = Date.parse(`${date}T${clock}:00${offset}`);
  if (Number.isNaN(time)) return { index: otherwise, why: 'nonsense' };
  const moment = new Date(time + 3 * 3_600_000).toISOString().slice(0, 16);
  const index = ticks.findLastIndex((tick) => tick <= moment);
  if (index < 0) return { index: 0, why: 'first' };
  return { index, why: ticks[index] === moment ? 'exact' : 'before' };
}
