import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { parse } from 'yaml';
import { chartData } from '../../src/authoring/content-model.ts';
import { readContent } from '../../src/authoring/content.ts';
import { drawScene } from '../../src/charts/draw.ts';
import type { ChartFields } from '../../src/charts/fields.ts';
import { KINDS, kindOf } from '../../src/charts/kinds.ts';
import { frameSvg, groundSvg } from '../../src/render/svg.ts';
import { FRAMES } from '../../src/scene/scene.ts';
import { baseContent } from '../unit/base-content.ts';

// Each case changes a chart of the small invented content, or makes one, is drawn, and is compared with the picture
// stored beside it: a correction of a real fact changes no stored picture. To accept a change, look at
// <case>-changed.svg and put it in the place of <case>.svg.
interface Case {
  case: string;
  change: object;
  /** What a state of the changed chart says anew. */
  state?: { view?: { scale: number } };
}

/** The chart of a kind that its cases change. Of the other kinds the small content has none: a case has all of it. */
const CHARTS: Record<string, string> = { map: 'harbour', network: 'quay', ranks: 'crews' };
const root = baseContent();
const { content, problems } = readContent(root);
rmSync(root, { recursive: true });

const storedOf = (kind: string, type: string) =>
  existsSync(`tests/pictures/${kind}`)
    ? readdirSync(`tests/pictures/${kind}`).filter((file) => file.endsWith(type))
    : [];

test('every kind of chart has a stored picture', () => {
  for (const kind of Object.keys(KINDS)) expect(storedOf(kind, '.svg'), kind).not.toEqual([]);
});

const cases = Object.keys(KINDS).flatMap((kind) => storedOf(kind, '.yaml').map((name) => ({ kind, name })));
for (const { kind: kindName, name } of cases) {
  const folder = `tests/pictures/${kindName}`;
  const id = name.replace('.yaml', '');
  const { case: title, change, state } = parse(readFileSync(`${folder}/${name}`, 'utf8')) as Case;
  test(`${title}: the picture is the stored one`, () => {
    if (!content) throw new Error(problems.map(({ message }) => message).join('; '));
    const data = chartData(content, CHARTS[kindName] ?? 'quay');
    const words = { kicker: title, title, description: title, alt: title, asOf: '2025-05-15 midday' };
    const kind = kindOf({ kind: kindName });
    const chart = CHARTS[kindName]
      ? { ...data.chart, ...change }
      : kind.schema.parse({ kind: kindName, ...words, ...change });
    const base = { ...chart, states: state ? { state } : {} } as ChartFields;
    const changed = { ...data, base, chart: { ...base, ...state } };
    const frames = FRAMES.map((frame) => frameSvg(id, drawScene(changed, frame), title));
    const text = `${[groundSvg(id, kind.ground(changed)), ...frames].join('\n')}\n`
      .replaceAll('><', '>\n<')
      .replace(/ d="[^"]{200,}"/g, (path) => ` d="… ${path.length} characters"`);
    const stored = `${folder}/${id}.svg`;
    const differing = `${folder}/${id}-changed.svg`;
    rmSync(differing, { force: true });
    if (existsSync(stored) && readFileSync(stored, 'utf8') === text) return;
    writeFileSync(existsSync(stored) || process.env.CI ? differing : stored, text);
    expect(existsSync(differing), `the picture has changed: see ${differing}`).toBe(false);
  });
}
