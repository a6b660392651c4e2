import { geoContains } from 'd3';
import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { expect, test } from 'playwright/test';
import { areaOf, landOf } from '../../src/charts/map/ground.ts';
import { itemsOf } from '../../src/charts/map/items.ts';
import { map } from '../../src/charts/map/map.ts';
import { PathWriter } from '../../src/charts/map/path-writer.ts';
import { distance, place, kilometres, projectionOf } from '../../src/charts/map/projection.ts';
import { roomyGround } from '../../src/charts/map/roomy-ground.ts';
import type { Geometry } from '../../src/charts/geometry.ts';
import { chartData } from '../../src/authoring/content-model.ts';
import { parseMoment } from '../../src/ledger/moment.ts';
import { FRAME_WIDTH, FRAMES } from '../../src/scene/scene.ts';
import { content, mapData } from './content.ts';

const MAPS = Object.keys(content.charts).filter((id) => content.charts[id]?.kind === 'map');
const data = mapData('istanbul');
const geometry = content.geometry.istanbul as Geometry;
const ISTANBUL: [number, number] = [41.0138, 28.9497];
const ANKARA: [number, number] = [39.9199, 32.8543];

test('Istanbul and Ankara are 350 km apart', () => {
  expect(distance(ISTANBUL, ANKARA)).toBeGreaterThan(345);
  expect(distance(ISTANBUL, ANKARA)).toBeLessThan(355);
  expect(kilometres(ISTANBUL, ANKARA)).toBe('350');
});

test('a kilometre is as long as the chart says, in both directions', () => {
  const { scale } = data.chart.view;
  const a = place(data, 'wide', [41, 28.93]);
  const north = place(data, 'wide', [41.05, 28.93]);
  const east = place(data, 'wide', [41, 29]);
  expect(a.y - north.y).toBeCloseTo(distance([41, 28.93], [41.05, 28.93]) * scale, 0);
  expect(east.x - a.x).toBeCloseTo(distance([41, 28.93], [41, 29]) * scale, 0);
});

test('rings are wound so that land is land and the strait is water', () => {
  const land = landOf(geometry);
  expect(geoContains(land, [28.95, 41.05])).toBe(true);
  expect(geoContains(land, [29.05, 41.02])).toBe(true);
  expect(geoContains(land, [28.9, 40.93])).toBe(false);
  expect(geoContains(land, [29.045, 41.062])).toBe(false);
});

test('marked places lie in the districts they belong to', () => {
  const inside = (id: string, [lat, lon]: readonly [number, number]) =>
    geoContains(areaOf(geometry, id) as GeoJSON.Feature, [lon, lat]);
  const { places } = content.ledger;
  expect(inside('bakirkoy', places['ataturk-airport']?.at as [number, number])).toBe(true);
  expect(inside('besiktas', places.dolmabahce?.at as [number, number])).toBe(true);
});

test('every mark has its place in the list, and every row its mark unless its place is not stated, in both frames', () => {
  for (const chart of MAPS.map(mapData)) {
    const rows = map.table(chart).map(({ id }) => id);
    for (const frame of FRAMES) {
      const marks = map.scene(chart, frame).groups.flatMap(({ entry }) => entry ?? []);
      expect([...marks, ...chart.chart.unplaced].sort(), chart.id).toEqual([...rows].sort());
    }
  }
});

test('Simferopol, Sevastopol, Kerch and Yalta are drawn in Ukraine, and so are Kyiv and Donetsk', () => {
  const region = content.geometry.region as Geometry;
  const countries = (region.objects.countries as GeometryCollection).geometries.map((country) => ({
    id: String(country.id),
    part: (country.properties as { part?: string } | undefined)?.part,
    shape: feature(region, country) as GeoJSON.Feature,
  }));
  const where = (at: [number, number]) => countries.find(({ shape }) => geoContains(shape, at));
  for (const town of [
    [34.1, 44.95],
    [33.55, 44.61],
    [36.4, 45.34],
    [34.15, 44.52],
  ] as [number, number][]) {
    expect(where(town)).toMatchObject({ id: '804', part: 'crimea' });
  }
  expect(where([30.52, 50.45])).toMatchObject({ id: '804', part: undefined });
  expect(where([37.8, 48.0])?.id).toBe('804');
  expect(where([39.0, 45.04])?.id).toBe('643');
});

test('labels find room under the longest name that a place or person has in any language', () => {
  const longest = (own: string, names: Record<string, string | undefined> = {}) =>
    Object.values(names).reduce<string>(
      (best, name) => (name && name.length > best.length ? name : best),
      own,
    );
  for (const id of MAPS) {
    const chart = structuredClone(mapData(id));
    for (const named of [...Object.values(chart.ledger.places), ...Object.values(chart.ledger.actors)]) {
      if (named.names && 'kind' in named && named.kind !== 'person')
        named.name = longest(named.name, named.names);
    }
    for (const frame of FRAMES)
      expect(map.scene(chart, frame).groups.length, `${id} ${frame}`).toBeGreaterThan(0);
  }
});

test('the distances that maps print are those of the dossier’s places', () => {
  const { places } = content.ledger;
  const at = (id: string) => places[id]?.at as [number, number];
  expect(distance(at('esenboga'), at('presidential-complex'))).toBeCloseTo(27.6, 0);
  expect(kilometres(at('doha'), at('ankara'))).toBe('2,380');
});

test('a place that is not confirmed is a hatched ring with words, never a filled shape', () => {
  const { groups } = map.scene(data, 'narrow');
  const group = groups.find(({ entry }) => entry === 'dolmabahce');
  const roles = group?.marks.map(({ role }) => role);
  expect(roles).toContain('unconfirmed');
  expect(group?.marks.some((mark) => mark.mark === 'shape' && mark.hue)).toBe(false);
  expect(group?.marks.some((mark) => mark.mark === 'text' && mark.text === 'not confirmed')).toBe(true);
});

test('a scene has whole tenths, the same each time', () => {
  for (const frame of FRAMES) {
    const text = JSON.stringify(map.scene(data, frame));
    expect(text).not.toMatch(/\d\.\d\d/);
    expect(JSON.stringify(map.scene(data, frame))).toBe(text);
  }
});

test('an event without a position is a fault, and so is a place outside the view', () => {
  const far = structuredClone(data);
  (far.ledger.places.dolmabahce as { at: [number, number] }).at = [39.9, 32.8];
  expect(map.faults(far)[0]).toMatchObject({ code: 'outside-map', path: ['dolmabahce', 'at'] });
  const nowhere = structuredClone(data);
  delete (nowhere.ledger.places.dolmabahce as { at?: unknown }).at;
  expect(map.faults(nowhere)[0]).toMatchObject({ code: 'not-mapped', path: ['events', 1] });
  expect(map.faults({ ...data, chart: { ...data.chart, districts: ['nowhere'] } })[0]).toMatchObject({
    code: 'not-mapped',
  });
  expect(map.faults(data)).toEqual([]);
});

test('the path writer writes relative tenths and leaves out steps too small to see', () => {
  const writer = new PathWriter();
  writer.moveTo(10, 20);
  writer.lineTo(10.01, 20.02);
  writer.lineTo(10.5, 19.5);
  writer.lineTo(9, 19.5);
  writer.closePath();
  writer.moveTo(12, 20);
  writer.lineTo(13, 20);
  expect(writer.toString()).toBe('m10 20 .5-.5-1.5 0zm2 0 1 0');
});

test('a geometry without its layer, with a ring wound wrongly, a point that is no number or an arc too few is a fault', () => {
  const says = (change: (broken: Geometry) => void): string => {
    const broken = structuredClone(geometry);
    change(broken);
    const [fault] = map.faults({ ...data, geometry: { ...data.geometry, istanbul: broken } });
    expect(fault).toMatchObject({ code: 'not-mapped', in: 'chart', path: ['geo'] });
    return fault?.message ?? '';
  };
  expect(says(({ objects }) => delete objects.districts)).toContain('has none of the layers');
  expect(says(({ arcs }) => arcs.forEach((arc) => void (arc[0] as number[]).fill(Number.NaN)))).toContain(
    'not made of numbers',
  );
  expect(says(({ arcs }) => void arcs.splice(20))).toContain('refers to arcs');
  const square = [
    [28, 40],
    [30, 40],
    [30, 42],
    [28, 42],
    [28, 40],
  ];
  const wound = says((broken) => {
    broken.arcs = [square] as Geometry['arcs'];
    delete broken.transform;
    broken.objects = {
      districts: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', id: 'a', arcs: [[0]] }] },
    };
  });
  expect(wound).toContain('counter-clockwise');
});

test('a drawn place stands no more than 1 px from its coordinate, in every state and frame', () => {
  let worst = 0;
  for (const [id, { kind, states }] of Object.entries(content.charts))
    if (kind === 'map')
      for (const state of [undefined, ...Object.keys(states)])
        for (const frame of FRAMES) {
          const chart = chartData(content, id, state) as unknown as ReturnType<typeof mapData>;
          const base = chart.base ?? chart.chart;
          const view = { ...base.view, ...chart.chart.view };
          // as it would be without whole tenths: a projection about the state's own middle, at its own scale
          const k = view.scale / base.view.scale;
          const exact = projectionOf(chart);
          const here = itemsOf(chart).here.map(({ id: key }) => key);
          const [cx, cy] = exact([view.centre[1], view.centre[0]]) as [number, number];
          for (const { entry: key, target } of map.scene(chart, frame).groups) {
            const at = key && content.ledger.places[key]?.at;
            if (!at || !target || !here.includes(key)) continue;
            const [x, y] = exact([at[1], at[0]]) as [number, number];
            const middle = { x: FRAME_WIDTH[frame] / 2, y: view.height[frame] / 2 };
            const off = Math.hypot(middle.x + (x - cx) * k - target.x, middle.y + (y - cy) * k - target.y);
            worst = Math.max(worst, off);
          }
        }
  console.log(`Drift of drawn places: at most ${worst.toFixed(2)} px`);
  expect(worst).toBeLessThanOrEqual(1);
});

test('a city map goes on, moment by moment, with what its states mark', () => {
  const at = (text: string) =>
    itemsOf(chartData(content, 'ankara', undefined, parseMoment(text)) as never).here.map(
      ({ id, status }) => `${id} ${status}`,
    );
  expect(at('2025-05-15 13:00')).toEqual(
    expect.arrayContaining(['esenboga happened', 'presidential-complex planned']),
  );
  expect(at('2025-05-15 13:00')).not.toContain('ankara happened');
  // what was planned is not ahead any more; what was decided in the evening was not known before
  expect(at('2025-05-15 18:00')).toContain('presidential-complex happened');
  expect(at('2025-05-15 18:00')).not.toContain('presidential-complex planned');
  expect(at('2025-05-16 23:59')).toEqual(
    expect.arrayContaining(['esenboga happened', 'presidential-complex happened', 'ankara happened']),
  );
});

test('a map whose label finds no room is a fault, and so is one where only a mark of its states finds none', () => {
  const faultsOf = (id: string, key: string) => {
    const own = mapData(id);
    const away = { narrow: [5000, 0], wide: [5000, 0] } as { narrow: [number, number] };
    return map.faults({ ...own, chart: { ...own.chart, nudges: { [key]: away } } });
  };
  const fault = { code: 'no-room', in: 'chart' };
  const message = 'narrow frame: There is no room for the label esenboga';
  expect(faultsOf('ankara', 'esenboga')).toMatchObject([{ ...fault, path: ['events'], message }]);
  expect(faultsOf('ankara', 'ankara')).toMatchObject([
    {
      ...fault,
      path: ['states'],
      message: 'with what its states mark, narrow frame: There is no room for the label ankara',
    },
  ]);
});

test('the ground of a whole screen is the same land, and reaches further', () => {
  const [near, far] = [map.ground(data), roomyGround(data)].map((groups) =>
    groups.flatMap(({ marks }) => marks).filter((mark) => mark.mark === 'shape'),
  );
  expect(far?.map(({ role }) => role)).toEqual(near?.map(({ role }) => role));
  const edges = (marks: { d: string }[] = []) =>
    (/^M(\S+) (\S+)H(\S+)V([\d.]+)H/.exec(marks[0]?.d ?? '') ?? []).slice(1).map(Number);
  const [west = 0, north = 0, east = 0, south = 0] = edges(far);
  // a screen of 1,500 px by 1,200 px is full of it
  expect(east - west).toBeGreaterThanOrEqual(1500);
  expect(south - north).toBeGreaterThanOrEqual(1200);
  const [left = 0, top = 0, right = 0, bottom = 0] = edges(near);
  expect([west < left, north < top, east > right, south > bottom]).toEqual([true, true, true, true]);
});
