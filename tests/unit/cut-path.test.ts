import { expect, test } from 'playwright/test';
import { PathWriter } from '../../src/charts/map/path-writer.ts';
import { cutPath } from '../../src/render/cut-path.ts';

/** The straight pieces that a path draws, in order, in tenths of a px. */
function strokesOf(d: string): string[] {
  const strokes: string[] = [];
  let [x, y] = [0, 0];
  let start = [0, 0];
  let command = '';
  const to = (nextX: number, nextY: number) => {
    strokes.push([x, y, nextX, nextY].map((px) => Math.round(px * 10)).join(' '));
    [x, y] = [nextX, nextY];
  };
  for (const [, name, dx, dy] of d.matchAll(/([mMlz])|(-?[\d.]+) ?(-?[\d.]+)/g)) {
    if (name) command = name;
    if (name === 'z') to(start[0] as number, start[1] as number);
    if (name) continue;
    const [px, py] = [Number(dx), Number(dy)];
    if (command === 'l') to(x + px, y + py);
    else {
      [x, y] = command === 'M' ? [px, py] : [x + px, y + py];
      start = [x, y];
      command = 'l';
    }
  }
  return strokes;
}

function coast(points: number): string {
  const writer = new PathWriter();
  const ring = (x: number, y: number, radius: number) => {
    for (let i = 0; i < points; i++) {
      const angle = (i / points) * 2 * Math.PI;
      const at = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
      if (i === 0) writer.moveTo(...at);
      else writer.lineTo(...at);
    }
    writer.closePath();
  };
  ring(-40.3, 12, 300);
  ring(400, -0.4, 90);
  writer.moveTo(3, 4);
  writer.lineTo(-0.5, 4.2);
  return writer.toString();
}

test('a path cut into pieces draws the same lines, each piece at most so many steps of them', () => {
  const d = coast(230);
  const pieces = cutPath(d, 100);
  expect(pieces.flatMap(strokesOf)).toEqual(strokesOf(d));
  expect(pieces.map((piece) => strokesOf(piece).length)).toEqual([100, 100, 30, 100, 100, 30, 1]);
});

test('a short line stays one piece, and a path of other commands stays as it is', () => {
  expect(cutPath('m1 2 .5-3')).toEqual(['M1 2l.5-3']);
  expect(cutPath('m1 2')).toEqual([]);
  expect(cutPath('')).toEqual([]);
  for (const d of ['M1 2l3 4', 'M0 0H5V4z', 'm1 2c3 4 5 6 7 8', 'm1 2L3 4']) expect(cutPath(d)).toEqual([d]);
});
