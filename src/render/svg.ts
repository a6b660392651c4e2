import type { ColourToken } from '../scene/palette.ts';
import { PAINTS, type Paint, type PaintRole, type TypeRole } from '../scene/roles.ts';
import type { Group, GroundPlace, Mark, Picture, Scene } from '../scene/scene.ts';
import { isShownAt, type Spell } from '../scene/over-ticks.ts';
import { circlePath } from '../scene/shapes.ts';
import { cutPath } from './cut-path.ts';
import { escape } from './paint.ts';

// Prints a picture for a page: class names instead of colours, so that one text serves both themes.

/** Radius of what can be hit around a mark, px: 24 px across is the least that WCAG 2.2 asks for. */
const TARGET = 15;

/**
 * The ground, which both frames share, in an element that takes no room.
 *
 * @param moves whether the browser moves it: then its lines are cut, for it to be quick
 */
export function groundSvg(id: string, ground: Group[], moves = false): string {
  // The same outline is drawn several times over: once as a path, then by reference. An attribute keeps the width of
  // strokes, since browsers do not look for a rule for what stands within a reference to a reference.
  const shared = new Map<string, { name: string; drawn: string }>();
  const path = (d: string, name = '') => `<path${name} vector-effect="non-scaling-stroke" d="${d}"/>`;
  const layers = ground
    .flatMap(({ marks }) => marks)
    .map((mark) => {
      if (mark.mark === 'text') return textElement(mark);
      const { fill, strokeOpacity, dash }: Paint = PAINTS[mark.role];
      // where a line is not opaque, its pieces would be seen to lie over each other
      const cut = moves && !fill && !strokeOpacity;
      const ends = cut && !dash ? ' stroke-linecap="round"' : '';
      const key = `${cut}${ends}${mark.d}`;
      const name = shared.get(key)?.name ?? `${id}_${mark.role}`;
      if (!shared.has(key)) {
        const pieces = () => cutPath(mark.d).map((piece) => path(piece));
        const drawn = cut ? `<g id="${name}"${ends}>${pieces().join('')}</g>` : path(mark.d, ` id="${name}"`);
        shared.set(key, { name, drawn });
      }
      return `<use href="#${name}" class="${mark.role}"/>`;
    })
    .join('');
  const defs = [...shared.values()].map(({ drawn }) => drawn).join('');
  return `<svg class="ground" width="0" height="0" aria-hidden="true" focusable="false"><defs>${defs}<g id="${id}_ground">${layers}</g></defs></svg>`;
}

/** The hatching of what is not confirmed, once for each page, in an element that takes no room. */
export const HATCH_SVG =
  '<svg class="ground" width="0" height="0" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch-line" d="M1 0V5"/></pattern></defs></svg>';

/** One frame of a picture. @param label what the picture is, for those who cannot see it */
export function frameSvg(id: string, scene: Scene, label: string): string {
  const body = scene.groups.map((group) => groupElement(id, group)).join('');
  return frameElement(id, scene, label, '', body);
}

/**
 * One frame of a picture that the browser may move, in one of the states of its chart: it says where its ground stands
 * and to which point of it each group belongs, and holds the names that only find room when it is enlarged.
 *
 * @param shown whether it is to be seen without JavaScript
 */
export function movingFrameSvg(
  id: string,
  state: string,
  scene: Scene,
  label: string,
  shown: boolean,
): string {
  const { x, y, scale = 1 }: GroundPlace = scene.ground;
  const view = scene.groups.some(({ anchor }) => anchor) ? ` data-view="${x} ${y} ${scale}"` : '';
  const attributes = ` data-state="${escape(state)}"${view}${shown ? '' : ' hidden'}`;
  const print = (group: Group) => movingGroup(id, group);
  const spare = (scene.spare ?? []).map(print).join('');
  const body = `${spare && `<g class="spare">${spare}</g>`}${scene.groups.map(print).join('')}`;
  return frameElement(id, scene, label, attributes, body);
}

/** A state of a chart in one frame. */
export interface StateFrame {
  state: string;
  scene: Scene;
}

/** Whether states of a chart differ in nothing but what they stress. */
export function differInStress(frames: StateFrame[]): boolean {
  const plain = ({ scene }: StateFrame) =>
    JSON.stringify({ ...scene, groups: scene.groups.map(({ emphasis, dim, ...group }) => group) });
  const [first, ...others] = frames.map(plain);
  return others.length > 0 && others.every((other) => other === first);
}

/**
 * One frame for several states that differ in what they stress: each mark says in which of them it stands out or steps
 * back. As printed, none does.
 *
 * @param label what the picture is when nothing in it is stressed
 */
export function stressedFrameSvg(id: string, frames: StateFrame[], label: string): string {
  const { scene } = frames[0] as StateFrame;
  const body = scene.groups.map(({ emphasis, dim, ...group }, i) => {
    const statesOf = (weight: 'emphasis' | 'dim') =>
      frames.filter(({ scene }) => scene.groups[i]?.[weight]).map(({ state }) => state);
    const weights = (['emphasis', 'dim'] as const)
      .map((weight) => [weight, statesOf(weight).join(' ')] as const)
      .filter(([, states]) => states)
      .map(([weight, states]) => ` data-${weight}="${escape(states)}"`);
    return groupElement(id, group).replace(/^<\w+/, (tag) => tag + weights.join(''));
  });
  const states = frames.map(({ state }) => state).join(' ');
  return frameElement(id, scene, label, ` data-state="${escape(states)}"`, body.join(''));
}

/** One frame that holds several moments; what its first moment does not show is hidden. @param tick the first moment */
export function overTimeFrameSvg(id: string, scene: Scene, label: string, tick: number): string {
  const body = scene.groups.map((group) => {
    const hidden = group.spell && !isShownAt(group.spell, tick);
    return hidden ? groupElement(id, group).replace(/^<\w+/, '$& hidden') : groupElement(id, group);
  });
  return frameElement(id, scene, label, '', body.join(''));
}

function frameElement(
  id: string,
  { frame, width, height, ground }: Scene,
  label: string,
  attributes: string,
  body: string,
): string {
  return `<svg class="picture ${frame}" role="group" aria-label="${escape(label)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"${attributes}><use href="#${id}_ground" transform="${groundTransform(ground)}"/>${body}</svg>`;
}

/** `translate(180 210) scale(2)` */
export const groundTransform = ({ x, y, scale = 1 }: GroundPlace) =>
  `translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale})`}`;

/** A picture whose marks are links only where the list has an entry of theirs. */
export function withLinksTo(picture: Picture, entries: string[]): Picture {
  const linked = (scene: Scene): Scene => ({
    ...scene,
    groups: scene.groups.map(({ entry, ...group }) =>
      entry !== undefined && entries.includes(entry) ? { entry, ...group } : group,
    ),
  });
  const { narrow, wide } = picture.frames;
  return { ...picture, frames: { narrow: linked(narrow), wide: linked(wide) } };
}

/** A picture whose marks lead elsewhere in a list than to their own ids: to what `anchorOf` says of an entry. */
export function withAnchors(picture: Picture, anchorOf: (entry: string) => string): Picture {
  const move = (group: Group): Group => (group.entry ? { ...group, entry: anchorOf(group.entry) } : group);
  const moved = (scene: Scene): Scene => ({
    ...scene,
    groups: scene.groups.map(move),
    ...(scene.spare ? { spare: scene.spare.map(move) } : {}),
  });
  const { narrow, wide } = picture.frames;
  return { ...picture, frames: { narrow: moved(narrow), wide: moved(wide) } };
}

/** The whole picture: shared parts, then both frames, of which a container query shows one. */
export function pictureSvg(id: string, picture: Picture, label: string): string {
  return groundSvg(id, picture.ground) + framesSvg(id, picture, label);
}

/** Both frames of a picture whose ground the page holds already. */
export function framesSvg(id: string, { frames }: Picture, label: string): string {
  return frameSvg(id, frames.narrow, label) + frameSvg(id, frames.wide, label);
}

function groupElement(id: string, group: Group): string {
  return linked(id, group, group.marks.map(markElement).join(''));
}

/** Ticks as attributes, for the browser to show and hide by: `data-from="3" data-until="5"`. */
const spellAttributes = (spell: Spell | undefined): string =>
  spell ? ` data-from="${spell.from}"${spell.until === undefined ? '' : ` data-until="${spell.until}"`}` : '';

function linked(id: string, group: Group, body: string): string {
  const { entry, name, target, emphasis, dim, spell } = group;
  const weight = emphasis ? ' class="emphasis"' : dim ? ' class="dim"' : '';
  const how = `${weight}${spellAttributes(spell)}`;
  if (!entry) return `<g aria-hidden="true"${how}>${body}</g>`;
  const hit = target ? `<path class="hit" d="${circlePath(target.x, target.y, TARGET)}"/>` : '';
  // The texts are the name of the link; the spaces between them are only heard.
  const label = name ? ` aria-label="${escape(name)}"` : '';
  return `<a href="#${id}-${entry}"${label}${how}>${hit}${body.replaceAll('</text><text', ' </text><text')}</a>`;
}

/** A group that can be moved, its label apart from its mark. */
function movingGroup(id: string, group: Group): string {
  const { anchor, grows, rank = 0, marks } = group;
  const split = marks.findIndex(
    ({ mark, role }) => (mark === 'text' && role !== 'count') || role === 'leader',
  );
  const [mark, label] = [marks.slice(0, split), marks.slice(split)].map((part) =>
    part.map(markElement).join(''),
  );
  const body = split < 0 ? marks.map(markElement).join('') : `${mark}<g class="label">${label}</g>`;
  const how = anchor
    ? ` data-at="${anchor.x} ${anchor.y}" data-rank="${rank}"`
    : grows
      ? ' class="grows"'
      : '';
  return `<g${how}>${linked(id, group, body)}</g>`;
}

const markElement = (mark: Mark): string => (mark.mark === 'text' ? textElement(mark) : shapeElement(mark));

/** A shape with its classes: what it is, and the colour of its party. */
export const shapeElement = ({ role, hue, d }: Extract<Mark, { mark: 'shape' }>): string =>
  `<path class="${hue ? `${role} hue-${hue}` : role}" d="${d}"/>`;

function textElement({
  role,
  text,
  x,
  y,
  align,
  turn,
  bold,
  letters,
}: Extract<Mark, { mark: 'text' }>): string {
  if (letters) {
    const list = (name: 'x' | 'y' | 'turn') => letters.map((letter) => letter[name]).join(' ');
    return `<text class="t-${role}" x="${list('x')}" y="${list('y')}" rotate="${list('turn')}">${escape(text)}</text>`;
  }
  const body = partsOf(text, bold)
    .map(([part, strong]) => (strong ? `<tspan class="strong">${escape(part)}</tspan>` : escape(part)))
    .join('');
  return `<text class="t-${role}${anchorClass(align)}" x="${x}" y="${y}"${turnAttribute(turn, x, y)}>${body}</text>`;
}

/** A text in parts: each with whether it is bold. */
export function partsOf(text: string, bold: [number, number][] = []): [string, boolean][] {
  const parts: [string, boolean][] = [];
  let at = 0;
  for (const [from, to] of [...bold].sort((a, b) => a[0] - b[0])) {
    if (from < at) continue;
    if (from > at) parts.push([text.slice(at, from), false]);
    parts.push([text.slice(from, to), true]);
    at = to;
  }
  return at < text.length ? [...parts, [text.slice(at), false]] : parts;
}

const anchorClass = (align: string) => (align === 'start' ? '' : align === 'end' ? ' end' : ' mid');

export const turnAttribute = (turn: number | undefined, x: number, y: number) =>
  turn ? ` transform="rotate(${turn} ${x} ${y})"` : '';

/** The roles that occur in a picture, so that an embed carries only the rules it needs. */
export function rolesOf(picture: Picture): { paints: PaintRole[]; types: TypeRole[]; hues: ColourToken[] } {
  const marks = [picture.ground, picture.frames.narrow.groups, picture.frames.wide.groups]
    .flat()
    .flatMap((group) => group.marks);
  const paints = new Set<PaintRole>(['hatch-line']);
  const types = new Set<TypeRole>();
  const hues = new Set<ColourToken>();
  for (const mark of marks) {
    if (mark.mark === 'text') types.add(mark.role);
    else paints.add(mark.role);
    if (mark.mark === 'shape' && mark.hue) hues.add(mark.hue);
  }
  return { paints: [...paints], types: [...types], hues: [...hues] };
}
