import { expect, type Frame, type Page } from 'playwright/test';
import { CHARTS } from '../browser/pages.ts';
import { condition, here, test, REPEATING } from './host.ts';

// What hosts do to frames besides listening: take rights away, load late, hide, repeat, turn round, print.

const LISTENER = `<script>
  addEventListener('message', ({ source, data }) => {
    if (data?.sentinel !== 'amp' || data.type !== 'embed-size') return;
    window.count = (window.count ?? 0) + 1;
    for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow === source) frame.style.height = data.height + 'px';
  });
</script>`;

const frameOf = (src: string, more = '') =>
  `<iframe src="${src}" width="100%" height="150" style="border:0" ${more}></iframe>`;

const framesOf = (page: Page, site: string): Frame[] =>
  page.frames().filter((frame) => frame.url().startsWith(`${site}embed/`));

async function errors(page: Page, site: string): Promise<number[]> {
  const list: number[] = [];
  for (const frame of framesOf(page, site)) {
    const given = await (
      await frame.frameElement()
    ).evaluate((node) => {
      const element = node as HTMLElement;
      // without its border, which a host’s policy may give back to it
      return element.getBoundingClientRect().height - (element.offsetHeight - element.clientHeight);
    });
    list.push(given - (await frame.evaluate(() => document.documentElement.getBoundingClientRect().height)));
  }
  return list;
}

const fits = (page: Page, site: string, count: number) =>
  expect
    .poll(async () => (await errors(page, site)).filter((error) => error >= -0.02 && error <= 1).length, {
      timeout: 20_000,
    })
    .toBe(count);

/** The code as the chart's page gives it. */
async function pasted(page: Page, site: string, id = 'istanbul'): Promise<string> {
  await page.goto(`${site}charts/${id}/`);
  return here(await page.locator('#code-frame').inputValue(), site);
}

/** Every token of the HTML standard but those for scripts and the origin. */
const RIGHTS = [
  'allow-downloads',
  'allow-forms',
  'allow-modals',
  'allow-orientation-lock',
  'allow-pointer-lock',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-presentation',
  'allow-top-navigation',
  'allow-top-navigation-by-user-activation',
  'allow-top-navigation-to-custom-protocols',
];
/** Alone, one at a time, and all of them, with what scripts and the origin need or without. */
for (const rights of ['', 'allow-scripts', 'allow-same-origin', 'allow-scripts allow-same-origin'])
  test(`in a sandbox with ${rights || 'no rights'} and any other token the chart is whole, and speaks where it may`, async ({
    page,
    host,
    baseURL,
  }) => {
    const site = baseURL as string;
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(String(error)));
    for (const others of ['', ...RIGHTS, RIGHTS.join(' ')]) {
      const sandbox = `${rights} ${others}`.trim();
      const body = `<body style="margin:0">${LISTENER}${frameOf(`${site}embed/istanbul/`, `sandbox="${sandbox}"`)}`;
      await page.goto(host.page(`sandbox-${sandbox.replaceAll(' ', '-')}`, body));
      const chart = page.frameLocator('iframe');
      await expect(chart.locator('h1'), sandbox).toBeVisible();
      await expect(chart.locator('.picture:visible'), sandbox).toHaveCount(1);
      if (sandbox.includes('allow-scripts')) await fits(page, site, 1);
      else expect(await page.evaluate(() => (window as { count?: number }).count ?? 0), sandbox).toBe(0);
    }
    expect(failures).toEqual([]);
    condition('sandbox');
  });

test('a strict policy takes the style away: nothing is cut off, and with the helper nothing is spare', async ({
  page,
  host,
  baseURL,
}) => {
  const site = baseURL as string;
  const code = await pasted(page, site);
  const policy = `default-src 'none'; frame-src ${new URL(site).origin}; script-src ${new URL(site).origin}`;
  await page.goto(host.page('policy', code, { 'Content-Security-Policy': policy }));
  await expect(page.frameLocator('iframe').locator('h1')).toBeVisible();
  for (const width of [320, 640, 1200]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(async () => Math.min(...(await errors(page, site)))).toBeGreaterThanOrEqual(0);
  }
  // the script by its checksum, as the page of the chart prints it
  await page.goto(`${site}charts/istanbul/`);
  const withHelper = here(await page.locator('#code-helper').inputValue(), site);
  expect(withHelper).toContain('integrity="sha384-');
  expect(withHelper).toContain('embed.js');
  await page.goto(host.page('policy-helper', withHelper, { 'Content-Security-Policy': policy }));
  for (const width of [320, 640, 1200]) {
    await page.setViewportSize({ width, height: 800 });
    await fits(page, site, 1);
  }
  condition('policy');
});

test('a lazy frame has its height before it loads, and keeps it', async ({ page, host, baseURL }) => {
  const site = baseURL as string;
  const code = await pasted(page, site);
  expect(code).toContain('loading="lazy"');
  await page.goto(
    host.page('lazy', `<body style="margin:0"><div style="height:9000px"></div>${code}${LISTENER}`),
  );
  const height = () => page.locator('iframe').evaluate((element) => element.getBoundingClientRect().height);
  const before = await height();
  expect(framesOf(page, site)).toHaveLength(0);
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await fits(page, site, 1);
  expect(Math.abs((await height()) - before)).toBeLessThanOrEqual(1);
  condition('lazy');
});

test('a chart in a tab that opens later gets its height then', async ({ page, host, baseURL }) => {
  const site = baseURL as string;
  const body = `<body style="margin:0">${LISTENER}<div id="tab" style="display:none">${frameOf(`${site}embed/istanbul/`)}</div>`;
  await page.clock.install();
  await page.goto(host.page('hidden', body));
  await page.clock.runFor(REPEATING);
  expect(
    await page.evaluate(() => (window as { count?: number }).count ?? 0),
    'nothing is said of a height of 0',
  ).toBe(0);
  await page.locator('#tab').evaluate((tab: HTMLElement) => (tab.style.display = 'block'));
  await fits(page, site, 1);
  condition('hidden');
});

test('fifty charts on one page each have their height, two of the same chart too', async ({
  page,
  host,
  baseURL,
}) => {
  test.slow();
  const site = baseURL as string;
  const frames = Array.from({ length: 50 }, (_, i) => {
    const id = CHARTS[i % CHARTS.length];
    return `<div style="width:${300 + (i % 7) * 90}px">${frameOf(`${site}embed/${id}/`)}</div>`;
  });
  await page.goto(host.page('fifty', `<body style="margin:0">${LISTENER}${frames.join('')}`));
  await fits(page, site, 50);
  condition('fifty');
});

test('a storm of widths ends at the right height, without more messages than widths', async ({
  page,
  host,
  baseURL,
}) => {
  const site = baseURL as string;
  const body = `<body style="margin:0">${LISTENER}<div id="column">${frameOf(`${site}embed/istanbul/`)}</div>`;
  await page.clock.install();
  await page.goto(host.page('storm', body));
  await fits(page, site, 1);
  await page.clock.runFor(REPEATING);
  const messages = await page.evaluate(async () => {
    const column = document.querySelector('#column') as HTMLElement;
    const started = (window as { count?: number }).count ?? 0;
    for (let i = 0; i < 120; i++) {
      column.style.width = `${280 + ((i * 137) % 900)}px`;
      await new Promise((done) => requestAnimationFrame(done));
    }
    column.style.width = '500px';
    await new Promise((done) => setTimeout(done, 500));
    return ((window as { count?: number }).count ?? 0) - started;
  });
  await fits(page, site, 1);
  expect(messages).toBeLessThanOrEqual(122);
  condition('storm');
});

test('a host whose scroll bar comes and goes with our height comes to rest', async ({
  page,
  host,
  baseURL,
}) => {
  const site = baseURL as string;
  // the host gives 20 px less where the frame is low: wide picture, narrow picture, wide picture …
  const body = `<body style="margin:0"><div id="column" style="width:730px">${frameOf(`${site}embed/ties/`)}</div><script>
    addEventListener('message', ({ data }) => {
      if (data?.sentinel !== 'amp' || data.type !== 'embed-size') return;
      window.heights = [...(window.heights ?? []), data.height];
      document.querySelector('iframe').style.height = data.height + 'px';
      const least = Math.min(...window.heights);
      document.querySelector('#column').style.width = data.height > least ? '730px' : '710px';
    });</script>`;
  await page.clock.install();
  await page.goto(host.page('to-and-fro', body));
  // time that the pages count passes in leaps, with a few real frames after each in which heights may change
  const pass = async (leaps: number) => {
    for (let i = 0; i < leaps; i++) {
      await page.clock.runFor(500);
      await page.waitForTimeout(60);
    }
  };
  await pass(9);
  const told = () => page.evaluate(() => (window as { heights?: number[] }).heights ?? []);
  const first = await told();
  // it goes to and fro a few times, which is how the embed comes to know
  const turns = first.filter((height, i) => i > 0 && height !== first[i - 1]).length;
  expect(turns).toBeGreaterThan(2);
  expect(turns).toBeLessThan(11);
  await pass(6);
  expect(await told()).toEqual(first);
  condition('to-and-fro');
});

test('on a page that runs from right to left the chart stays as it is', async ({ page, host, baseURL }) => {
  const site = baseURL as string;
  const code = await pasted(page, site);
  await page.goto(
    host.page(
      'rtl',
      `<html dir="rtl" lang="ar"><body style="margin:0"><div style="width:400px">${code}</div>`,
    ),
  );
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('h1')).toHaveCSS('direction', 'ltr');
  const [error] = await errors(page, site);
  expect(error).toBeGreaterThanOrEqual(-0.02);
  expect(error).toBeLessThanOrEqual(8);
  const box = await frame.locator('.picture:visible').boundingBox();
  const column = await page.locator('iframe').boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0) / 2).toBeCloseTo((column?.x ?? 0) + (column?.width ?? 0) / 2, 0);
  condition('rtl');
});

test('printed with its host the chart is whole, with its sources and foot', async ({
  page,
  host,
  baseURL,
}) => {
  const site = baseURL as string;
  const code = (await pasted(page, site)).replace('loading="lazy"', '');
  await page.goto(host.page('print', `<body style="margin:0">${code}`));
  await expect(page.frameLocator('iframe').locator('h1')).toBeVisible();
  await page.setViewportSize({ width: 640, height: 900 });
  await page.emulateMedia({ media: 'print' });
  await expect.poll(async () => Math.min(...(await errors(page, site)))).toBeGreaterThanOrEqual(-0.02);
  const foot = await page.frameLocator('iframe').locator('.foot').boundingBox();
  const frame = await page.locator('iframe').boundingBox();
  expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThanOrEqual(
    (frame?.y ?? 0) + (frame?.height ?? 0) + 0.02,
  );
  condition('print');
});

test('where scripts, fonts and storage are blocked the chart is whole, in one request', async ({
  page,
  host,
  baseURL,
}) => {
  const site = baseURL as string;
  const asked: string[] = [];
  page.on(
    'request',
    (request) => request.url().startsWith(site) && asked.push(request.url().slice(site.length)),
  );
  await page.route('**/*.{js,woff2}', (route) => route.abort());
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
  await page.goto(host.page('blocked', `<body style="margin:0">${frameOf(`${site}embed/istanbul/`)}`));
  await expect(page.frameLocator('iframe').locator('.picture:visible')).toHaveCount(1);
  expect(asked).toEqual(['embed/istanbul/', 'scripts/embed-frame.js']);
  expect(await page.context().cookies()).toEqual([]);
  condition('blocked');
});
