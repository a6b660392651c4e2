import { colour, type ColourToken, type Theme } from '../scene/palette.ts';
import { DIM, EMPHASISED, HALO, TYPES, type Type } from '../scene/roles.ts';
import type { Group, Mark, Picture, ShapeMark } from '../scene/scene.ts';
import { textWidth, wrapText } from '../scene/text-width.ts';
import { escape, paintAttributes, typeAttributes } from './paint.ts';
import { groundTransform, partsOf, turnAttribute } from './svg.ts';

/** A mark of a picture, in a box of 16 px in height, and what it means. */
export interface KeyItem {
  marks: ShapeMark[];
  /** px */
  width: number;
  /** A sample of a line, wider than a mark. */
  isLine: boolean;
  text: string;
}

/** The words that go round a picture that stands alone. */
export interface Caption {
  title: string;
  key: KeyItem[];
  asOf: string;
  sources: string;
  notes: string[];
  credit: string;
  alt: string;
  language: string;
}

const SIDE = 24;
/** How much wider a title may come out where another program has to use a face of its own for live text. */
const WIDER = 1.25;
const TEXT: Record<'title' | 'strong' | 'small' | 'key', Type> = {
  title: { face: 'display', size: 26, line: 32, fill: 'ink' },
  strong: { face: 'strong', size: 13, line: 20, fill: 'ink' },
  small: { face: 'label', size: 12.5, line: 17, fill: 'muted' },
  key: { face: 'label', size: 13, line: 24, fill: 'ink' },
};
/** In the key, between a mark and its word, and between a word and the next mark, px. */
const GAP = { mark: 7, item: 20 };

/**
 * A picture as an SVG file of its own: literal colours, plain attributes, its own title, state of knowledge, sources,
 * credit and licence. No class, no style, no outside font, so that office programs and rasterisers read it alike.
 */
export function standaloneSvg(picture: Picture, caption: Caption, theme: Theme): string {
  const scene = picture.frames.wide;
  const width = scene.width + 2 * SIDE;
  const lines = (text: string, type: Type, room: number = scene.width) =>
    wrapText(text, type.face, type.size, room);
  const head = lines(caption.title, TEXT.title, scene.width / WIDER);
  const under = 20 + head.length * TEXT.title.line + 12;
  const key = setKey(caption.key, under, scene.width, theme);
  const top = under + key.height;
  const foot: { text: string; type: Type }[] = [
    ...lines(caption.asOf, TEXT.strong).map((text) => ({ text, type: TEXT.strong })),
    ...[caption.sources, ...caption.notes, caption.credit]
      .flatMap((text) => lines(text, TEXT.small))
      .map((text) => ({ text, type: TEXT.small })),
  ];
  const bottom = top + scene.height + 12;
  const height = bottom + foot.reduce((sum, { type }) => sum + type.line, 0) + 20;

  let y = 20;
  const titleText = head
    .map((text) => plainText(text, SIDE, (y += TEXT.title.line) - 8, TEXT.title, theme))
    .join('');
  y = bottom;
  const footText = foot
    .map(({ text, type }) => plainText(text, SIDE, (y += type.line) - 4, type, theme))
    .join('');
  // the ground reaches beyond the frame, and the marks of a picture without one do not; a clip costs the maker of PNGs a
  // quarter of its time or more
  const clipped = picture.ground.length > 0;
  const clip = `<clipPath id="clip"><rect x="0" y="0" width="${scene.width}" height="${scene.height}"/></clipPath>`;
  const hatch = `<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M1 0V5"${paintAttributes('hatch-line', theme)}/></pattern>`;
  const ground = `<g transform="${groundTransform(scene.ground)}">${drawGroups(picture.ground, theme, scene.ground.scale)}</g>`;
  const body = (clipped ? ground : '') + drawGroups(scene.groups, theme);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" lang="${caption.language}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escape(caption.title)}</title><desc id="desc">${escape(caption.alt)}</desc>`,
    `<defs>${clipped ? clip : ''}${hatch}</defs>`,
    `<rect x="0" y="0" width="${width}" height="${height}" fill="${colour('paper' satisfies ColourToken, theme)}"/>`,
    titleText,
    key.text,
    `<g transform="translate(${SIDE} ${top})">${clipped ? `<g clip-path="url(#clip)">${body}</g>` : body}</g>`,
    footText,
    '</svg>\n',
  ].join('\n');
}

/**
 * Groups of marks with literal colours and plain attributes.
 *
 * @param scale how much larger the groups are shown: programs for files know no strokes that keep their width
 */
export const drawGroups = (groups: Group[], theme: Theme, scale = 1): string =>
  groups.flatMap((group) => group.marks.map((mark) => drawMark(mark, group, theme, scale))).join('\n');

function drawMark(mark: Mark, { emphasis, dim }: Group, theme: Theme, scale: number): string {
  // opacity is that of each paint: the maker of our PNGs stops at a clipped group that has its own
  const opacity = dim ? DIM : undefined;
  if (mark.mark === 'shape') {
    const { role, hue, d } = mark;
    const particulars = { scale, ...(hue ? { hue } : {}), ...(opacity ? { opacity } : {}) };
    return `<path d="${d}"${paintAttributes(role, theme, particulars)}/>`;
  }
  const { role, text, align, letters, bold } = mark;
  // a dimmed text can still be read
  const type: Type = dim ? { ...TYPES[role], fill: 'muted' } : TYPES[role];
  const line = emphasis && role === EMPHASISED ? ' text-decoration="underline"' : '';
  const set = (content: string, { x, y, turn }: { x: number; y: number; turn?: number }, more: string) =>
    `<text x="${x}" y="${y}"${turnAttribute(turn, x, y)}${more}>${content}</text>`;
  // The halo is a text of its own: some programs paint a stroke over the letters whatever the paint order says.
  const halo =
    type.halo && ` stroke="${colour(type.halo, theme)}" stroke-width="${HALO}" stroke-linejoin="round"`;
  const face = typeAttributes(type, theme);
  if (!letters) {
    const anchor = align === 'start' ? '' : ` text-anchor="${align}"`;
    const body = partsOf(text, bold)
      .map(([part, strong]) => (strong ? `<tspan font-weight="600">${escape(part)}</tspan>` : escape(part)))
      .join('');
    const own = set(body, mark, anchor + face + line);
    return (halo ? set(body, mark, anchor + face + halo) : '') + own;
  }
  // a text along a line is drawn a letter at a time: not every program knows lists of positions
  const each = (more: string) =>
    [...text]
      .map((letter, i) => (letter === ' ' ? '' : set(escape(letter), letters[i] ?? mark, more)))
      .join('');
  return (halo ? each(face + halo) : '') + each(face);
}

/** The key in rows, from the top down. */
function setKey(items: KeyItem[], top: number, room: number, theme: Theme): { text: string; height: number } {
  const { face, size, line } = TEXT.key;
  let [x, y] = [0, top];
  const set = items.map(({ marks, width, text }) => {
    // a tenth more, since another face may be wider
    const wide = width + GAP.mark + 1.1 * textWidth(text, face, size);
    if (x > 0 && x + wide > room) [x, y] = [0, y + line];
    const at = SIDE + x;
    x += wide + GAP.item;
    const drawn = drawGroups([{ marks }], theme);
    return `<g transform="translate(${at} ${y})">${drawn}</g>${plainText(text, at + width + GAP.mark, y + 12.5, TEXT.key, theme)}`;
  });
  return { text: set.join('\n'), height: items.length > 0 ? y - top + line + 4 : 0 };
}

function plainText(text: string, x: number, y: number, type: Type, theme: Theme): string {
  // throws for a letter that the bundled font lacks, since the PNG would leave it out
  textWidth(text, type.face, type.size);
  return `<text x="${x}" y="${y}"${typeAttributes(type, theme)}>${escape(text)}</text>`;
}
