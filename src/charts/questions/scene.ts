import { entry } from '../../ledger/ledger.ts';
import { isKnownAt } from '../../ledger/moment.ts';
import { TYPES } from '../../scene/roles.ts';
import { FRAME_WIDTH, type FrameName, type Group, type Scene } from '../../scene/scene.ts';
import { block, INNER, levelLine, setParagraphs, type Column } from '../../scene/set-text.ts';
import type { ChartData } from '../kind.ts';
import type { QuestionsChart } from './schema.ts';

type Data = ChartData<QuestionsChart>;

/** Columns of question and answer, px; on a phone the answer stands below the question. */
const COLUMNS: Record<FrameName, { asks: Column; says: Column }> = {
  narrow: { asks: INNER.narrow, says: INNER.narrow },
  wide: { asks: { x: 8, width: 230 }, says: { x: 262, width: 450 } },
};

/** Each question with what was known when it was open. How it turned out is told by the list, not by the picture. */
export function scene(data: Data, frame: FrameName): Scene {
  const { chart, ledger, words } = data;
  const { asks: asksColumn, says: saysColumn } = COLUMNS[frame];
  const inner = INNER[frame];
  const shown = isShown(data);
  const groups: Group[] = [];
  let y = 4;
  chart.questions.forEach((id, i) => {
    const { asks, atMidday } = entry(ledger, 'questions', id);
    const publishers = [
      ...new Set(atMidday.sources.map((source) => entry(ledger, 'sources', source).publisher)),
    ];
    groups.push({ marks: [levelLine('line-strong', inner, y)] });
    const top = y + 12;
    const question = setParagraphs([{ role: 'heading', text: `${i + 1}  ${asks}` }], asksColumn, top);
    const below = asksColumn.x === saysColumn.x ? top + question.height + 6 : top + 3;
    const answer = setParagraphs(
      [
        { role: 'text', text: atMidday.says },
        { role: 'small', text: publishers.join(', '), above: 4 },
      ],
      saysColumn,
      below,
    );
    groups.push({ entry: id, marks: shown ? [...question.marks, ...answer.marks] : [] });
    y = Math.max(top + question.height, below + answer.height) + 14;
  });
  const foot = setParagraphs(
    [{ role: 'small', text: words.questions.outcomes }],
    { x: inner.x + 12, width: inner.width - 24 },
    y + 9,
  );
  groups.push({ marks: [block('panel', inner, y, foot.height + 18), ...foot.marks] });
  return {
    frame,
    width: FRAME_WIDTH[frame],
    height: Math.ceil(y + foot.height + 18 + TYPES.small.line / 2),
    ground: { x: 0, y: 0 },
    groups: groups.filter(({ marks }) => marks.length > 0),
  };
}

/** The questions are those of one moment: before it they are not asked yet. */
export const isShown = ({ chart, at }: Data): boolean => !at || isKnownAt(chart.asOf, at);
