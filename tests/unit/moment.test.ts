import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { isKnownAt, parseMoment } from '../../src/ledger/moment.ts';
import { datetime } from '../../src/words/datetime.ts';
import { asKnownText, momentText, utcText } from '../../src/words/moment-text.ts';
import { content } from './content.ts';

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

test('the first and the last that is possible are times, what lies beyond is none', () => {
  const reads = (text: string) => {
    try {
      return parseMoment(text).text === text;
    } catch {
      return false;
    }
  };
  const possible = ['1900', '2099', '2025-01', '2025-12', '2025-05-01', '2025-05-31', '2025-05-15 00:00'];
  const beyond = ['1899', '2100', '2025-00', '2025-13', '2025-05-00', '2025-05-32', '2025-05-15 24:00'];
  expect(possible.filter((text) => !reads(text))).toEqual([]);
  expect(beyond.filter(reads)).toEqual([]);
  expect(reads('2025-05-15 to 2025-05-15')).toBe(true);
  expect(reads('2025-05-16 to 2025-05-15')).toBe(false);
});

test('what became known in the afternoon is not known at midday', () => {
  const midday = parseMoment('2025-05-15 midday');
  expect(isKnownAt(parseMoment('2025-05-15 morning'), midday)).toBe(true);
  expect(isKnownAt(parseMoment('2025-05-15 12:14'), midday)).toBe(true);
  expect(isKnownAt(parseMoment('2025-05-15 about 14:00'), midday)).toBe(false);
  expect(isKnownAt(parseMoment('2025-05-15'), midday)).toBe(false);
});

test('days that share a month or a year say it once', () => {
  const text = (written: string) => momentText(parseMoment(written), content.words);
  expect(text('2025-05-10 to 2025-05-15')).toBe('10–15 May 2025');
  expect(text('2025-01-25 to 2025-05-13')).toBe('25 January–13 May 2025');
  expect(text('2022-10-01 to 2025-05-15')).toBe('1 October 2022–15 May 2025');
});

test('a state of knowledge is a phrase in its own form', () => {
  const text = (written: string) => asKnownText(parseMoment(written), content.words);
  expect(text('2025-05-15 midday')).toBe('As known at midday, Thursday 15 May 2025');
  expect(text('2025-05-15')).toBe('As known on Thursday 15 May 2025');
  expect(text('2026-06')).toBe('As known in June 2026');
});

test('a time for machines is no more exact than it is known, and is one that HTML has a form for', () => {
  const of = (written: string) => datetime(parseMoment(written));
  expect(of('2025-05-15 03:15')).toBe('2025-05-15T03:15+03:00');
  expect(of('2025-05-15 morning')).toBe('2025-05-15');
  expect(of('2022-04')).toBe('2022-04');
  expect(of('throughout')).toBeUndefined();
  expect(utcText(parseMoment('2025-05-15 03:15'))).toBe('00:15');
  expect(utcText(parseMoment('2025-05-15 01:30'))).toBe('22:30');
});

test('hours may end in the minute in which they start, and not before', () => {
  const { from, to } = parseMoment('2025-05-15 10:00–10:00');
  expect([from, to]).toEqual(['2025-05-15T10:00', '2025-05-15T10:00']);
  expect(() => parseMoment('2025-05-15 10:00–09:59')).toThrow('ends before it starts');
});

test('the manual gives the hours of each part of a day', () => {
  const rows = [
    ...readFileSync('content/README.md', 'utf8').matchAll(
      /^\| `([a-z ]+)` \| (\d\d:\d\d) \| (\d\d:\d\d) \|$/gm,
    ),
  ];
  for (const [, part, first, last] of rows) {
    const { from, to } = parseMoment(`2025-05-15 ${part}`);
    expect([part, from.slice(11), to.slice(11)]).toEqual([part, first, last]);
  }
  expect(() => parseMoment('2025-05-15 brunch')).toThrow(`: ${rows.map(([, part]) => part).join(', ')}`);
});
