/** How many steps a piece has at most: enough for few pieces, few enough for each to lie in a small part of a picture. */
const MOST = 100;

/**
 * Cuts the lines of a path into pieces. A browser draws a picture in squares, and for each of them goes along every
 * line that reaches into it from end to end: of many short lines few reach into a square, of one long line all of it.
 *
 * @param d as `PathWriter` writes it: relative steps, each line begun by `m`
 * @returns pieces that follow each other without a gap, or the path as it is where it says anything else
 */
export function cutPath(d: string, most = MOST): string[] {
  const parts = d.match(/[a-z]|-?(?:\d+\.?\d*|\.\d+)/gi) ?? [];
  if (/[^mlz\d\s.-]/.test(d)) return [d];
  const lines: Point[][] = [];
  let at: Point = [0, 0];
  let start: Point = at;
  for (let i = 0; i < parts.length;) {
    const begins = parts[i] === 'm';
    if (parts[i] === 'z') {
      lines.at(-1)?.push(start);
      at = start;
      i++;
      continue;
    }
    if (/[a-z]/.test(parts[i] as string)) i++;
    at = [at[0] + Number(parts[i]), at[1] + Number(parts[i + 1])];
    i += 2;
    if (begins) {
      start = at;
      lines.push([at]);
    } else lines.at(-1)?.push(at);
  }
  return lines.flatMap((line) =>
    Array.from({ length: Math.ceil((line.length - 1) / most) }, (_, n) =>
      write(line.slice(n * most, (n + 1) * most + 1)),
    ),
  );
}

/** In px. */
type Point = readonly [x: number, y: number];

const tenths = (value: number) => String(Math.round(value * 10) / 10).replace(/^(-?)0\./, '$1.');

function write([first, ...rest]: Point[]): string {
  let [x, y] = first as Point;
  const steps = rest.map((to) => {
    const step = [tenths(to[0] - x), tenths(to[1] - y)];
    [x, y] = to;
    return step.join(' ');
  });
  return `M${tenths((first as Point)[0])} ${tenths((first as Point)[1])}l${steps.join(' ')}`.replaceAll(
    ' -',
    '-',
  );
}
