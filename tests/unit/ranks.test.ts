import { expect, test } from 'playwright/test';
import { chartData } from '../../src/authoring/content-model.ts';
import type { ChartData } from '../../src/charts/kind.ts';
import { levelsOf, teamsOf } from '../../src/charts/ranks/people.ts';
import { ranks } from '../../src/charts/ranks/ranks.ts';
import type { RanksChart } from '../../src/charts/ranks/schema.ts';
import { FRAMES } from '../../src/scene/scene.ts';
import { content } from './content.ts';

const data = chartData(content, 'ranks') as unknown as ChartData<RanksChart>;
const { ties, actors } = content.ledger;

test('each team has everybody whom the ledger calls its head, a member or an expert', () => {
  const verbs = ['leads', 'member of', 'expert to'];
  const tiesTo = (team: string) =>
    Object.keys(ties).filter((id) => verbs.includes(ties[id]?.verb ?? '') && ties[id]?.to === team);
  const teams = teamsOf(data).map(({ id, people }) => [id, people.length]);
  expect(teams).toEqual(['ru-delegation', 'ua-delegation'].map((team) => [team, tiesTo(team).length]));
  const all = data.chart.teams.flatMap(tiesTo);
  for (const frame of FRAMES)
    expect(
      ranks
        .scene(data, frame)
        .groups.flatMap(({ entry }) => entry ?? [])
        .sort(),
    ).toEqual(all.sort());
});

test('the numbers in the picture are those of the people beside them', () => {
  const [, ...levels] = levelsOf(teamsOf(data));
  const wanted = levels.flatMap(({ cells }) => cells.map(({ length }) => length)).filter((n) => n > 0);
  for (const frame of FRAMES) {
    const drawn = ranks
      .scene(data, frame)
      .groups.flatMap(({ marks }) => marks)
      .flatMap((mark) => (mark.mark === 'text' && mark.role === 'hour' ? Number(mark.text) : []));
    expect(drawn).toEqual(wanted);
  }
});

test('a rank is that of the office’s own words', () => {
  const words = {
    minister: /^Minister/,
    'deputy-minister': /^(First )?Deputy Minister/,
    'head-of-service': /^(Head|Chief|Director)/,
    'deputy-head-of-service': /^(First )?Deputy (Head|Chief)/,
    'head-of-department': /^(Head|Director)/,
    'deputy-head-of-department': /^(First )?Deputy (head|chief)/i,
    officer: /officer/,
    adviser: /^(Adviser|Aide)/,
  };
  const ranked = Object.values(actors).filter(({ rank }) => rank);
  expect(ranked.length).toBeGreaterThanOrEqual(20);
  for (const { name, rank, office } of ranked) expect(office, name).toMatch(words[rank ?? 'officer']);
});
