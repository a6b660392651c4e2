import type { ColourToken } from './palette.ts';
import type { Face } from './text-width.ts';

/** How a shape is painted: colours by name, lengths in px. */
export interface Paint {
  fill?: ColourToken | 'hue' | 'hatch-pattern';
  fillOpacity?: number;
  stroke?: ColourToken | 'hue';
  strokeOpacity?: number;
  width?: number;
  dash?: string;
  cap?: 'round' | 'square';
  join?: 'round';
}

/** What a shape means, and how that looks. The only place where a picture's paint is decided. */
export const PAINTS = {
  // land and water, from the bottom up
  sea: { fill: 'sea' },
  'shore-outer': { stroke: 'shallows', width: 11, join: 'round' },
  'shore-inner': { stroke: 'shore', width: 5, join: 'round' },
  'shore-narrow': { stroke: 'shore', width: 5, join: 'round' },
  land: { fill: 'land' },
  'land-2': { fill: 'land-2' },
  occupied: { stroke: 'hatch', width: 1.1 },
  border: { stroke: 'border', width: 0.9, join: 'round' },
  'border-within': { stroke: 'muted', width: 1, dash: '3 2.4' },
  metro: { stroke: 'rule', strokeOpacity: 0.55, width: 0.8, join: 'round' },
  'metro-ring': { stroke: 'rule', strokeOpacity: 0.7, width: 1.6, join: 'round' },
  river: { stroke: 'river', width: 5, cap: 'round', join: 'round' },
  road: { stroke: 'road', width: 3, join: 'round' },
  ring: { stroke: 'rule', width: 1, dash: '1 3', cap: 'round' },
  district: { stroke: 'border', width: 0.9, dash: '1 2.4' },
  coast: { stroke: 'coast', width: 0.9, join: 'round' },
  // an entry's mark, by its status; `hue` is the colour of its party, or ink
  happened: { fill: 'hue', stroke: 'paper', width: 2.4 },
  planned: { fill: 'paper', stroke: 'hue', width: 1.6, dash: '3.2 2' },
  later: { fill: 'paper', stroke: 'hue', width: 1.8 },
  denied: { stroke: 'ink', width: 2.4 },
  // what was only named, or is contested: no party, hatched in ink
  'ring-ground': { fill: 'paper', fillOpacity: 0.75 },
  unconfirmed: { fill: 'hatch-pattern', stroke: 'ink', width: 1.8, dash: '4 2.6' },
  contested: { stroke: 'ink', width: 1 },
  dot: { fill: 'ink', stroke: 'paper', width: 1.6 },
  'hatch-line': { stroke: 'hatch', width: 1.1 },
  // what orders pictures made of words
  panel: { fill: 'sunk' },
  hairline: { stroke: 'hairline', width: 1 },
  'line-strong': { stroke: 'ink', width: 1 },
  spine: { stroke: 'rule', width: 1, dash: '4 3' },
  rail: { stroke: 'rule', width: 1.5 },
  'rail-later': { stroke: 'rule', width: 1.5, dash: '3 3' },
  // hours between which something happened: from and to are known, or only a part of the day is
  span: { fill: 'rule', fillOpacity: 0.5 },
  'span-unsure': { fill: 'hatch-pattern' },
  // the same in the colour of a party, and in outline what came later
  within: { fill: 'hatch-pattern', stroke: 'hue', width: 1.2 },
  'within-later': { fill: 'paper', stroke: 'hue', width: 1.2, dash: '3 2.4' },
  // nothing was found here
  'not-stated': { fill: 'hatch-pattern', fillOpacity: 0.6 },
  // what belongs to the map, not to the story
  link: { stroke: 'ink', width: 1.3, dash: '1 4', cap: 'round' },
  'link-planned': { stroke: 'ink', width: 1.4, dash: '7 4' },
  leader: { stroke: 'ink', width: 1 },
  arrow: { stroke: 'ink', width: 1.5, cap: 'square' },
  scale: { stroke: 'muted', width: 1 },
  north: { fill: 'muted' },
  // relationships: panels of parties, nodes of actors, ties between them; a tie's line says how sure it is
  region: { fill: 'sunk' },
  node: { fill: 'hue', fillOpacity: 0.13, stroke: 'hue', width: 1 },
  'node-unnamed': { fill: 'hue', fillOpacity: 0.05, stroke: 'hue', width: 1.2, dash: '4 3' },
  'node-shape': { fill: 'hue' },
  tie: { stroke: 'ink', width: 1.4 },
  'tie-planned': { stroke: 'ink', width: 1.4, dash: '7 4' },
  'tie-unconfirmed': { stroke: 'ink', width: 1.7, dash: '0.1 4.4', cap: 'round' },
  'tie-later': { stroke: 'muted', width: 1.3, dash: '10 3 1.5 3' },
  head: { fill: 'ink' },
  'head-later': { fill: 'paper', stroke: 'muted', width: 1.1 },
  bar: { stroke: 'ink', width: 2.4 },
  'bar-later': { stroke: 'muted', width: 2.2 },
  lane: { stroke: 'hairline', width: 1 },
  'locator-land': { fill: 'land-2', stroke: 'coast', width: 0.6, join: 'round' },
  'locator-frame': { stroke: 'rule', width: 1 },
  'locator-box': { stroke: 'ink', width: 1.6, join: 'round' },
} as const satisfies Record<string, Paint>;
export type PaintRole = keyof typeof PAINTS;

/** How a text is set. */
export interface Type {
  face: Face;
  /** px */
  size: number;
  /** Distance of baselines, px. */
  line: number;
  fill: ColourToken;
  /** Extra space after each letter, em. */
  tracking?: number;
  /** Colour of the halo: that of what lies behind. Without one, only even ground may lie there. */
  halo?: ColourToken;
}

/** What a text in a picture is, and how that looks. */
export const TYPES = {
  place: { face: 'strong', size: 15, line: 18, fill: 'ink', halo: 'paper' },
  line: { face: 'label', size: 13, line: 16, fill: 'ink', halo: 'paper' },
  note: { face: 'label', size: 12.5, line: 16, fill: 'muted', halo: 'paper' },
  district: { face: 'label', size: 12.5, line: 16, fill: 'muted', halo: 'paper' },
  // pictures made of words
  heading: { face: 'display', size: 20, line: 25, fill: 'ink' },
  clock: { face: 'display', size: 46, line: 56, fill: 'ink' },
  'hour-large': { face: 'display', size: 22, line: 24, fill: 'ink' },
  hour: { face: 'strong', size: 16, line: 20, fill: 'ink' },
  'hour-later': { face: 'label', size: 16, line: 20, fill: 'ink' },
  name: { face: 'strong', size: 15, line: 19, fill: 'ink' },
  text: { face: 'label', size: 14, line: 19, fill: 'ink' },
  small: { face: 'label', size: 12.5, line: 16, fill: 'muted' },
  water: { face: 'italic', size: 15, line: 18, fill: 'water-text', tracking: 0.08, halo: 'sea' },
  strait: { face: 'italic', size: 13, line: 16, fill: 'water-text', tracking: 0.06, halo: 'sea' },
  country: { face: 'label', size: 12, line: 15, fill: 'muted', tracking: 0.16, halo: 'paper' },
  scale: { face: 'label', size: 12, line: 15, fill: 'muted', halo: 'paper' },
  node: { face: 'strong', size: 15, line: 18, fill: 'ink' },
  office: { face: 'label', size: 12.5, line: 15, fill: 'muted' },
  'region-name': { face: 'strong', size: 13, line: 16, fill: 'muted' },
  tie: { face: 'label', size: 13, line: 15, fill: 'ink' },
  'tie-later': { face: 'label', size: 13, line: 15, fill: 'muted' },
  'lane-name': { face: 'strong', size: 13, line: 16, fill: 'ink' },
  // rows that lines cross
  'row-name': { face: 'strong', size: 15, line: 19, fill: 'ink', halo: 'paper' },
  row: { face: 'label', size: 13, line: 17, fill: 'ink', halo: 'paper' },
  'row-later': { face: 'label', size: 13, line: 17, fill: 'muted', halo: 'paper' },
  'row-date': { face: 'label', size: 12.5, line: 16, fill: 'muted', halo: 'paper' },
  'road-name': { face: 'label', size: 12, line: 15, fill: 'muted', halo: 'paper' },
  count: { face: 'strong', size: 12, line: 14, fill: 'paper', halo: 'ink' },
} as const satisfies Record<string, Type>;
export type TypeRole = keyof typeof TYPES;

/** Width of the halo around a text, px. */
export const HALO = 3.6;
/** How visible a mark stays that steps back: enough to be read still. */
export const DIM = 0.5;
/** The text of an emphasised mark that is underlined. */
export const EMPHASISED: TypeRole = 'place';
