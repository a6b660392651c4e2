import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { parse } from 'yaml';
import { kindOf } from '../../src/charts/kinds.ts';
import { frameSvg, groundSvg } from '../../src/render/svg.ts';
import { FRAMES } from '../../src/scene/scene.ts';
import { content, mapData } from '../unit/content.ts';

// Each case is drawn and compared with the picture stored beside it. To accept a change, look at <case>-changed.svg
// and put it in the place of <case>.svg.
const folder = 'tests/pictures/map';

for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
  const id = name.replace('.yaml', '');
  const {
    case: title,
    chart,
    change,
  } = parse(readFileSync(`${folder}/${name}`, 'utf8')) as {
    case: string;
    chart: string;
    change?: object;
  };
  test(`${title}: the picture is the stored one`, () => {
    const data = mapData(chart);
    const changed = { ...data, chart: { ...data.chart, ...change } } as unknown as Parameters<
      ReturnType<typeof kindOf>['scene']
    >[0];
    const kind = kindOf(content.charts[chart] as { kind: string });
    const frames = FRAMES.map((frame) => frameSvg(id, kind.scene(changed, frame), title));
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
