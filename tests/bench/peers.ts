// `npm run bench`: loads an embed and the story on a slow phone, side by side with the least a page could be and with
// pages that draw the same in the reader's browser, and prints what each asks of the phone. It fails nothing: the table
// belongs in src/decisions/.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, CDPSession, Page } from 'playwright';
import { build } from 'vite';
import { chartData } from '../../src/authoring/content-model.ts';
import { readContent } from '../../src/authoring/content.ts';
import type { ChartData } from '../../src/charts/kind.ts';
import type { MapChart } from '../../src/charts/map/schema.ts';
import { colour } from '../../src/scene/palette.ts';
import { TYPES } from '../../src/tools/serve.ts';
import { openWorkshop } from '../../src/tools/workshop.ts';
import { openSite, SLOWER } from './slow-browser.ts';

const CHART = 'region';
const ROUNDS = 5;
/** A slow phone's network: bytes a second, ms to and fro. */
const NETWORK = { offline: false, downloadThroughput: 200_000, uploadThroughput: 90_000, latency: 150 };
const PHONE = { width: 390, height: 844 };
/** A page has come to rest when it has asked for nothing for half a second, and this much later, ms. */
const REST = 1000;

interface Subject {
  name: string;
  path: string;
  /** What is in the page when its picture is: marks of the map. */
  marks: string;
}
const EMBED: Subject[] = [
  { name: 'our embed', path: `/embed/${CHART}/`, marks: '.picture .happened' },
  { name: 'floor: title and picture', path: '/peers/floor-embed.html', marks: '.picture .happened' },
  { name: 'Observable Plot, world-atlas', path: '/peers/plot/', marks: '[aria-label=dot] circle' },
];
const STORY: Subject[] = [
  { name: 'our story', path: '/', marks: '.hero-map .picture' },
  { name: 'floor: words, first picture', path: '/peers/floor-first.html', marks: '.hero-map .picture' },
  { name: 'floor: words, every picture', path: '/peers/floor-story.html', marks: '.hero-map .picture' },
  { name: 'd3, scrollama, world-atlas', path: '/peers/d3-scrollama/', marks: '.mark' },
];

/** What a web host answers, by its path. */
const answers = new Map<string, Answer>();
interface Answer {
  headers: Record<string, string>;
  bytes: Buffer;
}
const { site, browser } = await openSite('The peers');
const folder = resolve('.build/root');
const peers = resolve('.build/bench/peers');
rmSync(peers, { recursive: true, force: true });
mkdirSync(peers, { recursive: true });
await makeFloors();
await makePeers();
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const found = compressed(path);
  response.writeHead(found ? 200 : 404, found?.headers).end(found?.bytes);
}).listen(0, 'localhost');
await new Promise((done) => server.once('listening', done));
const origin = `http://localhost:${(server.address() as AddressInfo).port}`;

interface Figures {
  kilobytes: number;
  requests: number;
  visible: number;
  shift: number;
  blocked: number;
  main: number;
  whole: number;
  heap: number;
}
const measured = new Map<Subject, Figures[]>([...EMBED, ...STORY].map((subject) => [subject, []]));
// in turns, so that whatever else the machine does meets all of them
for (let round = 0; round <= ROUNDS; round++)
  for (const [subject, figures] of measured) {
    const figure = { ...(await see(browser, subject)), ...(await work(browser, subject)) };
    // the first round warms the server and the browser up
    if (round > 0) figures.push(figure);
  }
await browser.close();
site.server.close();
server.close();

console.log(
  `${(NETWORK.downloadThroughput * 8e-6).toFixed(1)} Mbit/s, ${NETWORK.latency} ms, processor ÷ ${SLOWER}, ${PHONE.width} × ${PHONE.height}; medians of ${ROUNDS}`,
);
console.log(
  'page                            KB  requests  chart visible ms  × floor   CLS     TBT ms  main thread ms  × floor  all processes ms  × floor  heap MB',
);
for (const group of [EMBED, STORY]) {
  const floor = medians(group.find(({ name }) => name.startsWith('floor')) as Subject);
  for (const subject of group) {
    const { kilobytes, requests, visible, shift, blocked, main, whole, heap } = medians(subject);
    const times = (value: number, least: number) => (value / least).toFixed(2).padStart(9);
    console.log(
      subject.name.padEnd(29) +
        kilobytes.toFixed(1).padStart(5) +
        String(requests).padStart(10) +
        visible.toFixed(0).padStart(18) +
        times(visible, floor.visible) +
        shift.toFixed(4).padStart(9) +
        blocked.toFixed(0).padStart(8) +
        main.toFixed(0).padStart(16) +
        times(main, floor.main) +
        whole.toFixed(0).padStart(18) +
        times(whole, floor.whole) +
        heap.toFixed(1).padStart(9),
    );
  }
}

function medians(subject: Subject): Figures {
  const figures = measured.get(subject) as Figures[];
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
  return Object.fromEntries(
    Object.keys(figures[0] as Figures).map((key) => [
      key,
      median(figures.map((each) => each[key as keyof Figures])),
    ]),
  ) as unknown as Figures;
}

/** As a reader sees it: network and processor slowed. */
async function see(
  browser: Browser,
  { path, marks }: Subject,
): Promise<Pick<Figures, 'kilobytes' | 'requests' | 'visible' | 'shift' | 'blocked'>> {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, isMobile: true });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', NETWORK);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  let [bytes, requests] = [0, 0];
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  client.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) requests++;
  });
  await page.addInitScript(watch, marks);
  await rest(page, path);
  const seen = await page.evaluate(() => (window as never as { seen: Seen }).seen);
  await context.close();
  if (seen.visible === undefined) throw new Error(`${path} never showed ${marks}`);
  return {
    kilobytes: bytes / 1000,
    requests,
    visible: seen.visible,
    shift: seen.shift,
    blocked: seen.blocked,
  };
}

interface Seen {
  visible?: number;
  shift: number;
  blocked: number;
}

/** In the page. The chart is visible once a frame with its marks is on the screen; a page without styles paints none. */
function watch(marks: string): void {
  const seen: Seen = { shift: 0, blocked: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as never as { value: number }[]) seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.blocked += duration - 50;
  }).observe({ type: 'longtask', buffered: true });
  const look = (): void => {
    const shown = [...document.querySelectorAll(marks)].some((mark) => {
      const { top, bottom, width } = mark.getBoundingClientRect();
      return width > 0 && top < innerHeight && bottom > 0;
    });
    const painted = performance.getEntriesByName('first-contentful-paint')[0];
    if (!shown || !painted) requestAnimationFrame(look);
    // the frame that was looked at is painted when the next begins
    else requestAnimationFrame((now) => (seen.visible = now));
  };
  requestAnimationFrame(look);
}

/** What the processor does for it, at full speed: slowing it would be counted as work. */
async function work(browser: Browser, { path }: Subject): Promise<Pick<Figures, 'main' | 'whole' | 'heap'>> {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, isMobile: true });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  const machine = await browser.newBrowserCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await metric(client, 'TaskDuration');
  const processes = await processorTime(machine);
  await rest(page, path);
  const main = ((await metric(client, 'TaskDuration')) - before) * 1000;
  const whole = ((await processorTime(machine)) - processes) * 1000;
  await client.send('HeapProfiler.collectGarbage');
  const heap = (await metric(client, 'JSHeapUsedSize')) / 1e6;
  await machine.detach();
  await context.close();
  return { main, whole, heap };
}

async function metric(client: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === wanted)?.value ?? 0;
}

/** Of all the browser's processes, in seconds. */
async function processorTime(machine: CDPSession): Promise<number> {
  const { processInfo } = await machine.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function rest(page: Page, path: string): Promise<void> {
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  await page.waitForTimeout(REST);
}

/** Texts are compressed, as a host does while it answers. */
function compressed(path: string): Answer | undefined {
  const known = answers.get(path);
  if (known) return known;
  const inPeers = path.startsWith('/peers/');
  let file = inPeers ? join(peers, path.slice('/peers'.length)) : join(folder, path);
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
  if (!existsSync(file)) return undefined;
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const text = /text|json|svg|xml/.test(type);
  const plain = readFileSync(file);
  const bytes = text ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : plain;
  const answer = {
    bytes,
    headers: {
      'Content-Type': type,
      'Content-Length': String(bytes.length),
      ...(text ? { 'Content-Encoding': 'br' } : {}),
    },
  };
  answers.set(path, answer);
  return answer;
}

/**
 * The least a page could be: what our pages show on this phone, in one file with the words, the pictures, the rules that
 * colour them and three lines of style; no script, font, menu, note, list or second picture for wider screens.
 */
async function makeFloors(): Promise<void> {
  const page = await browser.newPage({ viewport: PHONE, colorScheme: 'light', bypassCSP: true });
  const strip = async (path: string, pictures: 'first' | 'every') => {
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    return page.evaluate(stripped, pictures);
  };
  writeFileSync(join(peers, 'floor-embed.html'), await strip(`embed/${CHART}/`, 'first'));
  writeFileSync(join(peers, 'floor-first.html'), await strip('', 'first'));
  writeFileSync(join(peers, 'floor-story.html'), await strip('', 'every'));
  await page.close();
}

/** In the page. */
function stripped(pictures: 'first' | 'every'): string {
  const main = document.querySelector('main') as HTMLElement;
  const shown = (element: Element) =>
    element.checkVisibility() && !element.closest('[popover], details, nav, .key, figcaption, .mark');
  const grounds = (svg: Element) => svg.classList.contains('ground');
  const parts: Element[] = [];
  let count = 0;
  for (const element of main.querySelectorAll('h1, h2, h3, p, .hero-map, svg.picture, svg.ground')) {
    if (element.parentElement?.closest('.hero-map')) continue;
    if (element.matches('.hero-map, svg.picture')) {
      if (!shown(element) || (pictures === 'first' && count++ > 0)) continue;
    } else if (grounds(element) ? pictures === 'first' && count > 0 : !shown(element)) continue;
    parts.push(element);
  }
  const markup = [...document.querySelectorAll('body > svg.ground'), ...parts].map((element) => {
    if (!element.matches('svg, .hero-map'))
      return `<${element.localName}>${plain(element)}</${element.localName}>`;
    const copy = element.cloneNode(true) as Element;
    const own = [...element.querySelectorAll('svg')];
    const copies = [...copy.querySelectorAll('svg')];
    own.forEach((svg, i) => grounds(svg) || svg.checkVisibility() || copies[i]?.remove());
    return copy.outerHTML;
  });
  const body = new DOMParser().parseFromString(markup.join('\n'), 'text/html');
  const variables = new Set<string>();
  const used = (rules: CSSRuleList): string[] =>
    [...rules].flatMap((rule) => {
      if (rule instanceof CSSStyleRule) {
        const bare = rule.selectorText.replaceAll(/::?[a-z-]+(\([^)]*\))?/g, '');
        let found = false;
        try {
          found =
            !/:/.test(rule.selectorText) &&
            [...body.querySelectorAll(bare)].some((each) => each.closest('svg, .hero-map'));
        } catch {
          // a selector of a browser to come
        }
        if (!found) return [];
        for (const [name] of rule.cssText.matchAll(/--[\w-]+/g)) variables.add(name);
        return [rule.cssText];
      }
      if (rule instanceof CSSMediaRule)
        return matchMedia(rule.conditionText).matches ? used(rule.cssRules) : [];
      return rule instanceof CSSLayerBlockRule || rule instanceof CSSSupportsRule ? used(rule.cssRules) : [];
    });
  const rules = [...document.styleSheets].flatMap((sheet) => used(sheet.cssRules));
  const root = getComputedStyle(document.documentElement);
  const values = [...variables]
    .map((name) => [name, root.getPropertyValue(name)] as const)
    .filter(([, value]) => value);
  const style = [
    `:root{${values.map(([name, value]) => `${name}:${value}`).join(';')}}`,
    'body{max-width:40rem;margin:0 auto;padding:0 1rem;font:1.1rem/1.5 Georgia,serif;background:var(--paper)}',
    ...rules,
    'svg.picture{display:block;margin:0;max-width:100%;height:auto;overflow:hidden}',
  ];
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${document.title}</title><style>${style.join('\n')}</style>\n${markup.join('\n')}</html>`;

  function plain(element: Element): string {
    const copy = element.cloneNode(true) as Element;
    for (const each of copy.querySelectorAll('.mark, button, svg, [popover]')) each.remove();
    return (copy.textContent ?? '').trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  }
}

/** The peers' pages, bundled as vite's documents say, with the places of our chart and the words of our story. */
async function makePeers(): Promise<void> {
  const { path } = await openWorkshop();
  const { content } = readContent(process.cwd());
  if (!content) throw new Error('content/ has problems: npm run check lists them');
  const { chart, ledger } = chartData(content, CHART) as unknown as ChartData<MapChart>;
  const floor = readFileSync(join(peers, 'floor-first.html'), 'utf8');
  const words = [...floor.matchAll(/<(h1|h2|h3|p)>.*?<\/\1>/gs)].map(([each]) =>
    each.replace(/^<p/, '<p class="step"'),
  );
  const lonLat = (place: string) => ledger.places[place]?.at?.toReversed() as [number, number];
  const place = (id: string, actors: string[]) => ({
    name: ledger.places[id]?.name,
    at: lonLat(id),
    names: actors.map((actor) => {
      const { short, name, party } = ledger.actors[actor] as {
        short?: string;
        name: string;
        party: 'russia';
      };
      return { name: short ?? name, colour: colour(party, 'light') };
    }),
  });
  const root = resolve('tests/bench/peers');
  const inputs = ['d3-scrollama', 'plot'];
  await build({
    root,
    base: '/peers/',
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: ['d3', 'scrollama', 'topojson-client', '@observablehq/plot'].map((name) => ({
        find: new RegExp(`^${name}$`),
        replacement: path(name),
      })),
    },
    plugins: [
      {
        name: 'words',
        transformIndexHtml: (html: string) =>
          html.replace('<!-- words -->', () => words.join('\n')).replace('<!-- title -->', () => chart.title),
      },
    ],
    build: {
      outDir: peers,
      emptyOutDir: false,
      target: 'esnext',
      rolldownOptions: { input: inputs.map((name) => join(root, name, 'index.html')) },
    },
  });
  const data = JSON.stringify({
    centre: chart.view.centre.toReversed(),
    places: [
      ...chart.people.map(({ place: id, actors }) => place(id, actors)),
      ...chart.points.map((id) => place(id, [])),
    ],
    links: chart.links.map(({ from, to }) => [lonLat(from), lonLat(to)]),
  });
  for (const name of inputs) {
    writeFileSync(join(peers, name, 'places.json'), data);
    cpSync(path('world-atlas/countries-110m.json'), join(peers, name, 'countries-110m.json'));
  }
}
