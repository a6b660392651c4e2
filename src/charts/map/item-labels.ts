import { entry } from '../../ledger/ledger.ts';
import type { LabelRequest } from '../../scene/place-labels.ts';
import { TYPES } from '../../scene/roles.ts';
import type { FrameName, Mark, Point } from '../../scene/scene.ts';
import { circlePath } from '../../scene/shapes.ts';
import { markRadius, statusMark } from '../../scene/status-mark.ts';
import { timeText } from '../../words/moment-text.ts';
import { fill } from '../../words/words.ts';
import type { ChartData } from '../kind.ts';
import { byParty, type Item } from './items.ts';
import { labelMarks, setLines, sizeOf, type Line, type Wanted } from './labels.ts';
import { kilometres, place } from './projection.ts';
import type { MapChart } from './schema.ts';

type Data = ChartData<MapChart>;
type Position = [number, number];

/** Radius of the disc that holds the number of people at a place, px. */
const COUNT = 9;

export const pointOf = (data: Data, frame: FrameName, id: string): Point =>
  place(data, frame, entry(data.ledger, 'places', id).at as Position);

export const positionOf = (data: Data, frame: FrameName, item: Item): Point =>
  place(data, frame, item.place?.at as Position);

/** A place where people of several parties were is a disc with their number; their shapes stand in the label. */
export const radiusOf = ({ actors, status, party }: Item): number =>
  actors.length > 1 ? COUNT : actors.length > 0 ? markRadius('happened') : markRadius(status, party);

/** The label of an item: the place, then what happened or who was there. */
export function linesOf(data: Data, frame: FrameName, item: Item, events = item.labels.at(-1) ?? []): Line[] {
  const { words, chart } = data;
  const { place: where, actors, from, away } = item;
  const lines: Line[] = setLines('place', where?.short ?? where?.name ?? '', frame);
  for (const event of events) {
    const { status, happened, label, party } = event;
    const time = status === 'happened' ? timeText(happened, chart.asOf, words) : '';
    const own = setLines('line', `${time} ${label}`.trim(), frame, from ? party : undefined);
    if (status !== 'happened') own.push({ role: 'note', text: words.status[status] });
    lines.push(...own);
  }
  for (const { party, names } of byParty(actors))
    lines.push(
      ...(away
        ? setLines('note', fill(words.map.away, { names: names.join(', ') }), frame)
        : setLines('line', names.join(', '), frame, party)),
    );
  if (from?.at && where?.at) {
    const text = fill(words.map.fromHere, {
      n: kilometres(from.at, where.at),
      place: from.short ?? from.name,
    });
    lines.push(...setLines('note', text, frame));
  }
  return lines;
}

/** The mark of an item with its label. */
export function itemLabel(data: Data, frame: FrameName, item: Item): Wanted {
  const at = positionOf(data, frame, item);
  const lines = linesOf(data, frame, item);
  // room for whatever it will tell
  const sizes = [lines, ...item.labels.map((events) => linesOf(data, frame, item, events))].map(sizeOf);
  const mark = markOf(item, at);
  return {
    lines,
    request: {
      id: item.id,
      anchor: at,
      clearance: radiusOf(item),
      width: Math.max(...sizes.map(({ width }) => width)),
      height: Math.max(...sizes.map(({ height }) => height)),
      firstLine: TYPES.place.line,
      ...nudgeOf(data, frame, item.id),
    },
    group: (label) => [
      {
        entry: item.id,
        status: item.status,
        target: at,
        marks: [...mark, ...(label ? labelMarks(label, lines) : [])],
      },
    ],
  };
}

function markOf({ actors, status, party }: Item, at: Point): Mark[] {
  if (actors.length === 0) return statusMark(status, party, at);
  if (actors.length === 1) return statusMark('happened', undefined, at);
  return [
    { mark: 'shape', role: 'dot', d: circlePath(at.x, at.y, COUNT) },
    {
      mark: 'text',
      role: 'count',
      text: String(actors.length),
      x: at.x,
      y: Math.round((at.y + TYPES.count.size * 0.33) * 10) / 10,
      align: 'middle',
    },
  ];
}

const nudgeOf = ({ chart }: Data, frame: FrameName, id: string) => {
  const nudge = chart.nudges[id]?.[frame];
  return nudge ? { nudge: { x: nudge[0], y: nudge[1] } } : {};
};

/** A dot with a name, to orient the reader. */
export function pointLabel(data: Data, frame: FrameName, id: string): Wanted {
  const { short, name } = entry(data.ledger, 'places', id);
  const at = pointOf(data, frame, id);
  const lines = setLines('place', short ?? name, frame);
  return {
    lines,
    request: {
      id: `point-${id}`,
      anchor: at,
      clearance: 3,
      ...sizeOf(lines),
      firstLine: TYPES.place.line,
      ...nudgeOf(data, frame, id),
    },
    group: (label) => [
      {
        marks: [
          { mark: 'shape', role: 'dot', d: circlePath(at.x, at.y, 3) },
          ...(label ? labelMarks(label, lines) : []),
        ],
      },
    ],
  };
}

/** A remark on the ground, away from what it is about, with a leader. */
export function remark(
  data: Data,
  frame: FrameName,
  id: string,
  at: readonly [number, number],
  text: string,
): Wanted {
  const lines = setLines('note', text, frame);
  return {
    lines,
    request: {
      id,
      anchor: place(data, frame, at),
      clearance: 4,
      ...sizeOf(lines),
      firstLine: TYPES.note.line,
      away: true,
    },
    group: (label) => (label ? [{ marks: labelMarks(label, lines) }] : []),
  };
}

/** The length of a line between two places, beside its middle. */
export function linkLabel(
  { ledger, words }: Data,
  { from, to }: MapChart['links'][number],
  id: string,
  middle: Point,
): Wanted {
  const [a, b] = [from, to].map((key) => entry(ledger, 'places', key).at as Position) as [Position, Position];
  const lines: Line[] = [{ role: 'line', text: fill(words.map.kilometres, { n: kilometres(a, b) }) }];
  return areaLabel(id, middle, lines);
}

/** A label that may move about its anchor. */
export const areaLabel = (
  id: string,
  anchor: Point,
  lines: Line[],
  more: Pick<LabelRequest, 'worth' | 'reach' | 'on'> = {},
): Wanted => ({
  lines,
  request: { id, anchor, clearance: 0, ...sizeOf(lines), firstLine: 0, area: true, ...more },
  group: (label) => (label ? [{ marks: labelMarks(label, lines) }] : []),
});
