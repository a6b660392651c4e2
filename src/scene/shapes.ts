import { round } from './scene.ts';

/** The shape of each party. */
export const PARTY_SHAPES = {
  ukraine: 'circle',
  russia: 'square',
  turkiye: 'diamond',
  usa: 'triangle',
  europe: 'hexagon',
  other: 'cross',
} as const;
export type PartyShape = (typeof PARTY_SHAPES)[keyof typeof PARTY_SHAPES];

/** Factors that make the shapes look equally large. */
const SIZE: Record<PartyShape, number> = {
  circle: 1,
  square: 0.88,
  diamond: 1.22,
  triangle: 1.16,
  hexagon: 1.08,
  cross: 1.02,
};

/** The path of a party's shape around `x`, `y`. @param r half of its size, px */
export function shapePath(shape: PartyShape, x: number, y: number, r: number): string {
  const s = r * SIZE[shape];
  if (shape === 'circle') return circlePath(x, y, s);
  return polygon(corners(shape, s).map(([dx, dy]) => [x + dx, y + dy]));
}

/** A circle as two arcs. */
export function circlePath(x: number, y: number, r: number): string {
  // the chord is twice the rounded radius, or the arcs would bulge
  const radius = round(r);
  const arc = (chord: number) => `a${radius} ${radius} 0 1 0 ${round(chord)} 0`;
  return `M${round(x - radius)} ${round(y)}${arc(2 * radius)}${arc(-2 * radius)}z`;
}

function corners(shape: Exclude<PartyShape, 'circle'>, s: number): [number, number][] {
  const around = (count: number, start: number) =>
    Array.from({ length: count }, (_, i): [number, number] => {
      const angle = ((start + (360 / count) * i) * Math.PI) / 180;
      return [s * Math.cos(angle), s * Math.sin(angle)];
    });
  switch (shape) {
    case 'square':
      return [
        [-s, -s],
        [s, -s],
        [s, s],
        [-s, s],
      ];
    case 'diamond':
      return around(4, -90);
    case 'triangle':
      return around(3, -90).map(([x, y]) => [x, y + s * 0.18]);
    case 'hexagon':
      return around(6, 0);
    case 'cross': {
      const a = s * 0.36;
      return [
        [-a, -s],
        [a, -s],
        [a, -a],
        [s, -a],
        [s, a],
        [a, a],
        [a, s],
        [-a, s],
        [-a, a],
        [-s, a],
        [-s, -a],
        [-a, -a],
      ];
    }
  }
}

const polygon = (points: [number, number][]) =>
  `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}z`;
