import { TYPES } from '../../scene/roles.ts';
import { FRAME_WIDTH, round, type FrameName, type Group, type Mark, type Scene } from '../../scene/scene.ts';
import {
  block,
  INNER,
  levelLine,
  setParagraphs,
  textAt,
  uprightLine,
  type Column,
  type Paragraph,
} from '../../scene/set-text.ts';
import { namedHourMark, statusMark } from '../../scene/status-mark.ts';
import { stopText } from '../../words/moment-text.ts';
import { fill } from '../../words/words.ts';
import type { ChartData } from '../kind.ts';
import { sectionsOf, type Entry } from './entries.ts';
import type { TimelineChart } from './schema.ts';

type Data = ChartData<TimelineChart>;

/** Columns of a frame, px. On a phone the second clock stands under the first, and the place under what happened. */
interface Columns {
  hour: Column;
  known?: Column;
  rail: number;
  what: Column;
  where?: Column;
}
const COLUMNS: Record<FrameName, Columns> = {
  narrow: { hour: { x: 28, width: 84 }, rail: 122, what: { x: 140, width: 192 } },
  wide: {
    hour: { x: 8, width: 96 },
    known: { x: 112, width: 112 },
    rail: 242,
    what: { x: 264, width: 286 },
    where: { x: 566, width: 146 },
  },
};
/** Room above and below the words of a line, and half the thickness of a span on the rail, px. */
const PAD = 9;
const SPAN = 4;

/** A vertical list on a rail: solid to where the story stops, then dashed, as far apart as the words need. */
export function scene(data: Data, frame: FrameName): Scene {
  const { words, chart } = data;
  const columns = COLUMNS[frame];
  const groups: Group[] = [];
  // lay out
  let y = 6;
  if (columns.known && columns.where) {
    const heads: [string, Column][] = [
      [words.table.happened, columns.hour],
      [words.table.known, columns.known],
      [words.table.what, columns.what],
      [words.table.where, columns.where],
    ];
    groups.push({ marks: heads.map(([text, { x }]) => textAt('small', text, { x, y })) });
    y += TYPES.small.line + 6;
    groups.push({ marks: [levelLine('line-strong', INNER[frame], y)] });
  }
  let above = true;
  for (const { heading, later, entries } of sectionsOf(data)) {
    if (later && above) {
      above = false;
      const band = setBand(data, frame, y + 4);
      groups.push({ marks: band.marks });
      y += band.height + 8;
    }
    if (heading) {
      y += 14;
      groups.push({ marks: [textAt('heading', heading, { x: columns.hour.x, y })] });
      y += TYPES.heading.line + 2;
    }
    for (const each of entries) {
      const { group, height } = setEntry(
        each,
        columns,
        y,
        chart.headings === 'year' && each.knownSame ? '' : words.timeline.known,
      );
      const rail = uprightLine(later ? 'rail-later' : 'rail', columns.rail, y, y + height);
      groups.push({ marks: [rail, levelLine('hairline', INNER[frame], y + height)] }, group);
      y += height;
    }
  }
  // scene
  return {
    frame,
    width: FRAME_WIDTH[frame],
    height: Math.ceil(y + 8),
    ground: { x: 0, y: 0 },
    groups: groups.filter(({ marks }) => marks.length > 0),
  };

  function setBand(at: Data, name: FrameName, top: number) {
    const column = INNER[name];
    const lines = setParagraphs(
      [
        {
          role: 'name',
          text: fill(words.timeline.stops, { moment: stopText(chart.stops as never, at.words) }),
        },
        { role: 'small', text: words.timeline.below, above: 1 },
      ],
      { x: column.x + 12, width: column.width - 24 },
      top + 9,
    );
    const height = lines.height + 18;
    return { marks: [block('panel', column, top, height), ...lines.marks], height };
  }
}

/** One line: both clocks, its mark on the rail, what happened and where. */
function setEntry(
  each: Entry,
  columns: Columns,
  top: number,
  knownWord: string,
): { group: Group; height: number } {
  const y = top + PAD;
  const later = each.status === 'later';
  const role = each.large ? 'hour-large' : later ? 'hour-later' : 'hour';
  const hour: Paragraph[] = [
    { role, text: each.hour },
    ...(each.hourNote ? [{ role: 'small' as const, text: each.hourNote }] : []),
    ...(columns.known || !knownWord
      ? []
      : [{ role: 'small' as const, text: fill(knownWord, { time: each.known }) }]),
  ];
  const what: Paragraph[] = [
    { role: 'name', text: each.title },
    ...(each.where && !columns.where ? [{ role: 'small' as const, text: each.where, above: 1 }] : []),
  ];
  // the first lines of small texts stand level with those of the hour
  const settings = [
    setParagraphs(hour, columns.hour, each.large ? y - 2 : y),
    setParagraphs(what, columns.what, y),
    ...(columns.known ? [setParagraphs([{ role: 'small', text: each.known }], columns.known, y + 2)] : []),
    ...(columns.where && each.where
      ? [setParagraphs([{ role: 'small', text: each.where }], columns.where, y + 2)]
      : []),
  ];
  const height = Math.max(28, ...settings.map((setting) => setting.height)) + 2 * PAD;
  const at = { x: columns.rail, y: round(y + TYPES.hour.line / 2) };
  const marks: Mark[] = each.large
    ? namedHourMark(at, 11)
    : statusMark(
        each.status,
        each.event.party,
        at,
        each.status === 'unconfirmed' || each.status === 'contested' ? 0.75 : 0.9,
      );
  const span =
    each.extent === 'point'
      ? []
      : [
          block(
            each.extent === 'span' ? 'span' : 'span-unsure',
            { x: columns.rail - SPAN, width: 2 * SPAN },
            top + 3,
            height - 6,
          ),
        ];
  return {
    group: {
      entry: each.id,
      status: each.status,
      target: at,
      marks: each.hidden ? [] : [...span, ...marks, ...settings.flatMap((setting) => setting.marks)],
    },
    height: round(height),
  };
}
