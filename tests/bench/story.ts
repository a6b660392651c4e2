// `npm run bench`: scrolls through the whole story of the built site, on a phone and on a desktop, in a browser whose
// processor is slowed to a quarter, and prints what a reader would feel. It fails nothing: a machine at work on other
// things would. The frames are those of the machine; the work of the page's own thread is measured apart from it.
import { meterOf, openSite, SLOWER } from './slow-browser.ts';

/** As fast as a thumb drives a page: px a frame, 1,500 px a second. */
const SPEED = 25;

const { site, browser } = await openSite('The story');

console.log(
  `mode    width  height px  frames  median ms  p95 ms  worst ms  long tasks  longest ms  CLS     new entries  work ms × ${SLOWER}  own tasks > 50 ms × ${SLOWER}  longest ms`,
);
for (const mode of ['scroll', 'flat'])
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.addInitScript((value) => localStorage.setItem('reading', value), mode);
    await page.addInitScript(() => {
      // from the first paint on, whatever the reader does
      const shifts = ((window as never as { shifts: number[] }).shifts = []) as number[];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as never as { value: number; hadRecentInput: boolean }[])
          if (!entry.hadRecentInput) shifts.push(entry.value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(site.url);
    await page.evaluate(() => document.fonts.ready);
    const client = await page.context().newCDPSession(page);
    const worked = await meterOf(client);
    // once at full speed, to learn what the page's own thread works, whatever else the machine does meanwhile
    await browser.startTracing(page, { categories: ['devtools.timeline', 'toplevel'] });
    const before = await worked();
    const alone = await page.evaluate(scroll, SPEED);
    const work = ((await worked()) - before) / alone.frames.length;
    const tasks = ownTasks(await browser.stopTracing());
    await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const { frames, long, entries, length } = await page.evaluate(scroll, SPEED);
    const shift = await page.evaluate(() =>
      (window as never as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
    );
    frames.sort((a, b) => a - b);
    const at = (part: number) =>
      (frames[Math.min(Math.floor(frames.length * part), frames.length - 1)] ?? 0).toFixed(1);
    console.log(
      mode.padEnd(8) +
        String(width).padEnd(7) +
        String(length).padStart(9) +
        String(frames.length).padStart(8) +
        at(0.5).padStart(11) +
        at(0.95).padStart(8) +
        at(1).padStart(10) +
        String(long.length).padStart(12) +
        Math.max(0, ...long)
          .toFixed(0)
          .padStart(12) +
        shift.toFixed(4).padStart(8) +
        String(entries).padStart(13) +
        (work * SLOWER).toFixed(1).padStart(14) +
        String(tasks.filter((ms) => ms * SLOWER > 50).length).padStart(19) +
        (Math.max(0, ...tasks) * SLOWER).toFixed(0).padStart(12),
    );
    await page.close();
  }
await browser.close();
site.server.close();

/** Processor time of each task of the page's main thread, ms, from a trace. */
function ownTasks(trace: Buffer): number[] {
  interface TraceEvent {
    name: string;
    ph: string;
    pid: number;
    tid: number;
    tdur?: number;
    args?: { name?: string };
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return traceEvents
    .filter(({ name, ph, pid, tid }) => /RunTask$/.test(name) && ph === 'X' && main.has(`${pid} ${tid}`))
    .map(({ tdur = 0 }) => tdur / 1000);
}

/** In the page: scrolls from top to bottom and measures each frame. */
async function scroll(
  speed: number,
): Promise<{ frames: number[]; long: number[]; entries: number; length: number }> {
  scrollTo({ top: 0, behavior: 'instant' });
  await new Promise((done) => setTimeout(done, 500));
  const long: number[] = [];
  const observer = new PerformanceObserver((list) =>
    long.push(...list.getEntries().map(({ duration }) => duration)),
  );
  observer.observe({ type: 'longtask' });
  const before = history.length;
  const frames: number[] = [];
  const end = () => document.documentElement.scrollHeight - innerHeight - 1;
  await new Promise<void>((done) => {
    let last: number | undefined;
    const step = (now: number): void => {
      if (last !== undefined) frames.push(now - last);
      last = now;
      scrollBy({ top: speed, behavior: 'instant' });
      if (scrollY < end()) requestAnimationFrame(step);
      else done();
    };
    requestAnimationFrame(step);
  });
  await new Promise((done) => setTimeout(done, 1000));
  observer.disconnect();
  return {
    frames,
    long,
    entries: history.length - before,
    length: document.documentElement.scrollHeight,
  };
}
