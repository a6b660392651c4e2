import { expect, test } from 'playwright/test';
import {
  differInStress,
  movingFrameSvg,
  overTimeFrameSvg,
  stressedFrameSvg,
  withAnchors,
} from '../../src/render/svg.ts';
import type { Group, Scene } from '../../src/scene/scene.ts';

const dot: Group['marks'][number] = { mark: 'shape', role: 'dot', d: 'M0 0h1' };
const text = (words: string, role: 'name' | 'count' = 'name'): Group['marks'][number] => ({
  mark: 'text',
  role,
  text: words,
  x: 1,
  y: 2,
  align: 'start',
});
const scene = (groups: Group[], more: Partial<Scene> = {}): Scene => ({
  frame: 'wide',
  width: 720,
  height: 400,
  ground: { x: 360, y: 200, scale: 2 },
  groups,
  ...more,
});
const body = (svg: string) => svg.replace(/^<svg[^>]*><use[^>]*>/, '').replace(/<\/svg>$/, '');
const moving = (groups: Group[], more: Partial<Scene> = {}) =>
  movingFrameSvg('map', 'evening', scene(groups, more), 'A map', true);

test('a frame that moves says where its ground stands, and is hidden unless it is the first', () => {
  const anchored = [{ anchor: { x: 3, y: 4 }, marks: [dot] }];
  expect(moving(anchored)).toContain(' data-state="evening" data-view="360 200 2"><use');
  expect(moving(anchored)).toContain('<use href="#map_ground" transform="translate(360 200) scale(2)"/>');
  const hidden = movingFrameSvg('map', 'a "b"', scene(anchored, { ground: { x: 1, y: 2 } }), 'A map', false);
  expect(hidden).toContain(' data-state="a &quot;b&quot;" data-view="1 2 1" hidden>');
  expect(moving([{ marks: [dot] }])).not.toContain('data-view');
});

test('a group that moves has its point of the ground, and its label apart from its mark', () => {
  const place: Group = { anchor: { x: 3, y: 4 }, rank: 2, marks: [dot, text('2', 'count'), text('Palace')] };
  expect(body(moving([place]))).toBe(
    '<g data-at="3 4" data-rank="2"><g aria-hidden="true"><path class="dot" d="M0 0h1"/>' +
      '<text class="t-count" x="1" y="2">2</text><g class="label"><text class="t-name" x="1" y="2">Palace</text></g></g></g>',
  );
  const leader: Group['marks'][number] = { mark: 'shape', role: 'leader', d: 'M1 1h9' };
  expect(body(moving([{ ...place, marks: [dot, leader, text('Palace')] }]))).toContain(
    '<g class="label"><path class="leader" d="M1 1h9"/><text',
  );
  expect(body(moving([{ anchor: { x: 3, y: 4 }, marks: [dot] }]))).toBe(
    '<g data-at="3 4" data-rank="0"><g aria-hidden="true"><path class="dot" d="M0 0h1"/></g></g>',
  );
  expect(body(moving([{ grows: true, marks: [dot] }]))).toMatch(/^<g class="grows">/);
  expect(body(moving([{ marks: [dot] }]))).toMatch(/^<g><g aria-hidden/);
});

test('marks lead to where their list has them, those too that only find room when the map is enlarged', () => {
  const groups = ['landing', 'leaving'].map((entry): Group => ({ entry, marks: [dot] }));
  const wide = scene([...groups, { marks: [dot] }], { spare: groups });
  const picture = { ground: [], frames: { narrow: scene(groups), wide } };
  const { frames } = withAnchors(picture, (entry) => (entry === 'landing' ? 'evening-landing' : entry));
  const entries = (some: Group[] = []) => some.map(({ entry }) => entry);
  expect(entries(frames.narrow.groups)).toEqual(['evening-landing', 'leaving']);
  expect(entries(frames.wide.groups)).toEqual(['evening-landing', 'leaving', undefined]);
  expect(entries(frames.wide.spare)).toEqual(['evening-landing', 'leaving']);
});

test('names that found no room are kept below the others for a map that is enlarged', () => {
  const spare = [{ anchor: { x: 3, y: 4 }, marks: [text('Fatih')] }];
  expect(body(moving([{ marks: [dot] }], { spare }))).toMatch(/^<g class="spare"><g data-at.*Fatih.*<path/);
  expect(moving([{ marks: [dot] }])).not.toContain('spare');
});

test('of several moments, what the first one does not show is hidden and says when it comes and goes', () => {
  const groups: Group[] = [
    { entry: 'always', marks: [dot] },
    { entry: 'gone', spell: { from: 0, until: 2 }, marks: [dot] },
    { entry: 'here', spell: { from: 2, until: 3 }, marks: [dot] },
    { spell: { from: 3 }, marks: [dot] },
  ];
  const svg = overTimeFrameSvg('map', scene(groups), 'A map', 2);
  expect(body(svg).replaceAll('<path class="dot" d="M0 0h1"/>', '')).toBe(
    '<a href="#map-always"></a>' +
      '<a hidden href="#map-gone" data-from="0" data-until="2"></a>' +
      '<a href="#map-here" data-from="2" data-until="3"></a>' +
      '<g hidden aria-hidden="true" data-from="3"></g>',
  );
});

test('states that only stress other parts of a picture share it, and each mark says in which it steps back', () => {
  const ties = (look: Partial<Group>[]) =>
    look.map((weight, i): Group => ({ entry: `tie-${i}`, marks: [dot], ...weight }));
  const frames = [
    { state: 'offers', scene: scene(ties([{ emphasis: true }, { dim: true }])) },
    { state: 'no', scene: scene(ties([{ dim: true }, { dim: true }])) },
  ];
  expect(differInStress(frames)).toBe(true);
  expect(differInStress(frames.slice(1))).toBe(false);
  const moved = { state: 'later', scene: scene(ties([{}, {}]), { height: 401 }) };
  expect(differInStress([...frames, moved])).toBe(false);
  const elsewhere = { state: 'on', scene: scene(ties([{}, { entry: 'tie-1-on' }])) };
  expect(differInStress([...frames, elsewhere])).toBe(false);
  const svg = stressedFrameSvg('ties', frames, 'Ties');
  expect(svg).toContain(' data-state="offers no"');
  expect(body(svg)).toBe(
    '<a data-emphasis="offers" data-dim="no" href="#ties-tie-0"><path class="dot" d="M0 0h1"/></a>' +
      '<a data-dim="offers no" href="#ties-tie-1"><path class="dot" d="M0 0h1"/></a>',
  );
});
