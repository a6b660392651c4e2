import { tieMarks } from '../charts/network/marks.ts';
import type { Look } from '../charts/network/read.ts';
import type { Key } from '../charts/kind.ts';
import type { Party, Status } from '../ledger/fields.ts';
import type { KeyItem } from '../render/standalone.ts';
import { markRadius, namedHourMark, statusMark } from '../scene/status-mark.ts';
import type { Words } from '../words/words.ts';

const MIDDLE = { x: 8, y: 8 };
/** Radius of the mark of a status in a key, px. */
const RADIUS = 6.4;

/** Before what the picture does not show: no mark that any picture has. */
const NOT_DRAWN: KeyItem['marks'] = [{ mark: 'shape', role: 'leader', d: 'M4 4L12 12M12 4L4 12' }];

/** What the marks of a chart mean, for pages and files: its parties, what is not simply “happened”, what is not drawn. */
export function keyItems({ parties, statuses, lines, named, absent = [] }: Key, words: Words): KeyItem[] {
  const statusItem = (status: string, text: string): KeyItem => ({
    marks: statusMark(status, undefined, MIDDLE, RADIUS / markRadius(status)),
    width: 16,
    isLine: false,
    text,
  });
  // where lines say how sure something is, they stand for the marks
  const marked = lines ? [] : statuses.filter((status) => status !== 'happened');
  return [
    ...parties.map((party) => ({
      marks: statusMark('happened', party, MIDDLE, 0.8),
      width: 16,
      isLine: false,
      text: words.party[party as Party],
    })),
    ...marked.map((status) => statusItem(status, words.status[status as Status])),
    ...(named
      ? [{ marks: namedHourMark(MIDDLE, RADIUS), width: 16, isLine: false, text: words.timeline.named }]
      : []),
    ...(lines ?? []).map((line) => ({
      marks: lineSample(line),
      width: 44,
      isLine: true,
      text: words.network.lines[line] as string,
    })),
    ...absent.map((what) => ({ marks: NOT_DRAWN, width: 16, isLine: false, text: what })),
  ];
}

/** A short tie: its line says how sure it is. */
function lineSample(line: string): KeyItem['marks'] {
  const sign = line === 'denied' || line === 'contested' ? line : undefined;
  const look = { line: sign ? 'happened' : line, ...(sign ? { sign } : {}), mutual: false } as Look;
  const ends = [
    { x: 1, y: 8 },
    { x: 43, y: 8 },
  ];
  return tieMarks(ends, look, { under: [] }).filter((mark) => mark.mark === 'shape');
}
