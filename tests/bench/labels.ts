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
import { contains, overlaps, type Box } from '../../src/scene/box.ts';
import { placeLabels, type LabelRequest, type Surroundings } from '../../src/scene/place-labels.ts';
import { FRAMES } from '../../src/scene/scene.ts';
import { openWorkshop } from '../../src/tools/workshop.ts';

type Method = (requests: LabelRequest[], surroundings: Surroundings) => Map<string, Box>;
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
      placed.flatMap(({ x, y, width, height, hidden }, i): [string, Box][] =>
        hidden ? [] : [[requests[i]?.id ?? '', { x: x + width / 2, y: y + height / 2, width, height }]],
      ),
    );
  };

/** Each label in turn takes the first of the eight near positions that is free. */
const greedy: Method = (requests, { frame, obstacles }) => {
  const placed = new Map<string, Box>();
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
        contains(frame, box) && [...obstacles, ...placed.values()].every((other) => !overlaps(box, other)),
    );
    if (free) placed.set(id, free);
  }
  return placed;
};

const ours: Method = (requests, surroundings) =>
  new Map(placeLabels(requests, surroundings).map(({ id, box }) => [id, box]));

const methods: Record<string, Method> = { ours, greedy, ...(await d3fcMethods()) };
console.log('map             method          placed   overlaps  outside  distance px');
for (const id of Object.keys(content.charts))
  for (const frame of FRAMES) {
    const data = chartData(content, id) as unknown as ChartData<MapChart>;
    const { wanted, surroundings } = layOut(data, frame);
    const requests = wanted.map(({ request }) => request);
    for (const [name, method] of Object.entries(methods)) {
      const placed = method(requests, surroundings);
      const boxes = [...placed.values()];
      const pairs = boxes.flatMap((a, i) =>
        [...boxes.slice(i + 1), ...surroundings.obstacles].filter((b) => overlaps(a, b)),
      );
      const outside = boxes.filter((box) => !contains(surroundings.frame, box)).length;
      const distance = requests.reduce((sum, { id: key, anchor }) => {
        const box = placed.get(key);
        return box ? sum + Math.hypot(box.x - anchor.x, box.y - anchor.y) : sum;
      }, 0);
      const cells = [
        `${id} ${frame}`.padEnd(16),
        name.padEnd(16),
        `${boxes.length}/${requests.length}`.padEnd(9),
        String(pairs.length).padEnd(10),
        String(outside).padEnd(9),
      ];
      console.log(cells.join('') + Math.round(distance / Math.max(boxes.length, 1)));
    }
  }

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
