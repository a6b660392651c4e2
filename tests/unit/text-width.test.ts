import { expect, test } from 'playwright/test';
import { textWidth, wrapText } from '../../src/scene/text-width.ts';

test('a width is the sum of the advance widths, with six per cent to spare', () => {
  // Source Sans 3 Regular: A is 544 units wide, one figure 497
  expect(textWidth('11', 'label', 10)).toBeCloseTo(2 * 4.97 * 1.06, 3);
  expect(textWidth('11', 'label', 10, 0.1)).toBeCloseTo(2 * (4.97 + 1) * 1.06, 3);
});

test('a letter without a glyph is an error, not a gap', () => {
  expect(() => textWidth('漢', 'label', 13)).toThrow('has no letter "漢"');
});

test('Turkish, Ukrainian and Russian letters have widths in every face', () => {
  for (const face of ['label', 'strong', 'italic', 'display'] as const)
    expect(textWidth('İstanbul ğşçıöü ґєії ёъ', face, 13)).toBeGreaterThan(50);
});

test('lines are as even as they can be and lose no word', () => {
  const text = 'named for 10:00 by an unnamed source';
  const lines = wrapText(text, 'label', 13, 168);
  expect(lines).toEqual(['named for 10:00 by', 'an unnamed source']);
  expect(lines.join(' ')).toBe(text);
  expect(wrapText('Dolmabahçe', 'label', 13, 10)).toEqual(['Dolmabahçe']);
});
