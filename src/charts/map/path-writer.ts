import type { GeoContext } from 'd3';

/**
 * A drawing context for d3's `geoPath` that writes an SVG path in relative steps of whole tenths of a px. Relative
 * steps are short, so the text is about half as long as d3's own; steps too small to see are left out.
 */
export class PathWriter implements GeoContext {
  #coarse: number;

  #text = '';
  #x = 0;
  #y = 0;
  #command = '';
  #start: [number, number] = [0, 0];

  /** @param coarse points closer to the last one than this are left out, px */
  constructor(coarse = 0) {
    this.#coarse = coarse * 10;
  }

  beginPath(): void {}

  moveTo(x: number, y: number): void {
    this.#start = [x, y];
    this.#step('m', x, y);
  }

  lineTo(x: number, y: number): void {
    const [dx, dy] = [tenths(x) - this.#x, tenths(y) - this.#y];
    if ((dx === 0 && dy === 0) || Math.hypot(dx, dy) < this.#coarse) return;
    this.#step('l', x, y);
  }

  closePath(): void {
    this.#text += 'z';
    this.#command = 'z';
    [this.#x, this.#y] = [tenths(this.#start[0]), tenths(this.#start[1])];
  }

  arc(): void {
    throw new Error('Points are drawn as marks, not by the path writer');
  }

  toString(): string {
    return this.#text;
  }

  #step(command: 'm' | 'l', x: number, y: number): void {
    const [dx, dy] = [tenths(x) - this.#x, tenths(y) - this.#y];
    // after an m, further pairs mean l
    const repeats = command === 'l' && (this.#command === 'l' || this.#command === 'm');
    const second = number(dy);
    const gap = second.startsWith('-') ? '' : ' ';
    const first = number(dx);
    this.#text += `${repeats ? (first.startsWith('-') ? '' : ' ') : command}${first}${gap}${second}`;
    this.#command = command;
    this.#x += dx;
    this.#y += dy;
  }
}

const tenths = (value: number) => Math.round(value * 10);

/** -3 → `-.3`, 40 → `4` */
function number(tenth: number): string {
  return String(tenth / 10).replace(/^(-?)0\./, '$1.');
}
