import { interpolateZoom } from 'd3';
import { expect, test } from 'playwright/test';
import { flight, type View } from '../../src/client/flight.ts';

const cases: [name: string, from: View, to: View][] = [
  ['far and near', { x: 0, y: 0, width: 360 }, { x: 900, y: -400, width: 120 }],
  ['near to far', { x: 12, y: 5, width: 40 }, { x: 14, y: 5, width: 2000 }],
  ['sideways', { x: -300, y: 20, width: 200 }, { x: 300, y: 20, width: 200 }],
  ['only down', { x: 5, y: 5, width: 400 }, { x: 5, y: 5, width: 50 }],
  ['only up', { x: 5, y: 5, width: 50 }, { x: 5, y: 5, width: 400 }],
];

for (const [name, from, to] of cases)
  test(`a flight is the curve of van Wijk and Nuij, as d3 draws it: ${name}`, () => {
    const reference = interpolateZoom([from.x, from.y, from.width], [to.x, to.y, to.width]);
    const { at, length } = flight(from, to);
    for (const part of [0, 0.1, 0.25, 0.5, 0.8, 1]) {
      const [x, y, width] = reference(part);
      const view = at(part);
      expect(view.x).toBeCloseTo(x, 6);
      expect(view.y).toBeCloseTo(y, 6);
      expect(view.width / width).toBeCloseTo(1, 9);
    }
    expect(length).toBeCloseTo(Math.abs(reference.duration) / 1000, 9);
  });

test('a flight to where one is has no length', () => {
  const view = { x: 3, y: 4, width: 100 };
  expect(flight(view, view).length).toBe(0);
  expect(flight(view, view).at(0.5)).toEqual(view);
});
