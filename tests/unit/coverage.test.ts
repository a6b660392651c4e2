import { expect, test } from 'playwright/test';
import { content } from './content.ts';

const { ledger } = content;

/** The research numbers that a noun's entries carry. */
const numbersOf = (
  noun: 'sources' | 'actors' | 'events' | 'ties' | 'positions' | 'questions' | 'assertions',
) => new Set(Object.values(ledger[noun]).flatMap(({ dossier }) => dossier));
const range = (letter: string, last: number) => Array.from({ length: last }, (_, i) => `${letter}${i + 1}`);

test('all fifty assertions of the starting article are accounted for', () => {
  const found = numbersOf('assertions');
  expect(range('S', 50).filter((number) => !found.has(number))).toEqual([]);
  const counts = { attributed: 0, contested: 0, 'left-out': 0 };
  for (const { shown } of Object.values(ledger.assertions)) counts[shown]++;
  const table = Object.entries(ledger.assertions).map(
    ([id, { shown, claims, question, dossier }]) =>
      `  ${dossier.join().padEnd(4)} ${shown.padEnd(11)} ${id}: ${[...claims, question ?? ''].filter(Boolean).join(', ') || 'a reason is given'}`,
  );
  console.log(
    `Assertions: ${found.size} of 50 (${Object.entries(counts)
      .map(([how, n]) => `${n} ${how}`)
      .join(', ')})\n${table.join('\n')}`,
  );
});

test('ties, positions, questions and the timeline are carried whole', () => {
  const missing = (noun: Parameters<typeof numbersOf>[0], wanted: string[]) =>
    wanted.filter((number) => !numbersOf(noun).has(number));
  expect(missing('ties', range('R', 112))).toEqual([]);
  expect(missing('questions', range('Q', 5))).toEqual([]);
  // T40 is no event: it only infers when the starting article was written
  expect(missing('events', range('T', 71))).toEqual(['T40']);
  expect(numbersOf('positions').size).toBeGreaterThanOrEqual(42);
  expect(numbersOf('actors').size).toBeGreaterThanOrEqual(79);
});

test('every position has a cell for each of the seven parties', () => {
  const rows = Object.values(ledger.positions).map(({ cells }) => cells);
  expect(rows.length).toBeGreaterThanOrEqual(6);
  for (const row of rows) expect(Object.keys(row)).toHaveLength(7);
  const cells = rows.flatMap((row) => Object.values(row));
  expect(cells.filter((cell) => cell === 'not stated').length).toBeGreaterThanOrEqual(6);
});
