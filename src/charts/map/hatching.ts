import { round, type Point } from '../../scene/scene.ts';

/**
 * Hatches an area with lines that rise to the right, as a path. They are lines of the ground and not a pattern, since a
 * pattern would grow thicker as the ground is shown larger.
 *
 * @param rings closed rings in px, holes among them
 * @param spacing distance of the lines, px
 */
export function hatching(rings: Point[][], spacing: number): string {
  // turned by 45°, the lines are level rows
  const turned = rings.map((ring) => ring.map(({ x, y }) => ({ u: (x - y) * HALF, v: (x + y) * HALF })));
  const all = turned.flat().map(({ v }) => v);
  let path = '';
  for (let v = Math.ceil(Math.min(...all) / spacing) * spacing; v < Math.max(...all); v += spacing) {
    const crossings = turned.flatMap((ring) =>
      ring.flatMap((a, i) => {
        const b = ring[(i + 1) % ring.length] as typeof a;
        return a.v <= v !== b.v <= v ? [a.u + ((v - a.v) / (b.v - a.v)) * (b.u - a.u)] : [];
      }),
    );
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const [from, to] = [crossings[i] as number, crossings[i + 1] as number];
      const [x, y, length] = [round((v + from) * HALF), round((v - from) * HALF), round((to - from) * HALF)];
      if (length > 0) path += `M${x} ${y}l${length} ${-length}`;
    }
  }
  return path;
}

const HALF = Math.SQRT1_2;
