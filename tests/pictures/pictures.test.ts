import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { parse } from 'yaml';
import { chartData } from '../../src/authoring/content-model.ts';
import { readContent } from '../../src/authoring/content.ts';
import { drawScene } from '../../src/charts/draw.ts';
import type { ChartFields } from '../../src/charts/fields.ts';
import { kindOf } from '../../src/charts/kinds.ts';
import { frameSvg, groundSvg } from '../../src/render/svg.ts';
import { FRAMES } from '../../src/scene/scene.ts';
import { baseContent } from '../unit/base-content.ts';

// Each case changes the chart of the small invented content, is drawn, and is compared with the picture stored beside
// it: a correction of a real fact changes no stored picture. To accept a change, look at <case>-changed.svg and put it
// in the place of <case>.svg.
/** The chart of each kind whose pictures are stored. */
const CHARTS = { map: 'harbour', network: 'quay' };
const root = baseContent();
const { content, problems } = readContent(root);
rmSync(root, { recursive: true });

const cases = Object.entries(CHARTS).flatMap(([kind, chart]) =>
  readdirSync(`tests/pictures/${kind}`)
    .filter((file) => file.endsWith('.yaml'))
    .map((name) => ({ folder: `tests/pictures/${kind}`, chart, name })),
);
for (const { folder, chart, name } of cases) {
  const id = name.replace('.yaml', '');
  const {
    case: title,
    change,
    state,
  } = parse(readFileSync(`${folder}/${name}`, 'utf8')) as {
    case: string;
    change: object;
    /** What a state of the changed chart says anew. */
    state?: { view?: { scale: number } };
  };
  test(`${title}: the picture is the stored one`, () => {
    if (!content) throw new Error(problems.map(({ message }) => message).join('; '));
    const data = chartData(content, chart);
    const base = { ...data.chart, states: state ? { state } : {}, ...change } as ChartFields;
    const changed = { ...data, base, chart: { ...base, ...state } };
    const kind = kindOf(data.chart);
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
