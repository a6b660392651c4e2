import { TYPES, type TypeRole } from './roles.ts';
import {
  FRAME_WIDTH,
  round,
  type FrameName,
  type Mark,
  type Point,
  type ShapeMark,
  type TextMark,
} from './scene.ts';
import { statusMark } from './status-mark.ts';
import { textWidth, wrapText } from './text-width.ts';

// Sets words in columns, for pictures that are read rather than looked at.

/** A part of a frame that words run in, px. */
export interface Column {
  x: number;
  width: number;
}

/** Where words may stand. The narrow frame may lose 20 px on each side on the smallest phones. */
export const INNER = {
  narrow: { x: 28, width: FRAME_WIDTH.narrow - 56 },
  wide: { x: 8, width: FRAME_WIDTH.wide - 16 },
} as const satisfies Record<FrameName, Column>;

/** A paragraph of one role; a party's shape may stand before it. */
export interface Paragraph {
  role: TypeRole;
  text: string;
  party?: string;
  /** Room above it, px. */
  above?: number;
}

/** Marks, and the room they take from the top, px. */
export interface Setting {
  marks: Mark[];
  height: number;
}

/** Room of a shape before a text, px. */
const SHAPE = 19;

/** Sets paragraphs under one another from `top` on, broken to the width of the column. */
export function setParagraphs(paragraphs: Paragraph[], column: Column, top: number): Setting {
  const marks: Mark[] = [];
  let y = top;
  for (const { role, text, party, above = 0 } of paragraphs) {
    const { face, size, line } = TYPES[role];
    const indent = party ? SHAPE : 0;
    y += above;
    if (party)
      marks.push(...statusMark('happened', party, { x: column.x + 6, y: round(y + line / 2) }, 0.86));
    for (const words of wrapText(text, face, size, column.width - indent)) {
      marks.push(textAt(role, words, { x: column.x + indent, y }));
      y += line;
    }
  }
  return { marks, height: y - top };
}

/** A line of text whose line box starts at `y`. */
export function textAt(
  role: TypeRole,
  text: string,
  { x, y }: Point,
  align: TextMark['align'] = 'start',
): TextMark {
  const { line, size } = TYPES[role];
  // capitals stand in the middle of their line: their height is about 0.66 em
  return { mark: 'text', role, text, x: round(x), y: round(y + line / 2 + size * 0.33), align };
}

/** The room a line of a role needs, px. */
export const widthOf = (role: TypeRole, text: string): number => {
  const { face, size, tracking } = { tracking: 0, ...TYPES[role] };
  return textWidth(text, face, size, tracking);
};

/** A level line through a column. */
export const levelLine = (role: ShapeMark['role'], { x, width }: Column, y: number): ShapeMark => ({
  mark: 'shape',
  role,
  d: `M${round(x)} ${round(y)}h${round(width)}`,
});

/** An upright line. */
export const uprightLine = (role: ShapeMark['role'], x: number, from: number, to: number): ShapeMark => ({
  mark: 'shape',
  role,
  d: `M${round(x)} ${round(from)}V${round(to)}`,
});

/** A filled rectangle. */
export const block = (
  role: ShapeMark['role'],
  { x, width }: Column,
  top: number,
  height: number,
): ShapeMark => ({
  mark: 'shape',
  role,
  d: `M${round(x)} ${round(top)}h${round(width)}v${round(height)}h${round(-width)}z`,
});
