import type { ColourToken } from './palette.ts';
import type { Spell } from './over-ticks.ts';
import type { PaintRole, TypeRole } from './roles.ts';

/** The two layouts of every picture. A container query shows one; type has the same size in both. */
export const FRAMES = ['narrow', 'wide'] as const;
export type FrameName = (typeof FRAMES)[number];

/** Widths in px. Below 360 the sides of the narrow frame are cut, so labels keep within the middle 304. */
export const FRAME_WIDTH = { narrow: 360, wide: 720 } as const satisfies Record<FrameName, number>;

/** A shape: an SVG path in the frame's px. */
export interface ShapeMark {
  mark: 'shape';
  role: PaintRole;
  /** What `hue` means here: the colour of a party. */
  hue?: ColourToken;
  d: string;
}

/** A line of text; `x`, `y` is the start, middle or end of its baseline. */
export interface TextMark {
  mark: 'text';
  role: TypeRole;
  text: string;
  x: number;
  y: number;
  align: 'start' | 'middle' | 'end';
  /** Clockwise turn around `x`, `y`, degrees. */
  turn?: number;
  /** The parts of it that are set bold: first letter, and the letter after the last. */
  bold?: [number, number][];
  /** For a text along a line: where the start of each letter's baseline stands, and its turn. `x`, `y` is the first. */
  letters?: { x: number; y: number; turn: number }[];
}

export type Mark = ShapeMark | TextMark;

/** Marks that belong together: one layer of the ground, or all that shows one entry of the ledger. */
export interface Group {
  /** The ledger entry it shows. Marks of an entry are a link to its place in the list. */
  entry?: string;
  status?: string;
  /** The ticks that show it, in a picture that holds several. */
  spell?: Spell;
  /** What its link is called where it holds no words. */
  name?: string;
  /** It matters more, or less, than the others in this state of the chart. */
  emphasis?: boolean;
  dim?: boolean;
  /** A disc of 24 px or more that can be hit: its middle. */
  target?: Point;
  /** The point of the ground that it belongs to and follows when the ground is moved. Without one it stands still. */
  anchor?: Point;
  /** It lies on the ground and grows with it, as a line between places does. */
  grows?: boolean;
  /** How early its label chooses its place when all are placed again: 0 first. */
  rank?: number;
  marks: Mark[];
}

/** Where the origin of a ground stands, px, and how much larger it is shown than it is drawn. Its strokes keep their width. */
export interface GroundPlace extends Point {
  scale?: number;
}

/** One frame of a picture. */
export interface Scene {
  frame: FrameName;
  width: number;
  height: number;
  /** Where the shared ground stands in this frame. */
  ground: GroundPlace;
  groups: Group[];
  /** Names that found no room; where a reader can enlarge the picture, there may be some. */
  spare?: Group[];
}

/** A whole picture: the ground both frames share (drawn once), and the frames. */
export interface Picture {
  ground: Group[];
  frames: Record<FrameName, Scene>;
}

export interface Point {
  x: number;
  y: number;
}

export const round = (value: number): number => Math.round(value * 10) / 10;
