import { expect, type Page } from 'playwright/test';
import { test, REPEATING } from './host.ts';

const COUNT = 6000;
const SEED = 20250515;

/** Messages with the shapes that page and helper know, and everything in them that may be wrong. Runs in a browser. */
const FUZZER = `
function messages(seed, count) {
  const next = () => { // mulberry32
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const pick = (list) => list[Math.floor(next() * list.length)];
  const nested = (depth) => { let value = 1; for (let i = 0; i < depth; i++) value = next() < 0.5 ? [value] : { a: value, id: value }; return value; };
  const value = () => pick([
    () => pick([0, -1, 1, 523, 523.4, 1e9, 1e308, -1e308, NaN, Infinity, -Infinity, 2 ** 53]),
    () => pick(['', '500', '500px', 'javascript:alert(1)', '../../about/', 'dark', 'light', 'auto', '\\u0000', '__proto__', '<img src=x onerror=alert(1)>', '😀']),
    () => pick([null, undefined, true, false]),
    () => 'x'.repeat(pick([10, 1000, 100000])),
    () => nested(pick([2, 20, 200])),
    () => new Date(0), () => new Map([[1, 2]]), () => new ArrayBuffer(8), () => /a/g, () => new Error('e'), () => 10n ** 30n,
  ])();
  const key = () => pick(['height', 'width', 'type', 'id', 'secret', 'message', 'value', 'theme', 'tenOclock', 'sentinel', 'context', 'src', 'datawrapper-height', 'state', 'lang', 'constructor']);
  const shapes = [
    () => ({ sentinel: 'amp', type: 'embed-size', height: value(), width: value() }),
    () => ({ tenOclock: pick([value(), { theme: value() }, { theme: { theme: 'dark' } }, { state: value(), height: value() }]) }),
    () => ({ type: 'setHeight', id: value(), height: value() }),
    () => ({ message: pick(['ready', 'height', 'link', value()]), value: value(), secret: pick(['a1B2c3D4e5', value()]) }),
    () => ({ 'datawrapper-height': pick([value(), { istanbul: value() }]) }),
    () => '[iFrameSizer]' + pick(['chart', '', 'x'.repeat(5000), 'a:b']) + ':' + Array.from({ length: Math.floor(next() * 30) }, () => pick(['', '8', 'false', '0', '-1', ':::'])).join(':'),
    () => 'pymxPYMx' + pick(['p', '', '.*', 'x'.repeat(5000)]) + 'xPYMx' + pick(['width', 'navigateTo', 'scrollTo']) + 'xPYMx' + pick(['600', 'https://example.com/', '']),
    () => { try { return JSON.stringify({ context: 'iframe.resize', height: pick([1, 'a', null]), type: 'set-height', value: pick([1, 1e12, 'navigate']) }) } catch { return '' } },
    () => Object.fromEntries(Array.from({ length: Math.floor(next() * 6) }, () => [key(), value()])),
    value,
  ];
  return Array.from({ length: count }, () => pick(shapes)());
}`;

/** What a page throws from now on. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}

test(`${COUNT} odd messages change nothing in an embed but what a host may choose`, async ({
  page,
  host,
  baseURL,
}) => {
  test.slow();
  const site = baseURL as string;
  const wrong = errorsOf(page);
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  const src = `${site}embed/istanbul/?childId=p#?secret=a1B2c3D4e5`;
  const body = `<body><script>${FUZZER}
    window.spoken = []; window.fromOther = 0;
    addEventListener('message', ({ data, source }) => { if (source === frames[0]) window.spoken.push(data); });
  </script><iframe id="chart" src="${src}" width="600" height="700"></iframe>
  <iframe id="other" srcdoc="<p>Another frame</p>"></iframe>`;
  await page.clock.install();
  await page.goto(host.page('fuzz-embed', body));
  const chart = page.frame({ url: new RegExp('/embed/istanbul/') });
  if (!chart) throw new Error('no frame');
  await page.clock.runFor(REPEATING);
  const right = await chart.evaluate(() =>
    Math.ceil(document.documentElement.getBoundingClientRect().height),
  );
  const sent = await page.evaluate(
    async ([seed, count]) => {
      const all = (window as unknown as { messages: (seed: number, count: number) => unknown[] }).messages(
        seed,
        count,
      );
      const other = (document.querySelector('#other') as HTMLIFrameElement).contentWindow as Window &
        typeof globalThis;
      const target = (document.querySelector('#chart') as HTMLIFrameElement).contentWindow as Window;
      other.eval('window.send = (target, data) => target.postMessage(data, "*")');
      let i = 0;
      for (const message of all) {
        if (i % 5 === 4)
          (other as unknown as { send: (to: Window, data: unknown) => void }).send(target, message);
        else target.postMessage(message, '*');
        if (++i % 200 === 0) await new Promise((done) => setTimeout(done));
      }
      await new Promise((done) => setTimeout(done, 500));
      return i;
    },
    [SEED, COUNT] as const,
  );
  expect(sent).toBe(COUNT);
  expect(wrong).toEqual([]);
  expect(chart.url()).toBe(src);
  // every height that it told is its own
  const heights = await page.evaluate(() =>
    (window as unknown as { spoken: unknown[] }).spoken.flatMap((data) => {
      const told = data as { type?: string; height?: number; message?: string; value?: number };
      return told.type === 'embed-size' ? [told.height] : told.message === 'height' ? [told.value] : [];
    }),
  );
  expect(new Set(heights)).toEqual(new Set([right]));
  expect(['light', 'dark', null]).toContain(await chart.locator('html').getAttribute('data-theme'));
  expect(await chart.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height))).toBe(
    right,
  );
  console.log(`Fuzzing the embed: ${sent} messages, ${heights.length} heights told, all ${right} px`);
});

test(`${COUNT} odd messages make the helper set no height outside its bounds`, async ({
  page,
  host,
  baseURL,
}) => {
  test.slow();
  const site = baseURL as string;
  const wrong = errorsOf(page);
  const body = `<body><script>
    window.outside = [];
  </script><iframe id="chart" src="${site}embed/istanbul/" width="600" height="700"></iframe>
  <iframe id="other" src="${host.page('fuzz-other', '<p>Another frame</p>')}" height="222"></iframe>
  <script src="${site}embed.js"></script><script>
    new MutationObserver(() => {
      const height = parseFloat(document.querySelector('#chart').style.height);
      if (!(height >= 100 && height <= 9999)) window.outside.push(document.querySelector('#chart').style.height);
    }).observe(document.querySelector('#chart'), { attributes: true });
  </script>`;
  const address = host.page('fuzz-helper', body);
  await page.clock.install();
  await page.goto(address);
  const chart = page.frames().find((frame) => frame.url().includes('/embed/'));
  const other = page.frames().find((frame) => frame.url().includes('fuzz-other'));
  if (!chart || !other) throw new Error('no frames');
  // the functions come in through the driver, which no policy of the page holds up
  for (const frame of [chart, other])
    await frame.evaluate(`window.messages = (() => { ${FUZZER}; return messages })()`);
  const send = (frame: typeof chart, seed: number, count: number) =>
    frame.evaluate(
      async ([seed, count]) => {
        const all = (window as unknown as { messages: (seed: number, count: number) => unknown[] }).messages(
          seed,
          count,
        );
        let i = 0;
        for (const message of all) {
          parent.postMessage(message, '*');
          if (++i % 200 === 0) await new Promise((done) => setTimeout(done));
        }
        return i;
      },
      [seed, count] as const,
    );
  const before = await page.locator('#other').evaluate((element) => element.getBoundingClientRect().height);
  await page.clock.runFor(REPEATING);
  const settled = await page.locator('#chart').evaluate((element) => (element as HTMLElement).style.height);
  const stranger = await send(other, SEED + 1, COUNT / 4);
  await page.waitForTimeout(300);
  // a stranger moves nothing, neither our frame nor his own
  expect(await page.locator('#chart').evaluate((element) => (element as HTMLElement).style.height)).toBe(
    settled,
  );
  expect(await page.locator('#other').evaluate((element) => element.getBoundingClientRect().height)).toBe(
    before,
  );
  const own = await send(chart, SEED, (COUNT * 3) / 4);
  await page.waitForTimeout(300);
  expect(wrong).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as { outside: string[] }).outside)).toEqual([]);
  expect(page.url()).toBe(address);
  console.log(
    `Fuzzing the helper: ${own} messages from the embed, ${stranger} from a stranger; no height outside 100–9,999 px`,
  );
});
