import { expect, test } from 'playwright/test';
import { chartData } from '../../src/authoring/content-model.ts';
import { drawChart } from '../../src/charts/draw.ts';
import { content } from './content.ts';

// Where an entry stands in its file says nothing: not even to a picture that takes what the chart does not name.
const reversed = {
  ...content,
  ledger: Object.fromEntries(
    Object.entries(content.ledger).map(([noun, all]) => [
      noun,
      Object.fromEntries(Object.entries(all).reverse()),
    ]),
  ) as unknown as typeof content.ledger,
};

for (const [id, { states }] of Object.entries(content.charts))
  test(`${id}: a ledger in another order gives the same picture, list, key and sentences`, () => {
    for (const state of [undefined, ...Object.keys(states)])
      expect(drawChart(chartData(reversed, id, state))).toEqual(drawChart(chartData(content, id, state)));
  });
