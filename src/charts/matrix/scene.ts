import { TYPES } from '../../scene/roles.ts';
import { FRAME_WIDTH, round, type FrameName, type Group, type Mark, type Scene } from '../../scene/scene.ts';
import {
  block,
  INNER,
  levelLine,
  setParagraphs,
  textAt,
  widthOf,
  type Column,
  type Paragraph,
} from '../../scene/set-text.ts';
import { statusMark } from '../../scene/status-mark.ts';
import { momentText } from '../../words/moment-text.ts';
import type { ChartData } from '../kind.ts';
import { issuesOf, type Cell } from './cells.ts';
import type { MatrixChart } from './schema.ts';

type Data = ChartData<MatrixChart>;

/** Room between two columns, under a cell, and between names in a line, px. */
const GAP = { column: 24, cell: 12, name: 16, shape: 19 };
const NAME_LINE = 24;

/**
 * Issue by issue. A wide frame sets every cell in full, in two columns; a narrow one those of the first parties, and
 * names the others. Who said nothing stands last, hatched.
 */
export function scene(data: Data, frame: FrameName): Scene {
  const inner = INNER[frame];
  const groups: Group[] = [];
  let y = 4;
  for (const { issue, cells } of issuesOf(data)) {
    // lay out
    y += 10;
    groups.push({ marks: [levelLine('line-strong', inner, y)] });
    const heading = setParagraphs([{ role: 'heading', text: issue }], inner, y + 8);
    groups.push({ marks: heading.marks });
    y += 8 + heading.height + 6;
    const stated = cells.filter((cell) => cell.stated);
    const full = frame === 'wide' ? stated : stated.filter((cell) => cells.indexOf(cell) < data.chart.inFull);
    const named = stated.filter((cell) => !full.includes(cell));
    const silent = cells.filter((cell) => !cell.stated);
    y = setFull(data, full, frame, y, groups);
    if (named.length > 0) y = setNames(data.words.matrix.also, named, inner, y, groups, false);
    if (silent.length > 0) y = setNames(data.words.matrix.notStated, silent, inner, y, groups, true);
  }
  // scene
  return {
    frame,
    width: FRAME_WIDTH[frame],
    height: Math.ceil(y + 6),
    ground: { x: 0, y: 0 },
    groups: groups.filter(({ marks }) => marks.length > 0),
  };
}

/** Cells in full: one below the other, or two in a row. */
function setFull(data: Data, cells: Cell[], frame: FrameName, top: number, groups: Group[]): number {
  const { words } = data;
  const inner = INNER[frame];
  const across = frame === 'wide' ? 2 : 1;
  const width = (inner.width - (across - 1) * GAP.column) / across;
  let y = top;
  for (let i = 0; i < cells.length; i += across) {
    const row = cells.slice(i, i + across).map((cell, j) => {
      const { says, by, said } = cell.stated as NonNullable<Cell['stated']>;
      const date = momentText(said, words);
      const paragraphs: Paragraph[] = [
        { role: 'name', text: cell.name, party: cell.party },
        { role: 'text', text: says, above: 1 },
        {
          role: 'small',
          text: [by, date, ...(cell.later ? [words.status.later] : [])].join(', '),
          above: 2,
        },
      ];
      const setting = setParagraphs(paragraphs, { x: inner.x + j * (width + GAP.column), width }, y);
      groups.push({ entry: cell.id, marks: cell.hidden ? [] : setting.marks });
      return setting.height;
    });
    y += Math.max(...row) + GAP.cell;
  }
  return y;
}

/** Names in a line after a word for what they have in common; hatched where they said nothing. */
function setNames(
  word: string,
  cells: Cell[],
  { x: left, width }: Column,
  top: number,
  groups: Group[],
  hatched: boolean,
): number {
  const role = 'note' as const;
  const items = cells.map((cell) => ({ cell, room: GAP.shape + widthOf('line', cell.name) + GAP.name }));
  const marks: { cell: Cell; marks: Mark[] }[] = [];
  let x = left + widthOf(role, word) + GAP.name + (hatched ? 8 : 0);
  let y = top;
  for (const { cell, room } of items) {
    if (x + room - GAP.name > left + width) {
      x = left + (hatched ? 8 : 0);
      y += NAME_LINE;
    }
    const middle = round(y + NAME_LINE / 2);
    marks.push({
      cell,
      marks: [
        ...statusMark('happened', cell.party, { x: round(x + 6), y: middle }, 0.78),
        textAt('line', cell.name, { x: x + GAP.shape, y: middle - TYPES.line.line / 2 }),
      ],
    });
    x += room;
  }
  const bottom = y + NAME_LINE;
  const ground = hatched ? [block('not-stated', { x: left, width }, top, bottom - top)] : [];
  const label = textAt(role, word, {
    x: left + (hatched ? 8 : 0),
    y: top + (NAME_LINE - TYPES[role].line) / 2,
  });
  groups.push({ marks: [...ground, label] });
  groups.push(...marks.map(({ cell, marks: own }) => ({ entry: cell.id, marks: cell.hidden ? [] : own })));
  return bottom + (hatched ? GAP.cell : 4);
}
