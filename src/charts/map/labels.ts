import type { Party } from '../../ledger/fields.ts';
import type { LabelRequest, PlacedLabel } from '../../scene/place-labels.ts';
import type { Glyph } from '../../scene/course.ts';
import { HALO, TYPES, type TypeRole } from '../../scene/roles.ts';
import { FRAME_WIDTH, round, type FrameName, type Group, type Mark, type Point } from '../../scene/scene.ts';
import type { Box } from '../../scene/box.ts';
import { statusMark } from '../../scene/status-mark.ts';
import { letterWidths, textWidth, wrapText } from '../../scene/text-width.ts';

/** A label that is still to be placed, and what becomes of it. */
export interface Wanted {
  request: LabelRequest;
  lines: Line[];
  /** The groups that the placed label completes. */
  group: (label: PlacedLabel | undefined) => Group[];
}

/** One line of a label; a party's shape may stand before it. */
export interface Line {
  role: TypeRole;
  text: string;
  party?: Party;
  /** It goes on from a line with a shape, and stands under that line's text. */
  indent?: boolean;
}

/** Widest line of a label, px. */
const LABEL_WIDTH = { narrow: 168, wide: 200 } as const satisfies Record<FrameName, number>;
/** The same for lines after a shape, such as names of people. */
const SHAPED_WIDTH = { narrow: 104, wide: 170 } as const satisfies Record<FrameName, number>;
/** Labels keep this far from the edges, px. The narrow frame may lose 20 px on each side on the smallest phones. */
export const EDGE = { narrow: 28, wide: 12 } as const satisfies Record<FrameName, number>;
/** Room for a shape beside a text, px. */
const SHAPE = 16;

/** A text broken into lines as wide as a label may be. A shape stands before the first of them. */
export function setLines(role: TypeRole, text: string, frame: FrameName, party?: Party): Line[] {
  const { face, size } = TYPES[role];
  return wrapText(text, face, size, (party ? SHAPED_WIDTH : LABEL_WIDTH)[frame]).map((line, i) => ({
    role,
    text: line,
    ...(party ? (i === 0 ? { party } : { indent: true }) : {}),
  }));
}

const lineWidth = ({ role, text, party, indent }: Line): number => {
  const { face, size, tracking } = { tracking: 0, ...TYPES[role] };
  return textWidth(text, face, size, tracking) + (party || indent ? SHAPE : 0);
};

/** The room that lines of text need, px. */
export function sizeOf(lines: Line[]): { width: number; height: number } {
  return {
    width: Math.max(...lines.map(lineWidth)) + HALO,
    height: lines.reduce((sum, { role }) => sum + TYPES[role].line, 0),
  };
}

/** A placed label's leader, lines of text and their shapes. */
export function labelMarks({ box, align, leader, glyphs }: PlacedLabel, lines: Line[]): Mark[] {
  if (glyphs) return [lettering(glyphs, lines[0] as Line)];
  const marks: Mark[] = [];
  if (leader) marks.push({ mark: 'shape', role: 'leader', d: segment(leader.from, leader.to) });
  // shapes stand in a column, so a block with shapes is never centred
  const shaped = lines.some(({ party }) => party);
  const side = shaped && align === 'middle' ? 'start' : align;
  const x = box.x + { start: -1, middle: 0, end: 1 }[side] * ((box.width - HALO) / 2);
  let y = box.y - box.height / 2;
  for (const { role, text, party, indent } of lines) {
    const { line, size } = TYPES[role];
    const shift = party || indent ? (side === 'end' ? -SHAPE : SHAPE) : 0;
    // capitals stand in the middle of their line: their height is about 0.66 em
    marks.push({
      mark: 'text',
      role,
      text,
      x: round(x + shift),
      y: round(y + line / 2 + size * 0.33),
      align: side,
    });
    if (party)
      marks.push(
        ...statusMark(
          'happened',
          party,
          { x: round(x + (side === 'end' ? -6 : 6)), y: round(y + line / 2) },
          0.78,
        ),
      );
    y += line;
  }
  return marks;
}

/** A text along a line: its letters' middles become the starts of their baselines. */
function lettering(glyphs: Glyph[], { role, text }: Line): Mark {
  const { face, size } = TYPES[role];
  const letters = glyphs.map(({ letter, x, y, turn }) => {
    const angle = (turn * Math.PI) / 180;
    const [half, down] = [(letterWidths(letter, face, size)[0] as number) / 2, size * 0.25];
    return {
      x: round(x - Math.cos(angle) * half - Math.sin(angle) * down),
      y: round(y - Math.sin(angle) * half + Math.cos(angle) * down),
      turn: Math.round(turn),
    };
  });
  const { x, y } = letters[0] as { x: number; y: number };
  return { mark: 'text', role, text, x, y, align: 'start', letters };
}

export const segment = (from: Point, to: Point): string =>
  `M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`;

/** What labels may not leave. */
export const innerFrame = (frame: FrameName, height: number): Box => ({
  x: FRAME_WIDTH[frame] / 2,
  y: height / 2,
  width: FRAME_WIDTH[frame] - 2 * EDGE[frame],
  height: height - 16,
});
