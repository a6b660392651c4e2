import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'playwright/test';
import { chartData } from '../../src/authoring/content-model.ts';
import { drawScene } from '../../src/charts/draw.ts';
import { drawGroups } from '../../src/render/standalone.ts';
import { TYPES, type Type } from '../../src/scene/roles.ts';
import { FRAMES, type Scene } from '../../src/scene/scene.ts';
import { content } from './content.ts';
import { boxOf } from './crowding.ts';

/** The texts of a picture that have no halo though something begins or ends behind them. */
function unprotected({ width, height, groups }: Scene): string[] {
  const bare = groups
    .flatMap(({ marks }) => marks)
    .filter((mark) => mark.mark === 'text')
    .filter(({ role }) => !(TYPES[role] as Type).halo);
  // the edge of a party's panel is as faint as the paper is pale
  const shapes = groups.map((group) => ({
    ...group,
    marks: group.marks.filter((mark) => mark.mark === 'shape' && mark.role !== 'region'),
  }));
  const hatch =
    '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M1 0V5" stroke="#000"/></pattern></defs>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${hatch}${drawGroups(shapes, 'light')}</svg>`;
  const pixels = new DataView(new Uint8Array(new Resvg(svg).render().pixels).buffer);
  const at = (x: number, y: number) => pixels.getUint32((Math.round(y) * width + Math.round(x)) * 4);
  return bare
    .filter((mark) => {
      const box = boxOf(mark);
      const [left, top] = [box.x - box.width / 2, box.y - box.height / 2];
      const ground = at(left, top);
      // a tie may begin at the bottom of its label
      for (let y = 0; y < box.height - 1; y++)
        for (let x = 0; x < box.width; x++) if (at(left + x, top + y) !== ground) return true;
      return false;
    })
    .map(({ role, text }) => `${role}: ${text}`);
}

for (const [id, { states }] of Object.entries(content.charts))
  test(`${id}: a text without a halo has even ground behind it, in both frames and all states`, () => {
    for (const state of [undefined, ...Object.keys(states)])
      for (const frame of FRAMES)
        expect(unprotected(drawScene(chartData(content, id, state), frame)), `${state} ${frame}`).toEqual([]);
  });
