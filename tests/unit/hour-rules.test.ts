import { expect, test } from 'playwright/test';
import { recordedHours, wrongHours } from '../../src/authoring/hour-rules.ts';
import { parseMoment } from '../../src/ledger/moment.ts';
import { content } from './content.ts';

const { ledger } = content;
const wrong = (text: string, allowed: string[], known?: string[]) =>
  wrongHours(text, allowed, known).map(({ hour }) => hour);

test('every hour of a text has to be one of those allowed, both of a range', () => {
  expect(wrong('From 21:45–22:11 they met.', ['21:45'])).toEqual(['22:11']);
  expect(wrong('It landed at 3:15.', ['03:15'])).toEqual([]);
  expect(wrong('An exchange of 1,000 for 1,000, on 2 June.', [])).toEqual([]);
});

test('the hour at which something became known may stand only in a sentence that says “known”', () => {
  expect(wrong('It became known at 08:16.', ['03:15'], ['08:16'])).toEqual([]);
  expect(wrong('It landed at 08:16. That became known later.', ['03:15'], ['08:16'])).toEqual(['08:16']);
});

test('an hour that a speaker named counts where no hour of the statement itself is known', () => {
  const { claims } = recordedHours(ledger);
  expect(ledger.claims['medinsky-will-wait']?.said.precision).toBe('part of day');
  expect(claims('medinsky-will-wait')).toContain('10:00');
});

test('an event at another hour than its claim lends it none', () => {
  const claim = ledger.claims['ru-delegation-lands'];
  if (!claim) throw new Error('the claim is gone');
  const mended = { ...claim, said: parseMoment('2025-05-15 03:45') };
  const hours = recordedHours({ ...ledger, claims: { ...ledger.claims, 'ru-delegation-lands': mended } });
  expect(new Set(hours.claims('ru-delegation-lands'))).toEqual(new Set(['03:45']));
  expect(new Set(hours.events('ru-delegation-lands'))).toEqual(new Set(['03:15']));
});
