import { PARTIES } from '../../ledger/fields.ts';
import type { ColourToken } from '../../scene/palette.ts';
import { TYPES } from '../../scene/roles.ts';
import { FRAME_WIDTH, round, type FrameName, type Group, type Mark, type Scene } from '../../scene/scene.ts';
import {
  block,
  INNER,
  levelLine,
  setParagraphs,
  textAt,
  uprightLine,
  widthOf,
} from '../../scene/set-text.ts';
import { namedHourMark, statusMark } from '../../scene/status-mark.ts';
import { hourText, momentText, stopText } from '../../words/moment-text.ts';
import { fill } from '../../words/words.ts';
import type { ChartData } from '../kind.ts';
import { axisMarks, axisOf, extentOn } from './axis.ts';
import { entriesOf, type Entry } from './entries.ts';
import type { StripChart } from './schema.ts';
import { seatNames, type Seat } from './tiers.ts';

type Data = ChartData<StripChart>;

/** Distance of two bars of one speaker, half the height of a bar, and room between lines, px. */
const BAR = { pitch: 15, half: 5, gap: 8 };
/** Width of the names at the start of the lines of speakers, px. */
const NAMES = { narrow: 112, wide: 190 } as const satisfies Record<FrameName, number>;

export function scene(data: Data, frame: FrameName): Scene {
  const { groups, height } =
    data.chart.lines === 'one'
      ? rail(data, frame)
      : data.chart.lines === 'speaker'
        ? speakers(data, frame)
        : clocks(data, frame);
  return {
    frame,
    width: FRAME_WIDTH[frame],
    height: Math.ceil(height),
    ground: { x: 0, y: 0 },
    groups: groups.filter(({ marks }) => marks.length > 0),
  };
}

/** One rail: solid to where the story stops, dashed from there; names above it and below, where there is room. */
function rail(data: Data, frame: FrameName): { groups: Group[]; height: number } {
  const axis = axisOf(data.chart.spans, INNER[frame]);
  const all = entriesOf(data);
  const named = frame === 'narrow' ? data.chart.named : all.map(({ id }) => id);
  const tier = 2 * TYPES.line.line + 6;
  const y = 3 * tier + 8;
  const stop = axis.x(data.chart.stops.to);
  const { x, width } = axis.column;
  const line = levelLine('rail', { x, width: stop - x }, y);
  const after = levelLine('rail-later', { x: stop, width: x + width - stop }, y);
  const middleOf = ({ time }: Entry) => {
    const { point, from, to } = extentOn(axis, time);
    return round(point ? from : (from + to) / 2);
  };
  const withNames = all.filter(({ id }) => named.includes(id));
  const seats = seatNames(
    withNames.map((each) => ({ at: middleOf(each), width: nameWidth(each, data) })),
    axis.column,
  );
  if (typeof seats === 'number')
    throw new Error(`the name of "${withNames[seats]?.id}" finds no room on the strip`);
  const groups = all.map((each): Group => {
    const at = extentOn(axis, each.time);
    const middle = middleOf(each);
    const ring = each.id === data.chart.ring;
    const marks: Mark[] = at.point
      ? ring
        ? namedHourMark({ x: middle, y }, 7.5)
        : markOf(each, middle, y)
      : [block('span', { x: at.from, width: at.to - at.from }, y - 4, 8), ...markOf(each, middle, y)];
    const seat = seats[withNames.indexOf(each)];
    const name = seat ? label(each, middle, seat, data, y - 12 - seat.tier * tier, y) : [];
    return {
      entry: each.id,
      name: `${hourText(each.time, data.words)} ${each.title}`,
      target: { x: middle, y },
      marks: each.hidden ? [] : [...marks, ...name],
    };
  });
  const below = y + 26;
  const text = fill(data.words.strip.stops, { moment: stopText(data.chart.stops, data.words) });
  const half = widthOf('note', text) / 2;
  const middle = Math.min(Math.max(stop, x + half), x + width - half);
  const stopMarks = [
    uprightLine('leader', stop, y + 22, below + 2),
    textAt('note', text, { x: middle, y: below + 4 }, 'middle'),
  ];
  return {
    groups: [{ marks: [line, after, ...axisMarks(axis, y), ...stopMarks] }, ...groups],
    height: below + 4 + TYPES.note.line + 6,
  };
}

const nameWidth = ({ time, title }: Entry, { words }: Data) =>
  Math.max(widthOf('line', title), widthOf('place', hourText(time, words)));

/** Hour and name above the rail, and from a higher tier the stem that leads down to it. */
function label(entry: Entry, middle: number, seat: Seat, data: Data, bottom: number, y: number): Mark[] {
  const at = round(seat.from + nameWidth(entry, data) / 2);
  return [
    ...(seat.tier > 0 ? [uprightLine('hairline', middle, bottom + 2, y - 10)] : []),
    textAt(
      'place',
      hourText(entry.time, data.words),
      { x: at, y: bottom - 2 * TYPES.line.line - 2 },
      'middle',
    ),
    textAt('line', entry.title, { x: at, y: bottom - TYPES.line.line }, 'middle'),
  ];
}

/** The shape of a party where something happened; in outline what became known later. */
function markOf({ status, later, party }: Entry, x: number, y: number, scale = 0.86): Mark[] {
  if (status === 'unconfirmed' || status === 'contested')
    return statusMark('unconfirmed', undefined, { x, y }, 0.6).slice(0, 2);
  return statusMark(later ? 'later' : 'happened', party, { x, y }, scale);
}

/** Party by party a line for each speaker, with a mark or a stretch for every statement. */
function speakers(data: Data, frame: FrameName): { groups: Group[]; height: number } {
  const inner = INNER[frame];
  const names = NAMES[frame];
  const axis = axisOf(data.chart.spans, { x: inner.x + names, width: inner.width - names });
  const all = entriesOf(data);
  const groups: Group[] = [];
  let y = 20;
  const ruler = axisMarks(axis, y).map((mark) => mark);
  groups.push({ marks: ruler });
  y += 30;
  const top = y;
  for (const party of PARTIES) {
    const own = all.filter((each) => each.party === party);
    if (own.length === 0) continue;
    const known = own.filter(({ later }) => !later).length;
    const heading = setParagraphs(
      [
        {
          role: 'row-name',
          text: fill(data.words.strip.counts, { party: data.words.party[party], known, all: own.length }),
          party,
        },
      ],
      inner,
      y,
    );
    groups.push({ marks: heading.marks });
    y += heading.height + 4;
    for (const speaker of [...new Set(own.map((each) => each.speaker))]) {
      const said = own.filter((each) => each.speaker === speaker);
      const title = setParagraphs(
        [{ role: 'line', text: said[0]?.title ?? '' }],
        { x: inner.x, width: names - 10 },
        y,
      );
      groups.push({ marks: said.every(({ hidden }) => hidden) ? [] : title.marks });
      said.forEach((each, i) => {
        const at = extentOn(axis, each.time);
        const middle = y + 8 + i * BAR.pitch;
        const marks: Mark[] = at.point
          ? markOf({ ...each, status: 'happened' }, at.from, middle, 0.7)
          : [stretch(each, at.from, at.to, middle)];
        groups.push({
          entry: each.id,
          name: `${each.title}, ${momentText(each.time, data.words)}`,
          marks: each.hidden ? [] : marks,
        });
      });
      y += Math.max(title.height, said.length * BAR.pitch) + BAR.gap;
    }
    y += 8;
  }
  const stop = axis.x(data.chart.stops.to);
  const text = fill(data.words.strip.stops, { moment: stopText(data.chart.stops, data.words) });
  const half = widthOf('note', text) / 2;
  const middle = Math.min(stop, inner.x + inner.width - half);
  groups.unshift({ marks: [uprightLine('spine', stop, top, y)] });
  groups.push({ marks: [textAt('note', text, { x: middle, y: y + 2 }, 'middle')] });
  return { groups, height: y + TYPES.note.line + 10 };
}

const stretch = ({ later, party }: Pick<Entry, 'later' | 'party'>, from: number, to: number, y: number) => ({
  ...block(
    later ? 'within-later' : 'within',
    { x: from, width: Math.max(6, to - from) },
    y - BAR.half,
    2 * BAR.half,
  ),
  hue: (party ?? 'ink') as ColourToken,
});

/** For each event a line from when it happened to when it became known. */
function clocks(data: Data, frame: FrameName): { groups: Group[]; height: number } {
  const inner = INNER[frame];
  const axis = axisOf(data.chart.spans, inner);
  const groups: Group[] = [];
  let y = 18;
  groups.push({ marks: axisMarks(axis, y) });
  y += 30;
  const top = y;
  for (const each of entriesOf(data)) {
    const [happened, known] = [extentOn(axis, each.time), extentOn(axis, each.known)];
    const times = fill(data.words.strip.clocks, {
      happened: momentText(each.time, data.words),
      known: momentText(each.known, data.words),
    });
    const words = setParagraphs(
      [
        { role: 'row-name', text: each.title },
        { role: 'note', text: times },
      ],
      inner,
      y,
    );
    const line = y + words.height + 10;
    const end = known.point ? known.from : known.to;
    const start = round(happened.point ? happened.from : (happened.from + happened.to) / 2);
    const marks: Mark[] = [
      ...(happened.point
        ? []
        : [
            stretch(
              { later: false, ...(each.party ? { party: each.party } : {}) },
              happened.from,
              happened.to,
              line,
            ),
          ]),
      ...(end > start ? [levelLine('link', { x: start, width: end - start }, line)] : []),
      ...(happened.point ? markOf({ ...each, status: 'happened', later: false }, start, line, 0.8) : []),
      uprightLine('line-strong', end, line - 8, line + 8),
    ];
    groups.push({
      entry: each.id,
      target: { x: start, y: round(line) },
      marks: each.hidden ? [] : [...words.marks, ...marks],
    });
    y = line + 20;
  }
  const stop = axis.x(data.chart.stops.to);
  groups.unshift({ marks: [uprightLine('spine', stop, top, y)] });
  const text = fill(data.words.strip.stops, { moment: stopText(data.chart.stops, data.words) });
  const half = widthOf('note', text) / 2;
  groups.push({
    marks: [textAt('note', text, { x: Math.min(stop, inner.x + inner.width - half), y: y + 2 }, 'middle')],
  });
  return { groups, height: y + TYPES.note.line + 10 };
}
