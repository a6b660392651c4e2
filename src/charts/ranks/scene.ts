import { FRAME_WIDTH, round, type FrameName, type Group, type Mark, type Scene } from '../../scene/scene.ts';
import { INNER, levelLine, setParagraphs, textAt, type Column, type Setting } from '../../scene/set-text.ts';
import { statusMark } from '../../scene/status-mark.ts';
import { momentText } from '../../words/moment-text.ts';
import { fill } from '../../words/words.ts';
import type { ChartData } from '../kind.ts';
import { levelsOf, listKnown, teamsOf, type Person, type Team } from './people.ts';
import type { RanksChart } from './schema.ts';

type Data = ChartData<RanksChart>;

/** Where the names of rows and both teams stand, px; on a phone the name of a row stands above its people. */
const COLUMNS: Record<FrameName, { name: Column; teams: [Column, Column] }> = {
  narrow: {
    name: INNER.narrow,
    teams: [
      { x: 28, width: 146 },
      { x: 186, width: 146 },
    ],
  },
  wide: {
    name: { x: 8, width: 200 },
    teams: [
      { x: 232, width: 230 },
      { x: 482, width: 230 },
    ],
  },
};
/** Room for the number of a cell and for a shape, and how far people stand apart at least, px. */
const ROOM = { count: 18, shape: 17, pitch: 24 };

/** Both teams side by side, a row for each rank: how many, and who. */
export function scene(data: Data, frame: FrameName): Scene {
  const { name, teams: columns } = COLUMNS[frame];
  const inner = INNER[frame];
  const teams = teamsOf(data);
  const groups: Group[] = [];
  const heads = teams.map((team, i) => head(data, team, columns[i] as Column, 4));
  groups.push({ marks: heads.flatMap(({ marks }) => marks) });
  let y = 4 + Math.max(...heads.map(({ height }) => height)) + 12;
  for (const { rank, cells } of levelsOf(teams)) {
    const text = rank ? data.words.ranks.of[rank] : data.words.ranks.heads;
    const title = setParagraphs([{ role: 'name', text }], name, y + 10);
    const top = frame === 'narrow' ? y + 10 + title.height + 4 : y + 10;
    const set = cells.map((people, i) => cell(data, teams[i] as Team, people, columns[i] as Column, top));
    if (cells.flat().some(({ hidden }) => !hidden))
      groups.push({
        marks: [levelLine('hairline', inner, y), ...title.marks, ...set.flatMap(({ count }) => count)],
      });
    groups.push(...set.flatMap((each) => each.groups));
    y = Math.max(y + 10 + title.height, ...set.map(({ bottom }) => bottom)) + 10;
  }
  return {
    frame,
    width: FRAME_WIDTH[frame],
    height: Math.ceil(y),
    ground: { x: 0, y: 0 },
    groups: groups.filter(({ marks }) => marks.length > 0),
  };
}

/** The side, how many it sent, and since when the whole list was known. Its room is that of the whole. */
function head({ words }: Data, { party, people }: Team, column: Column, y: number): Setting {
  const n = people.filter(({ hidden }) => !hidden).length;
  const text = n > 0 ? fill(words.ranks.team, { party: words.party[party], n }) : words.party[party];
  const name = setParagraphs([{ role: 'heading', text }], column, y);
  const known = momentText(listKnown(people), words);
  const note = setParagraphs(
    [{ role: 'small', text: fill(words.ranks.listed, { known }), above: 2 }],
    column,
    y + name.height,
  );
  return {
    height: name.height + note.height,
    marks: [...name.marks, ...(n === people.length ? note.marks : [])],
  };
}

/** How many of one team have the rank, and who they are. */
function cell(
  { words }: Data,
  team: Team,
  people: Person[],
  { x, width }: Column,
  top: number,
): { count: Mark[]; groups: Group[]; bottom: number } {
  const groups: Group[] = [];
  const names = { x: x + ROOM.count + ROOM.shape, width: width - ROOM.count - ROOM.shape };
  let y = top;
  for (const person of people) {
    const { id, name, party, later, hidden, isHead, isExpert, post } = person;
    const set = setParagraphs(
      [
        { role: 'text', text: name },
        ...(isHead ? [{ role: 'small' as const, text: post }] : []),
        ...(isExpert ? [{ role: 'small' as const, text: words.ranks.expert }] : []),
      ],
      names,
      y,
    );
    const at = { x: x + ROOM.count + 6, y: round(y + 9.5) };
    groups.push({
      entry: id,
      target: at,
      marks: hidden ? [] : [...statusMark(later ? 'later' : 'happened', party, at, 0.86), ...set.marks],
    });
    y += Math.max(ROOM.pitch, set.height + 5);
  }
  const n = people.filter(({ hidden, isHead }) => !hidden && !isHead).length;
  // that there is none is known only once everybody is
  const none = people.length === 0 && team.people.every(({ hidden }) => !hidden);
  return {
    count: [
      ...(n > 0 ? [textAt('hour', String(n), { x, y: top - 0.5 })] : []),
      ...(none ? [textAt('small', words.ranks.none, { x, y: top + 1.5 })] : []),
    ],
    groups,
    bottom: Math.max(y, top + 19),
  };
}
