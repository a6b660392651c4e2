import type { Box } from './box.ts';
import { glyphBoxes, sharpestTurn } from './course.ts';
import type { LabelRequest, PlacedLabel } from './place-labels.ts';

// Where a label may stand, and how good each place is: lower costs are better. The order of the eight places about a
// point is that of Eduard Imhof 1975, «Positioning names on maps»: right of it, then left, above, below.

/** A position of a label. */
export interface Candidate extends PlacedLabel {
  cost: number;
  /** The room it takes: one box for a straight text, one for each letter along a line. */
  boxes: Box[];
}

/** Distance of text from its mark, px. */
const GAP = 5;
/** Distance of a leader from text and from mark, px. */
const LEADER_GAP = { text: 4, mark: 3 };
const LEADER_DISTANCES = [14, 24, 38, 54, 72, 94, 120, 150];
/** From this distance on a label needs a leader to its mark, px. */
const NEEDS_LEADER = 12;
/** How far the name of an area may move, px. */
const REACH = 28;
/** A name along a line bends no more than this from one letter to the next, degrees. */
const SHARPEST = 28;

const straight = (label: PlacedLabel, cost: number): Candidate => ({ ...label, cost, boxes: [label.box] });

/** A name may stand anywhere about the middle of its area. */
export function areaCandidates({ id, anchor, width, height, reach = REACH }: LabelRequest): Candidate[] {
  const steps = [0, -reach / 4, reach / 4, -reach / 2, reach / 2, -reach, reach];
  return steps.flatMap((dy) =>
    steps.map((dx) =>
      straight(
        { id, box: { x: anchor.x + dx, y: anchor.y + dy, width, height }, align: 'middle' },
        Math.hypot(dx, dy),
      ),
    ),
  );
}

/** A name slides along its line: best in the middle of it, and where the line is straightest. */
export function courseCandidates(
  { id, anchor, width, height }: LabelRequest,
  { line, glyphs, size }: NonNullable<LabelRequest['course']>,
): Candidate[] {
  const room = (line.length - width) / 2;
  const shifts = Array.from({ length: Math.max(Math.floor(room / 8), 0) * 2 + 1 }, (_, i) =>
    i % 2 === 0 ? -4 * i : 4 * (i + 1),
  );
  if (room < 0) return [];
  return shifts.flatMap((shift): Candidate[] => {
    const letters = glyphs(line.length / 2 + shift);
    const sharpest = sharpestTurn(letters);
    if (sharpest > SHARPEST) return [];
    const boxes = glyphBoxes(letters, height, size);
    return [
      {
        id,
        box: { ...anchor, width, height },
        align: 'middle',
        glyphs: letters,
        boxes,
        cost: Math.abs(shift) * 0.15 + sharpest,
      },
    ];
  });
}

/** Where an editor wants it. */
export function fixedCandidate(
  { id, anchor, clearance, width, height }: LabelRequest,
  { x: dx, y: dy }: { x: number; y: number },
): Candidate {
  const box = { x: anchor.x + dx, y: anchor.y + dy, width, height };
  const align = dx > width / 4 ? 'start' : dx < -width / 4 ? 'end' : 'middle';
  // the nearest point of the box to the mark
  const near = {
    x: Math.min(Math.max(anchor.x, box.x - width / 2), box.x + width / 2),
    y: Math.min(Math.max(anchor.y, box.y - height / 2), box.y + height / 2),
  };
  const distance = Math.hypot(near.x - anchor.x, near.y - anchor.y);
  if (distance < clearance + NEEDS_LEADER) return straight({ id, box, align }, 0);
  const along = (px: number) => ({
    x: anchor.x + ((near.x - anchor.x) / distance) * px,
    y: anchor.y + ((near.y - anchor.y) / distance) * px,
  });
  const leader = { from: along(distance - LEADER_GAP.text), to: along(clearance + LEADER_GAP.mark) };
  return straight({ id, box, align, leader }, 0);
}

/** Beside the mark, or away from it on a leader. */
export function pointCandidates(request: LabelRequest): Candidate[] {
  const { id, anchor, clearance, width, height, firstLine } = request;
  const away = clearance + GAP;
  const level = anchor.y - firstLine / 2 + height / 2;
  const at = (x: number, y: number, align: PlacedLabel['align'], cost: number): Candidate =>
    straight({ id, box: { x, y, width, height }, align }, cost);
  const right = anchor.x + away + width / 2;
  const left = anchor.x - away - width / 2;
  const above = anchor.y - away - height / 2;
  const below = anchor.y + away + height / 2;
  const near = [
    at(right, level, 'start', 0),
    at(left, level, 'end', 6),
    at(anchor.x, above, 'middle', 12),
    at(anchor.x, below, 'middle', 16),
    at(anchor.x - clearance + width / 2, above, 'start', 14),
    at(anchor.x + clearance - width / 2, above, 'end', 18),
    at(anchor.x - clearance + width / 2, below, 'start', 18),
    at(anchor.x + clearance - width / 2, below, 'end', 20),
  ];
  const far = LEADER_DISTANCES.flatMap((distance) =>
    Array.from({ length: 16 }, (_, i) => withLeader(request, (i * 360) / 16, clearance + distance)),
  );
  return request.away ? far : [...near, ...far];
}

/** A label away from its mark, in a direction (degrees, clockwise from the right), with a leader between them. */
function withLeader(
  { id, anchor, clearance, width, height, firstLine }: LabelRequest,
  direction: number,
  distance: number,
): Candidate {
  const angle = (direction * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const from = { x: anchor.x + cos * distance, y: anchor.y + sin * distance };
  const to = {
    x: anchor.x + cos * (clearance + LEADER_GAP.mark),
    y: anchor.y + sin * (clearance + LEADER_GAP.mark),
  };
  const side = cos > 0.4 ? 'start' : cos < -0.4 ? 'end' : 'middle';
  const flat = Math.abs(sin) < 0.4;
  const x =
    from.x +
    (side === 'start' ? width / 2 : side === 'end' ? -width / 2 : 0) +
    (flat ? cos * LEADER_GAP.text : 0);
  // a level leader points at the first line
  const y =
    from.y + (flat ? (height - (firstLine || height)) / 2 : Math.sign(sin) * (height / 2 + LEADER_GAP.text));
  const box = { x, y, width, height };
  return straight({ id, box, align: side, leader: { from, to } }, 40 + distance * 0.5 + (sin > 0 ? 4 : 0));
}
