// How a picture stands when its ground is moved: the ground and the lines on it grow, marks and labels keep their size
// and follow their points. A move is told relative to the picture as it was printed: a point p comes to p · k + (x, y).
import type { View } from './flight.ts';
import { keepHatch } from './hatch.ts';

export interface Move {
  k: number;
  x: number;
  y: number;
}

/** As printed. */
export const STILL: Move = { k: 1, x: 0, y: 0 };

/** Where the ground stands in a picture as printed: `undefined` for a picture without a ground that could move. */
export function groundOf(picture: SVGSVGElement): Move | undefined {
  const [x, y, k] = (picture.dataset.view ?? '').split(' ').map(Number);
  return k ? { k, x: x as number, y: y as number } : undefined;
}

/** What a picture shows of its ground after a move. */
export function viewOf(picture: SVGSVGElement, ground: Move, move: Move): View {
  const { width, height } = picture.viewBox.baseVal;
  const k = ground.k * move.k;
  const [x, y] = [ground.x * move.k + move.x, ground.y * move.k + move.y];
  return { x: (width / 2 - x) / k, y: (height / 2 - y) / k, width: width / k };
}

/** The move after which a picture shows a view. */
export function moveTo(picture: SVGSVGElement, ground: Move, view: View): Move {
  const { width, height } = picture.viewBox.baseVal;
  const scale = width / view.width;
  const k = scale / ground.k;
  return {
    k,
    x: width / 2 - view.x * scale - ground.x * k,
    y: height / 2 - view.y * scale - ground.y * k,
  };
}

/** What a move takes along: the groups that keep to a point, and those that grow with the ground. */
const MOVED = '[data-at], .grows';

/** Shows a picture after a move, or as much of it as is asked. */
export function pose(picture: SVGSVGElement, ground: Move, { k, x, y }: Move, moved = MOVED): void {
  const still = k === 1 && x === 0 && y === 0;
  const scale = ground.k * k;
  const place = `translate(${ground.x * k + x} ${ground.y * k + y})${scale === 1 ? '' : ` scale(${scale})`}`;
  picture.querySelector(':scope > use')?.setAttribute('transform', place);
  keepHatch(picture, scale);
  for (const group of picture.querySelectorAll<SVGGElement>(moved)) {
    const [atX = 0, atY = 0] = (group.dataset.at ?? '').split(' ').map(Number);
    if (still) group.removeAttribute('transform');
    else if (group.dataset.at)
      group.setAttribute('transform', `translate(${atX * (k - 1) + x} ${atY * (k - 1) + y})`);
    else group.setAttribute('transform', `translate(${x} ${y}) scale(${k})`);
  }
}
