import { expect, test } from 'playwright/test';
import type { DrawnChart } from '../../src/charts/draw.ts';
import { rowsOfStates } from '../../src/charts/state-rows.ts';

const state = (name: string, rows: [id: string, sentence: string][]) => ({
  name,
  drawn: { rows: rows.map(([id, sentence]) => ({ id, sentence })) } as unknown as DrawnChart,
});

test('what several states say alike stands once, and what they say of one place otherwise stands apart', () => {
  const list = rowsOfStates([
    state('', [
      ['palace', 'was named'],
      ['airport', 'landed'],
    ]),
    state('evening', [
      ['palace', 'met'],
      ['airport', 'landed'],
    ]),
    state('later', [
      ['palace', 'met'],
      ['hall', 'met again'],
    ]),
  ]);
  expect(list.map(({ rows }) => rows.map(({ id }) => id))).toEqual([
    ['palace', 'airport'],
    ['palace-evening'],
    ['hall'],
  ]);
  expect(list.map(({ anchors }) => anchors)).toEqual([
    { palace: 'palace', airport: 'airport' },
    { palace: 'palace-evening', airport: 'airport' },
    { palace: 'palace-evening', hall: 'hall' },
  ]);
});
