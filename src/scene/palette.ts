/** Every colour of the site: light, then dark. Stylesheets, pictures and downloads all take them from here. */
export const PALETTE = {
  paper: ['#fbfaf6', '#14171b'],
  raised: ['#ffffff', '#1c2126'],
  sunk: ['#f3f0e8', '#0f1215'],
  ink: ['#1b1d20', '#ece8df'],
  muted: ['#5b5f63', '#a9adb0'],
  hairline: ['#d9d5ca', '#343a40'],
  rule: ['#8a8b87', '#7f868c'],
  focus: ['#0b57d0', '#8ab4f8'],
  hatch: ['#80817d', '#7f868c'],
  land: ['#f1ede4', '#23282d'],
  'land-2': ['#e6e0d2', '#2f353a'],
  river: ['#9fbccb', '#3f6075'],
  road: ['#c9b994', '#6a6250'],
  border: ['#b9b09d', '#596068'],
  sea: ['#dbe6ea', '#182731'],
  shore: ['#c3d5dc', '#22384a'],
  shallows: ['#cfdde3', '#1d303e'],
  coast: ['#8aa6b2', '#4d6b7c'],
  'water-text': ['#3f6374', '#8fb4c6'],
  ukraine: ['#2f806c', '#5aa08c'],
  russia: ['#a266c6', '#9d80e6'],
  turkiye: ['#733f00', '#ffcf81'],
  usa: ['#1c3390', '#a9d5fb'],
  europe: ['#73871f', '#829b18'],
  other: ['#2c2a2b', '#eae5dc'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export type ColourToken = keyof typeof PALETTE;
export type Theme = 'light' | 'dark';

export const colour = (token: ColourToken, theme: Theme): string => PALETTE[token][theme === 'light' ? 0 : 1];
