import { colour, PALETTE, type ColourToken, type Theme } from '../scene/palette.ts';
import {
  DIM,
  EMPHASISED,
  HALO,
  PAINTS,
  TYPES,
  type Paint,
  type PaintRole,
  type Type,
  type TypeRole,
} from '../scene/roles.ts';
import type { Face } from '../scene/text-width.ts';

/** The families of each face: as the site names them, then what a stand-alone picture falls back to. */
const FAMILIES: Record<Face, { css: string; family: string; weight: number; style: 'normal' | 'italic' }> = {
  label: { css: 'var(--sans)', family: "'Ten Sans', Arial, sans-serif", weight: 400, style: 'normal' },
  strong: { css: 'var(--sans)', family: "'Ten Sans', Arial, sans-serif", weight: 600, style: 'normal' },
  italic: { css: 'var(--serif)', family: "'Ten Serif', Georgia, serif", weight: 400, style: 'italic' },
  display: {
    css: 'var(--display)',
    family: "'Ten Serif Display', Georgia, serif",
    weight: 600,
    style: 'normal',
  },
};

/** What `hue` can mean. */
const HUES = [
  'ink',
  'ukraine',
  'russia',
  'turkiye',
  'usa',
  'europe',
  'other',
] as const satisfies ColourToken[];

/** The custom properties of one theme: `--paper:#fbfaf6;…` */
export function tokensCss(theme: Theme, tokens = Object.keys(PALETTE) as ColourToken[]): string {
  return tokens.map((token) => `--${token}:${colour(token, theme)};`).join('');
}

/** The rules that paint pictures printed with class names. */
export function pictureCss(
  paints = Object.keys(PAINTS) as PaintRole[],
  types = Object.keys(TYPES) as TypeRole[],
  hues: ColourToken[] = [...HUES],
): string {
  const names = hues.map((hue) => `.hue-${hue}{--hue:var(--${hue})}`);
  const shapes = paints.map((role) => `.${role}{${declarations(PAINTS[role])}}`);
  const texts = types.map((role) => `.t-${role}{${typeDeclarations(TYPES[role])}}`);
  const common = `:where(.picture) text{paint-order:stroke;stroke-width:${HALO}px;stroke-linejoin:round}
.dim path{opacity:${DIM}}
.dim text{fill:var(--muted)}
.emphasis .t-${EMPHASISED}{text-decoration:underline 2px;text-underline-offset:3px}`;
  return [...names, ...shapes, common, ...texts].join('\n');
}

const pairs = (list: Record<string, string | number | undefined>) =>
  Object.entries(list)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');

function declarations({ fill, fillOpacity, stroke, strokeOpacity, width, dash, cap, join }: Paint): string {
  return pairs({
    fill: fill === 'hatch-pattern' ? 'url(#hatch)' : fill ? `var(--${fill})` : 'none',
    'fill-opacity': fillOpacity,
    stroke: stroke && `var(--${stroke})`,
    'stroke-opacity': strokeOpacity,
    'stroke-width': width,
    'stroke-dasharray': dash?.replaceAll(' ', ','),
    'stroke-linecap': cap,
    'stroke-linejoin': join,
  });
}

function typeDeclarations({ face, size, fill, tracking, halo }: Type): string {
  const { css, weight, style } = FAMILIES[face];
  return pairs({
    font: `${style === 'italic' ? 'italic ' : ''}${weight} ${size}px ${css}`,
    fill: `var(--${fill})`,
    'letter-spacing': tracking && `${tracking}em`,
    stroke: halo && `var(--${halo})`,
  });
}

/** How a shape of a picture that stands alone differs from what its role says. */
export interface Particulars {
  hue?: ColourToken;
  /** How much larger it is shown: its strokes are drawn that much thinner. */
  scale?: number;
  /** How much of it is seen. */
  opacity?: number;
}

/** The same paint as attributes with literal colours, for pictures that stand alone. */
export function paintAttributes(
  role: PaintRole,
  theme: Theme,
  { hue = 'ink', scale = 1, opacity }: Particulars = {},
): string {
  const { fill, fillOpacity, stroke, strokeOpacity, width, dash, cap, join }: Paint = PAINTS[role];
  const literal = (token: ColourToken | 'hue') => colour(token === 'hue' ? hue : token, theme);
  const seen = (own: number | undefined) => (opacity === undefined ? own : (own ?? 1) * opacity);
  const shrunk = (length: number) => Math.round((length / scale) * 1000) / 1000;
  return attributes({
    fill: fill === 'hatch-pattern' ? 'url(#hatch)' : fill ? literal(fill) : 'none',
    'fill-opacity': fill && seen(fillOpacity),
    stroke: stroke && literal(stroke),
    'stroke-opacity': stroke && seen(strokeOpacity),
    'stroke-width': width && shrunk(width),
    'stroke-dasharray': dash
      ?.split(' ')
      .map((part) => shrunk(Number(part)))
      .join(' '),
    'stroke-linecap': cap,
    'stroke-linejoin': join,
  });
}

/** A text's type as attributes. */
export function typeAttributes({ face, size, fill, tracking }: Type, theme: Theme): string {
  const { family, weight, style } = FAMILIES[face];
  return attributes({
    'font-family': family,
    'font-size': size,
    'font-weight': weight === 400 ? undefined : weight,
    'font-style': style === 'italic' ? style : undefined,
    'letter-spacing': tracking && Math.round(tracking * size * 100) / 100,
    fill: colour(fill, theme),
  });
}

export function attributes(list: Record<string, string | number | undefined>): string {
  return Object.entries(list)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}

export const escape = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] as string,
  );
