import { expect, test } from 'playwright/test';
import { tickOf } from '../../src/client/tick-of.ts';

const TICKS = ['2025-05-10T23:59', '2025-05-15T11:59', '2025-05-15T12:15', '2025-05-15T14:00'];
const asked = (text: string) => Object.values(tickOf(text, TICKS, 2)).join(' ');

test('an address names a tick, or the nearest before it', () => {
  expect(asked('2025-05-15T12:15')).toBe('2 exact');
  expect(asked('2025-05-15T1215')).toBe('2 exact');
  expect(asked('2025-05-15T12:14')).toBe('1 before');
  expect(asked('2025-05-15')).toBe('3 before');
  expect(asked('2026-01-01T00:00')).toBe('3 before');
  expect(asked('2020-01-01')).toBe('0 first');
});

test('another zone is turned into UTC+3', () => {
  expect(asked('2025-05-15T09:15Z')).toBe('2 exact');
  expect(asked('2025-05-15T11:15+02:00')).toBe('2 exact');
  // as URLSearchParams reads an unescaped plus sign
  expect(asked('2025-05-15T11:15 02:00')).toBe('2 exact');
});

test('nonsense means the moment the story tells', () => {
  for (const text of [
    '',
    'noon',
    '2025-13-45',
    '2025-05-15T25:00',
    '2025-05-15T12:15;drop',
    'NaN',
    '٢٠٢٥-٠٥-١٥',
  ])
    expect(asked(text), text).toBe('2 nonsense');
});
