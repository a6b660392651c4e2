// `npm run bench`: places the labels of every map by our method and by others, and prints what comes of it. It fails
// nothing: the table belongs in src/decisions/.
import { build } from 'vite';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chartData } from '../../src/authoring/content-model.ts';
import { readContent } from '../../src/authoring/content.ts';
import type { ChartData } from '../../src/charts/kind.ts';
import { layOut } from '../../src/charts/map/scene.ts';
import type { MapChart } from '../../src/charts/map/schema.ts';
import { glyphBoxes } from '../../src/scene/course.ts';
import { contains, overlaps, type Box } from '../../src/scene/box.ts';
import { placeLabels, type LabelRequest, type Surroundings } from '../../src/scene/place-labels.ts';
import { FRAMES } from '../../src/scene/scene.ts';
import { openWorkshop } from '../../src/tools/workshop.ts';

/** The room of each label that is placed: one box, or one for each letter along a line. */
type Method = (requests: LabelRequest[], surroundings: Surroundings) => Map<string, Box[]>;
type Rectangle = { x: number; y: number; width: number; height: number; hidden?: boolean };
type Strategy = ((rectangles: Rectangle[]) => Rectangle[]) & { bounds?: (bounds: Rectangle) => Strategy };

const { content } = readContent(process.cwd());
if (!content) throw new Error('content/ has problems: npm run check lists them');

/** d3fc's layouts work on rectangles that hang from their anchors. */
const d3fc =
  (make: () => Strategy): Method =>
  (requests, { frame }) => {
    const strategy = make();
    strategy.bounds?.({
      x: frame.x - frame.width / 2,
      y: frame.y - frame.height / 2,
      width: frame.width,
      height: frame.height,
    });
    const rectangles = requests.map(({ anchor, width, height }) => ({
      x: anchor.x,
      y: anchor.y,
      width,
      height,
      hidden: false,
    }));
    const placed = strategy(rectangles);
    return new Map(
      placed.flatMap(({ x, y, width, height, hidden }, i): [string, Box[]][] =>
        hidden ? [] : [[requests[i]?.id ?? '', [{ x: x + width / 2, y: y + height / 2, width, height }]]],
      ),
    );
  };

/** Each label in turn takes the first of the eight near positions that is free. */
const greedy: Method = (requests, { frame, obstacles }) => {
  const placed = new Map<string, Box[]>();
  for (const { id, anchor, clearance, width, height } of requests) {
    const [dx, dy] = [clearance + 5 + width / 2, clearance + 5 + height / 2];
    const near = [
      [1, 0],
      [-1, 0],
      [0, -1],
      [0, 1],
      [1, -1],
      [-1, -1],
      [1, 1],
      [-1, 1],
    ] as const;
    const boxes = near.map(([u, v]): Box => ({ x: anchor.x + u * dx, y: anchor.y + v * dy, width, height }));
    const free = boxes.find(
      (box) =>
        contains(frame, box) &&
        [...obstacles, ...[...placed.values()].flat()].every((other) => !overlaps(box, other)),
    );
    if (free) placed.set(id, [free]);
  }
  return placed;
};

const ours: Method = (requests, surroundings) => {
  const course = new Map(
    requests.map(({ id, height, course: along }) => [id, { height, size: along?.size ?? 0 }]),
  );
  return new Map(
    placeLabels(requests, surroundings).map(({ id, box, glyphs }) => {
      const { height, size } = course.get(id) as { height: number; size: number };
      return [id, glyphs ? glyphBoxes(glyphs, height, size) : [box]];
    }),
  );
};

const methods: Record<string, Method> = { ours, greedy, ...(await d3fcMethods()) };
/** From a point to the nearest of a box, px: a long name is not far away for being long. */
const away = (box: Box, { x, y }: { x: number; y: number }) =>
  Math.hypot(
    Math.max(0, Math.abs(box.x - x) - box.width / 2),
    Math.max(0, Math.abs(box.y - y) - box.height / 2),
  );

/** What came of a method: sums over all pictures, distances in px. */
interface Sum {
  wanted: number;
  placed: number;
  overlaps: number;
  outside: number;
  distance: number;
}

const sums = new Map<string, Sum>();
let pictures = 0;
for (const [id, { kind, states }] of Object.entries(content.charts))
  for (const state of kind === 'map' ? [undefined, ...Object.keys(states)] : [])
    for (const frame of FRAMES) {
      pictures++;
      const data = chartData(content, id, state) as unknown as ChartData<MapChart>;
      const { wanted, surroundings } = layOut(data, frame);
      const requests = wanted.map(({ request }) => request);
      for (const [name, method] of Object.entries(methods)) {
        const placed = method(requests, surroundings);
        const labels = [...placed.values()];
        const sum = sums.get(name) ?? { wanted: 0, placed: 0, overlaps: 0, outside: 0, distance: 0 };
        sum.wanted += requests.length;
        sum.placed += labels.length;
        sum.overlaps += labels.flatMap((a, i) =>
          [...labels.slice(i + 1), ...surroundings.obstacles.map((box) => [box])].filter((b) =>
            a.some((box) => b.some((other) => overlaps(box, other))),
          ),
        ).length;
        sum.outside += labels.filter((a) => a.some((box) => !contains(surroundings.frame, box))).length;
        for (const { id: key, anchor } of requests) {
          const boxes = placed.get(key);
          if (boxes) sum.distance += Math.min(...boxes.map((box) => away(box, anchor)));
        }
        sums.set(name, sum);
      }
    }

console.log(`Labels of ${pictures} pictures: each map and state, in both frames`);
console.log('method            placed     overlaps  outside  displacement px, in all and each');
for (const [name, { wanted, placed, overlaps: found, outside, distance }] of sums)
  console.log(
    [
      name.padEnd(18),
      `${placed}/${wanted}`.padEnd(11),
      String(found).padEnd(10),
      String(outside).padEnd(9),
      `${Math.round(distance)}, ${(distance / placed).toFixed(1)}`,
    ].join(''),
  );

/** The package is written for bundlers, so it is bundled first. */
async function d3fcMethods(): Promise<Record<string, Method>> {
  const { path } = await openWorkshop();
  const entry = path('@d3fc/d3fc-label-layout/index.js');
  const outDir = resolve('.build/bench');
  await build({
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, lib: { entry, formats: ['es'], fileName: 'd3fc' } },
  });
  const library = (await import(pathToFileURL(resolve(outDir, 'd3fc.js')).href)) as Record<
    string,
    () => Strategy
  > & {
    layoutRemoveOverlaps: (strategy: Strategy) => Strategy;
  };
  const make = (name: string) => library[name] as () => Strategy;
  return {
    'd3fc greedy': d3fc(make('layoutGreedy')),
    'd3fc annealing': d3fc(make('layoutAnnealing')),
    'd3fc removing': d3fc(() => library.layoutRemoveOverlaps(make('layoutGreedy')())),
  };
}
