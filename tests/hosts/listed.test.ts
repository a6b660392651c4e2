import { readFileSync } from 'node:fs';
import { expect } from 'playwright/test';
import conditions from '../../src/components/host-conditions.json' with { type: 'json' };
import results from '../../src/components/host-results.json' with { type: 'json' };
import { siteWords, test } from './host.ts';
import { LISTENERS } from './listeners.ts';

test('what /about/embedding/ lists is what is tested, and nothing else', () => {
  const { hosts } = siteWords();
  expect(Object.keys(results)).toEqual(Object.keys(LISTENERS));
  expect(Object.keys(hosts.names).sort()).toEqual(Object.keys(LISTENERS).sort());
  const text = readFileSync('tests/hosts/conditions.test.ts', 'utf8');
  const tested = [...text.matchAll(/\bcondition\('([a-z-]+)'\)/g)].map((match) => match[1]);
  expect(tested.sort()).toEqual([...conditions].sort());
  expect(Object.keys(hosts.condition).sort()).toEqual([...conditions].sort());
});
