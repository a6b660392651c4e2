import { colour } from '../scene/palette.ts';
import type { Type } from '../scene/roles.ts';
import { FRAME_WIDTH, type Picture } from '../scene/scene.ts';
import { textWidth, wrapText } from '../scene/text-width.ts';
import { clockMark } from './clock-mark.ts';
import { cropSvg } from './crop.ts';
import { escape, typeAttributes } from './paint.ts';

/** The size that link previews ask for, px. */
export const CARD = { width: 1200, height: 630 };

/** What stands on a card. */
export interface Card {
  site: string;
  kicker: string;
  title: string;
  asOf: string;
  /** What is to be seen at the end side; without it, the clock. */
  picture?: Picture;
}

const SIDE = 56;
/** The narrow frame, half as large again: its labels can be read in a preview. */
const WINDOW = { x: CARD.width - FRAME_WIDTH.narrow * 1.5, width: FRAME_WIDTH.narrow * 1.5 };
const ROOM = WINDOW.x - SIDE - 48;
const TITLE_ROOM = 290;
const TITLE_SIZES = [72, 64, 58, 52, 46, 41, 37, 33];
const SMALL: Record<'site' | 'kicker' | 'asOf', Type> = {
  site: { face: 'display', size: 27, line: 34, fill: 'ink' },
  kicker: { face: 'strong', size: 25, line: 34, fill: 'muted' },
  asOf: { face: 'label', size: 23, line: 31, fill: 'muted' },
};

/** A card for link previews, 1200 × 630 px. Throws when a text does not fit or has a letter that the fonts lack. */
export function cardSvg({ site, kicker, title, asOf, picture }: Card): string {
  const { type, lines } = titleThatFits(title);
  const foot = wrapText(asOf, SMALL.asOf.face, SMALL.asOf.size, ROOM);
  fits([site], SMALL.site, ROOM - 56);
  fits([kicker], SMALL.kicker, ROOM);
  fits(foot, SMALL.asOf, ROOM);
  const top = (CARD.height - lines.length * type.line) / 2 + 22;
  const bottom = CARD.height - 52 - (foot.length - 1) * SMALL.asOf.line;
  const mark = `<g transform="translate(${SIDE} 44) scale(1.667)">${clockMark(colour('ink', 'light'))}</g>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}">`,
    `<rect width="${CARD.width}" height="${CARD.height}" fill="${colour('paper', 'light')}"/>`,
    picture ? pictureWindow(picture) : bigClock(),
    mark,
    line(site, SIDE + 54, 73, SMALL.site),
    line(kicker, SIDE, top - type.size * 0.35 - 22, SMALL.kicker),
    ...lines.map((text, i) => line(text, SIDE, top + i * type.line + type.size * 0.7, type)),
    ...foot.map((text, i) => line(text, SIDE, bottom + i * SMALL.asOf.line, SMALL.asOf)),
    '</svg>',
  ].join('\n');
}

/** The largest size at which the title fits its room. */
function titleThatFits(title: string): { type: Type; lines: string[] } {
  // a number stays with its unit or month
  const together = title.replace(/(\d) (?=\p{L})/gu, '$1\u00a0');
  for (const size of TITLE_SIZES) {
    const type: Type = { face: 'display', size, line: Math.round(size * 1.1), fill: 'ink', tracking: -0.012 };
    const lines = wrapText(together, type.face, size, ROOM);
    const widest = Math.max(...lines.map((text) => textWidth(text, type.face, size)));
    if (widest <= ROOM && lines.length * type.line <= TITLE_ROOM) return { type, lines };
  }
  throw new Error(`The title is too long for a social card: "${title}"`);
}

function fits(lines: string[], { face, size }: Type, room: number): void {
  for (const text of lines)
    if (textWidth(text, face, size) > room) throw new Error(`Too long for a social card: "${text}"`);
}

const line = (text: string, x: number, y: number, type: Type) =>
  `<text x="${x}" y="${Math.round(y)}"${typeAttributes(type, 'light')}>${escape(text)}</text>`;

const pictureWindow = (picture: Picture) =>
  `<g transform="translate(${WINDOW.x} 0)">${cropSvg(picture, 'narrow', WINDOW.width, CARD.height, 'light')}</g><path d="M${WINDOW.x - 0.5} 0V${CARD.height}" stroke="${colour('hairline', 'light')}"/>`;

const bigClock = () =>
  `<rect x="${WINDOW.x}" width="${WINDOW.width}" height="${CARD.height}" fill="${colour('sunk', 'light')}"/><g transform="translate(${WINDOW.x + WINDOW.width / 2 - 12 * 15} ${CARD.height / 2 - 12 * 15}) scale(15)">${clockMark(colour('ink', 'light'), 24, 0.4)}</g>`;
