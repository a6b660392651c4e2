import { colour, type Theme } from '../scene/palette.ts';
import { FRAME_WIDTH, type FrameName, type Picture } from '../scene/scene.ts';
import { attributes, paintAttributes } from './paint.ts';
import { drawGroups } from './standalone.ts';
import { groundTransform } from './svg.ts';

/** As shares of the window: the fade at the foot of a picture that goes on below, and the margin of one that is no map. */
const FADE = 0.16;
const MARGIN = 0.03;

/**
 * A window onto one frame of a picture, at 0, 0: the frame as wide as the window. A map fills the window from its
 * middle; another picture starts at its top and fades out where it goes on, or stands in the middle when it is short.
 *
 * @param width px
 * @param height px
 */
export function cropSvg(
  picture: Picture,
  frame: FrameName,
  width: number,
  height: number,
  theme: Theme,
): string {
  const { height: whole, ground, groups } = picture.frames[frame];
  const isMap = picture.ground.length > 0;
  const margin = isMap ? 0 : width * MARGIN;
  const scale = Math.max((width - 2 * margin) / FRAME_WIDTH[frame], isMap ? height / whole : 0);
  const [x, spare] = [(width - FRAME_WIDTH[frame] * scale) / 2, height - whole * scale];
  const goesOn = !isMap && spare < 2 * margin;
  const paper = colour('paper', theme);
  const depth = height * FADE;
  const fade = `<linearGradient id="fade" x2="0" y2="1"><stop offset="0" stop-color="${paper}" stop-opacity="0"/><stop offset="1" stop-color="${paper}"/></linearGradient>`;
  const hatch = `<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M1 0V5"${paintAttributes('hatch-line', theme)}/></pattern>`;
  return [
    `<defs><clipPath id="window"><rect width="${width}" height="${height}"/></clipPath>${hatch}${goesOn ? fade : ''}</defs>`,
    '<g clip-path="url(#window)">',
    `<g transform="translate(${x} ${goesOn ? margin : spare / 2}) scale(${scale})">`,
    `<g transform="${groundTransform(ground)}">${drawGroups(picture.ground, theme, ground.scale)}</g>${drawGroups(groups, theme)}</g>`,
    goesOn ? `<rect${attributes({ y: height - depth, width, height: depth, fill: 'url(#fade)' })}/>` : '',
    '</g>',
  ].join('');
}

/** The same as a file of its own on paper, for lists of charts. */
export function thumbSvg(picture: Picture, width: number, height: number, theme: Theme): string {
  const ground = `<rect width="${width}" height="${height}" fill="${colour('paper', theme)}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${ground}${cropSvg(picture, 'wide', width, height, theme)}</svg>`;
}
