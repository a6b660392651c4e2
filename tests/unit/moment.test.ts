import { expect, test } from 'playwright/test';
import { isKnownAt, parseMoment } from '../../src/ledger/moment.ts';

test('a time is read as exactly as it is written', () => {
  expect(parseMoment('2025-05-15 03:15')).toEqual({
    text: '2025-05-15 03:15',
    precision: 'minute',
    from: '2025-05-15T03:15',
    to: '2025-05-15T03:15',
  });
  expect(parseMoment('2025-05-15 about 14:00').precision).toBe('about');
  expect(parseMoment('2025-05-15 21:45–22:11')).toMatchObject({
    from: '2025-05-15T21:45',
    to: '2025-05-15T22:11',
  });
  expect(parseMoment('2025-05-15 early morning')).toMatchObject({
    part: 'early morning',
    from: '2025-05-15T04:00',
  });
  expect(parseMoment('2024-02')).toMatchObject({ precision: 'month', to: '2024-02-29T23:59' });
  expect(parseMoment('2022')).toMatchObject({ precision: 'year', from: '2022-01-01T00:00' });
});

test('an impossible time is refused with what is allowed', () => {
  expect(() => parseMoment('2025-13-01')).toThrow('there is no month 13');
  expect(() => parseMoment('2025-02-30')).toThrow('2025-02 has 28 days, not 30');
  expect(() => parseMoment('2025-05-15 24:10')).toThrow('there is no time 24:10');
  expect(() => parseMoment('2025-05-15 22:00–21:00')).toThrow('ends before it starts');
  expect(() => parseMoment('2025-05-15 teatime')).toThrow('not a part of the day: early morning, morning');
  expect(() => parseMoment('15/05/2025')).toThrow('write 2025-05-15 03:15');
});

test('what became known in the afternoon is not known at midday', () => {
  const midday = parseMoment('2025-05-15 midday');
  expect(isKnownAt(parseMoment('2025-05-15 morning'), midday)).toBe(true);
  expect(isKnownAt(parseMoment('2025-05-15 12:14'), midday)).toBe(true);
  expect(isKnownAt(parseMoment('2025-05-15 about 14:00'), midday)).toBe(false);
  expect(isKnownAt(parseMoment('2025-05-15'), midday)).toBe(false);
});
