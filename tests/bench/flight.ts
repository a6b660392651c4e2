// `npm run bench`: flies from state to state over every map of the built site, in a browser whose processor is slowed to
// a quarter, and prints what a reader would feel. It fails nothing: the table belongs in src/decisions/.
import { meterOf, openSite, SLOWER } from './slow-browser.ts';

const FLIGHTS = 6;

const { site, browser } = await openSite('Map flights');

console.log(
  `map        width  flight                         frames  median ms  p95 ms  worst ms  long tasks  work ms × ${SLOWER}`,
);
for (const id of ['istanbul', 'ankara', 'moscow', 'region'])
  for (const width of [390, 1440]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(`${site.url}charts/${id}/`);
    await page.evaluate(() => document.fonts.ready);
    const client = await page.context().newCDPSession(page);
    // once to learn what the page's thread itself works for each frame, whatever else the machine does meanwhile
    const worked = await meterOf(client);
    const before = await worked();
    const alone = await page.evaluate(fly, FLIGHTS);
    const work = ((await worked()) - before) / alone.frames.length;
    await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const { names, frames, long } = await page.evaluate(fly, FLIGHTS);
    frames.sort((a, b) => a - b);
    const at = (part: number) =>
      (frames[Math.min(Math.floor(frames.length * part), frames.length - 1)] ?? 0).toFixed(1);
    console.log(
      id.padEnd(11) +
        String(width).padEnd(7) +
        names.join(' ↔ ').slice(0, 30).padEnd(31) +
        String(frames.length).padStart(6) +
        at(0.5).padStart(11) +
        at(0.95).padStart(8) +
        at(1).padStart(10) +
        String(long).padStart(8) +
        (work * SLOWER).toFixed(1).padStart(14),
    );
    await page.close();
  }
await browser.close();
site.server.close();

/** In the page: flies to and fro, and measures each frame. A map with one state is flown over by copies of its own. */
async function fly(flights: number): Promise<{ names: string[]; frames: number[]; long: number }> {
  const stage = document.querySelector('chart-stage') as HTMLElement;
  const states = () => [
    ...new Set(
      [...stage.querySelectorAll<SVGSVGElement>('svg[data-state]')].map((each) => each.dataset.state ?? ''),
    ),
  ];
  const copies = [...stage.querySelectorAll('svg[data-state=closer]')];
  if (states().length < 2 && copies.length === 0)
    for (const picture of stage.querySelectorAll<SVGSVGElement>('svg[data-state]')) {
      const copy = picture.cloneNode(true) as SVGSVGElement;
      const [x, y, k] = (copy.dataset.view ?? '').split(' ').map(Number) as [number, number, number];
      copy.dataset.state = 'closer';
      copy.dataset.view = `${x - 200} ${y - 60} ${k * 2.5}`;
      copy.toggleAttribute('hidden', true);
      stage.append(copy);
    }
  const names = states();
  let long = 0;
  new PerformanceObserver((list) => (long += list.getEntries().length)).observe({ type: 'longtask' });
  const frames: number[] = [];
  for (let i = 1; i <= flights; i++) {
    let last: number | undefined;
    let flying = true;
    stage.addEventListener('statechange', () => (flying = false), { once: true });
    stage.setAttribute('state', names[i % names.length] ?? '');
    await new Promise<void>((done) => {
      const step = (now: number): void => {
        if (last !== undefined) frames.push(now - last);
        last = now;
        if (flying) requestAnimationFrame(step);
        else done();
      };
      requestAnimationFrame(step);
    });
    await new Promise((done) => setTimeout(done, 200));
  }
  return { names: names.map((name) => name || 'whole'), frames, long };
}
