import { iconSvg } from '../render/clock-mark.ts';
import { png } from '../render/png.ts';

/** The icons as PNGs, by name: px, how much of the width the clock takes, and the corners as a share of it. */
const ICONS = {
  'icon-32': { size: 32, share: 0.84, radius: 0.2 },
  'icon-192': { size: 192, share: 0.78, radius: 0.2 },
  'icon-512': { size: 512, share: 0.78, radius: 0.2 },
  // a phone rounds these itself, and may cut away all but the middle
  'apple-touch-icon': { size: 180, share: 0.7, radius: 0 },
  'maskable-192': { size: 192, share: 0.6, radius: 0 },
  'maskable-512': { size: 512, share: 0.6, radius: 0 },
} as const;
export type Icon = keyof typeof ICONS;

export const iconNames = Object.keys(ICONS) as Icon[];

export const iconSize = (name: Icon): number => ICONS[name].size;

export function iconFile(name: Icon): Promise<Uint8Array<ArrayBuffer>> {
  const { size, share, radius } = ICONS[name];
  return png(iconSvg(share, radius), size / 32);
}
