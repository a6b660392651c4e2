import { colour, type Theme } from '../scene/palette.ts';
import { attributes } from './paint.ts';

// The sign of the site: a clock at ten, dashed, because that hour is what nobody can prove. Drawn in a box of 24.

const RADIUS = 10;

/**
 * The ring and the hands, in one colour.
 *
 * @param dashes 24, as the day has hours; 12 where the mark is small
 * @param weight of the lines, where it is drawn large or small
 */
export function clockMark(stroke: string, dashes: 12 | 24 = 24, weight = 1): string {
  const line = { fill: 'none', stroke };
  // lengths of the line, since not every program knows `pathLength`; a dash stands at the top
  const hour = (2 * Math.PI * RADIUS) / dashes;
  const ring = attributes({
    ...line,
    cx: 12,
    cy: 12,
    r: RADIUS,
    'stroke-width': round(1.6 * weight),
    'stroke-dasharray': `${round(hour * 0.62)} ${round(hour * 0.38)}`,
    'stroke-dashoffset': round(hour * 0.31),
  });
  const hands = attributes({
    ...line,
    d: 'M12 5.2V12L7.2 9.2',
    'stroke-width': round(1.8 * weight),
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
  return `<circle${ring}/><path${hands}/>`;
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/**
 * The mark on a ground of paper, as an icon.
 *
 * @param share how much of the width the ring takes; the system may cut away all but the middle 0.8 of a maskable icon
 * @param radius of the corners, as a share of the width
 */
export function iconSvg(share: number, radius: number, theme: Theme = 'light'): string {
  const scale = share / (2 * RADIUS + 1.6 * 1.3);
  const place = `translate(${0.5 - 12 * scale} ${0.5 - 12 * scale}) scale(${scale})`;
  const ground = `<rect width="1" height="1" rx="${radius}" fill="${colour('paper', theme)}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 1 1">${ground}<g transform="${place}">${clockMark(colour('ink', theme), 12, 1.3)}</g></svg>`;
}
