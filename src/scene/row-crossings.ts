/**
 * Tells fast whether points lie inside rings, by the even-odd rule: each ring's crossings with whole px rows are kept,
 * and a point is inside when an odd number of them lies to its left. Points are taken to the nearest row.
 *
 * @param rings closed rings in px
 */
export function insideRings(rings: [number, number][][]): (x: number, y: number) => boolean {
  const rows = new Map<number, number[]>();
  for (const ring of rings)
    ring.forEach(([x0, y0], i) => {
      const [x1, y1] = ring[(i + 1) % ring.length] as [number, number];
      const [top, bottom] = y0 < y1 ? [y0, y1] : [y1, y0];
      for (let row = Math.ceil(top - 0.5); row + 0.5 < bottom; row++) {
        const at = x0 + ((row + 0.5 - y0) / (y1 - y0)) * (x1 - x0);
        const known = rows.get(row);
        if (known) known.push(at);
        else rows.set(row, [at]);
      }
    });
  return (x, y) => (rows.get(Math.floor(y)) ?? []).filter((crossing) => crossing < x).length % 2 === 1;
}
