// `npm run bench`: drags the slider over every moment of a chart and of the day, there and back, in a browser whose
// processor is slowed to a quarter, and prints the frames and what was asked of the network. It fails nothing.
import { meterOf, openSite, SLOWER } from './slow-browser.ts';

const { site, browser } = await openSite('The slider');

console.log(
  `page                 width  moments  frames  median ms  p95 ms  worst ms  work ms × ${SLOWER}  requests`,
);
for (const path of ['charts/ties/at/', 'charts/region/at/', 'charts/positions/at/', 'embed/ties/at/', 'day/'])
  for (const width of [390, 1440]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(site.url + path);
    await page.evaluate(() => document.fonts.ready);
    const slider = page.getByRole('slider');
    await slider.scrollIntoViewIfNeeded();
    const last = Number(await slider.getAttribute('max'));
    const client = await page.context().newCDPSession(page);
    const worked = await meterOf(client);
    let requests = 0;
    page.on('request', () => requests++);
    // one moment every second frame, there and back, as a finger does that crosses the slider in a second
    const drag = (to: number) =>
      page.evaluate(async (end) => {
        const range = document.querySelector<HTMLInputElement>('known-at input');
        const frames: number[] = [];
        await new Promise<void>((done) => {
          let before: number | undefined;
          let count = 0;
          const step = (now: number): void => {
            if (before !== undefined) frames.push(now - before);
            before = now;
            if (count++ % 2 === 0) {
              const at = count / 2 < end ? Math.floor(count / 2) : 2 * end - Math.floor(count / 2);
              if (range) range.value = String(at);
              range?.dispatchEvent(new Event('input', { bubbles: true }));
            }
            if (count < end * 4) requestAnimationFrame(step);
            else done();
          };
          requestAnimationFrame(step);
        });
        return frames;
      }, to);
    const before = await worked();
    const alone = await drag(last);
    const work = ((await worked()) - before) / alone.length;
    await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const frames = (await drag(last)).sort((a, b) => a - b);
    const at = (part: number) =>
      (frames[Math.min(Math.floor(frames.length * part), frames.length - 1)] ?? 0).toFixed(1);
    console.log(
      path.padEnd(21) +
        String(width).padEnd(7) +
        String(last + 1).padStart(7) +
        String(frames.length).padStart(8) +
        at(0.5).padStart(11) +
        at(0.95).padStart(8) +
        at(1).padStart(10) +
        (work * SLOWER).toFixed(1).padStart(12) +
        String(requests).padStart(10),
    );
    await page.close();
  }
await browser.close();
site.server.close();
