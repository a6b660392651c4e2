import { entry } from '../../ledger/ledger.ts';
import { TYPES } from '../../scene/roles.ts';
import { FRAME_WIDTH, type FrameName, type Group, type Scene } from '../../scene/scene.ts';
import {
  INNER,
  levelLine,
  setParagraphs,
  textAt,
  uprightLine,
  type Column,
  type Paragraph,
  type Setting,
} from '../../scene/set-text.ts';
import { markRadius, namedHourMark, statusMark } from '../../scene/status-mark.ts';
import { clockText, momentText } from '../../words/moment-text.ts';
import type { ChartData } from '../kind.ts';
import { columnsOf, isOpen, isShown, type Statement } from './columns.ts';
import type { VersionsChart } from './schema.ts';

type Data = ChartData<VersionsChart>;

/** Room between the columns, px; the dashed line runs in its middle. */
const GAP = { narrow: 26, wide: 64 } as const satisfies Record<FrameName, number>;

/** Both versions in columns of one width, level statement by statement; below them what is not established. */
export function scene(data: Data, frame: FrameName): Scene {
  // read
  const versions = columnsOf(data);
  const dispute = entry(data.ledger, 'disputes', data.chart.dispute);
  // lay out
  const inner: Column = INNER[frame];
  const width = (inner.width - GAP[frame]) / 2;
  const columns: Column[] = [
    { x: inner.x, width },
    { x: inner.x + width + GAP[frame], width },
  ];
  const spine = inner.x + inner.width / 2;
  const groups: Group[] = [];
  let y = 8;
  const side = (make: (column: Column, i: number) => { setting: Setting; entry?: string } | undefined) => {
    const made = columns.map(make);
    const height = Math.max(...made.map((each) => each?.setting.height ?? 0));
    made.forEach((each) => {
      if (each) groups.push({ ...(each.entry ? { entry: each.entry } : {}), marks: each.setting.marks });
    });
    return height;
  };
  const spinePart = (from: number, to: number) =>
    groups.push({ marks: [uprightLine('spine', spine, from, to)] });

  let top = y;
  y += side((column, i) => {
    const { heading, side: said, wholeSide, isTold } = versions[i] as (typeof versions)[number];
    const set = (text: string) => {
      const paragraphs: Paragraph[] = [
        { role: 'heading', text: heading },
        { role: 'small', text, above: 3 },
      ];
      return setParagraphs(paragraphs, column, y);
    };
    return { setting: { height: set(wholeSide).height, marks: isTold ? set(said).marks : [] } };
  });
  const rows = Math.max(...versions.map(({ statements }) => statements.length));
  for (let row = 0; row < rows; row++) {
    y += 12;
    groups.push({ marks: columns.map((column) => levelLine('hairline', column, y)) });
    y += 11;
    y += side((column, i) => {
      const each = versions[i]?.statements[row];
      // its room stays as it is when the statement was not yet known, so that nothing jumps
      return each && { setting: shown(data, each, setStatement(data, each, column, y)), entry: each.id };
    });
    if (row === 0 && data.chart.middle) {
      y += 18;
      spinePart(top, y);
      const { group, height } = middle(data, spine, y + 12);
      groups.push(group);
      y += 12 + height;
      top = y + 12;
    }
  }
  y += 14;
  spinePart(top, y);
  groups.push({ marks: [levelLine('line-strong', inner, y)] });
  y += 12;
  const { x, marks } = contested(inner, y);
  const foot = setParagraphs(
    [
      { role: 'name', text: data.words.versions.notEstablished },
      { role: 'text', text: dispute.notEstablished, above: 2 },
    ],
    { x, width: inner.width - (x - inner.x) },
    y,
  );
  if (isOpen(data)) groups.push({ entry: data.chart.dispute, marks: [...marks, ...foot.marks] });
  // scene
  return {
    frame,
    width: FRAME_WIDTH[frame],
    height: Math.ceil(y + foot.height + 8),
    ground: { x: 0, y: 0 },
    groups: groups.filter(({ marks: any }) => any.length > 0),
  };
}

/** A statement: who, as what, what was said, when, through whom. */
function setStatement(
  { words }: Data,
  { name, post, party, says, claim, through }: Statement,
  column: Column,
  y: number,
) {
  const paragraphs: Paragraph[] = [
    { role: 'name', text: name, ...(party ? { party } : {}) },
    ...(post ? [{ role: 'small' as const, text: post }] : []),
    { role: 'text', text: says, above: 5 },
    { role: 'small', text: momentText(claim.said, words), above: 5 },
    { role: 'small', text: through.join(', ') },
  ];
  return setParagraphs(paragraphs, column, y);
}

const shown = (data: Data, { claim }: Statement, setting: Setting): Setting =>
  isShown(data, claim) ? setting : { ...setting, marks: [] };

/** The mark of what is contested, and where the words beside it start. */
function contested({ x }: Column, y: number) {
  const radius = markRadius('contested') * 0.75;
  return {
    marks: statusMark('contested', undefined, { x: x + radius + 1, y: y + 10 }, 0.75),
    x: x + radius * 2 + 14,
  };
}

/** What is certain, in the middle between the versions: the hour that nobody can prove, and that nothing began. */
function middle(data: Data, x: number, top: number): { group: Group; height: number } {
  const id = data.chart.middle as string;
  const { label, happened, known } = entry(data.ledger, 'events', id);
  const ring = markRadius('unconfirmed') + 2;
  const clock = TYPES.clock.line;
  const under = top + 2 * ring + 8;
  const text = label.replace(/^./, (letter) => letter.toUpperCase());
  const marks = isShown(data, { known })
    ? [
        ...namedHourMark({ x, y: top + ring }, ring),
        textAt('clock', clockText(happened), { x, y: under }, 'middle'),
        textAt('text', text, { x, y: under + clock }, 'middle'),
      ]
    : [];
  return { group: { entry: id, marks }, height: 2 * ring + 8 + clock + TYPES.text.line };
}
