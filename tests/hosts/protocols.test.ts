import { expect, type Frame, type Page } from 'playwright/test';
import { current, test } from './host.ts';
import { LISTENERS, type Listener } from './listeners.ts';

interface Hearing {
  /** Heights of the frame after each message. */
  heard: number[];
}

const WIDTHS = [280, 360, 600, 720, 1100];
const CHART = 'istanbul';

/** A host's page with one chart in a column whose width a test changes; it keeps what it hears. */
function hostPage(listener: Listener, site: string): string {
  const fill = (text: string) =>
    text.replaceAll('{src}', `${site}embed/${CHART}/`).replaceAll('{page}', `${site}charts/${CHART}/`);
  const own = listener.frame.includes('ten-oclock') || listener.script === '';
  // it hears from the start: a frame that is quick may speak before the host's own script has been read
  return `<body style="margin:0">
    <script>
      window.heard = [];
      const hears = (data) => { try { ${listener.hears} } catch { return false } };
      addEventListener('message', ({ data }) => {
        if (hears(data)) setTimeout(() => window.heard.push(document.querySelector('iframe').getBoundingClientRect().height));
      });
    </script>
    <div id="column" style="width:600px">${fill(listener.frame)}</div>
    ${(listener.packages ?? []).map((file) => `<script src="/packages/${file}"></script>`).join('')}
    <script>${fill(listener.script)}</script>
    ${own ? `<script src="${site}embed.js"></script>` : ''}`;
}

const ownFrame = (page: Page, site: string): Frame => {
  const frame = page.frames().find((candidate) => candidate.url().startsWith(`${site}embed/`));
  if (!frame) throw new Error('The page has no frame of ours');
  return frame;
};

/** How many px the frame is higher than its content, once both have the width of the column. */
async function errorAt(page: Page, frame: Frame): Promise<number> {
  const given = await page.locator('iframe').evaluate((element) => element.getBoundingClientRect().height);
  const needed = await frame.evaluate(() => document.documentElement.getBoundingClientRect().height);
  return given - needed;
}

for (const [id, listener] of Object.entries(LISTENERS))
  test(`${listener.name} has the right height at every width, after two messages at most`, async ({
    page,
    host,
    baseURL,
  }) => {
    const site = baseURL as string;
    await page.setViewportSize({ width: 1200, height: 900 });
    await page.goto(host.page(`protocol-${id}`, hostPage(listener, site)));
    await expect
      .poll(() => page.evaluate(() => (window as unknown as Hearing).heard.length))
      .toBeGreaterThan(0);
    const frame = ownFrame(page, site);
    await expect.poll(() => errorAt(page, frame)).toBeLessThanOrEqual(1);
    const settled = await page
      .locator('iframe')
      .evaluate((element) => element.getBoundingClientRect().height);
    const heard = await page.evaluate(() => (window as unknown as Hearing).heard);
    const messages = heard.findIndex((height) => Math.abs(height - settled) <= 1) + 1;
    let worst = 0;
    for (const width of WIDTHS) {
      await page.locator('#column').evaluate((column: HTMLElement, px) => {
        column.style.width = `${px}px`;
        for (const iframe of column.querySelectorAll('iframe[width]:not([width="100%"])'))
          iframe.setAttribute('width', String(px));
      }, width);
      await expect.poll(() => frame.evaluate(() => innerWidth)).toBe(width);
      await expect
        .poll(() => errorAt(page, frame), { message: `${id} at ${width} px` })
        .toBeLessThanOrEqual(1);
      await expect
        .poll(() => errorAt(page, frame), { message: `${id} at ${width} px` })
        .toBeGreaterThanOrEqual(-0.02);
      worst = Math.max(worst, Math.abs(await errorAt(page, frame)));
    }
    // the list opens and the frame follows, as far as the host lets it
    if (id !== 'wordpress') {
      await frame.locator('summary').click();
      await expect.poll(() => errorAt(page, frame)).toBeLessThanOrEqual(1);
      await expect.poll(() => errorAt(page, frame)).toBeGreaterThanOrEqual(-0.02);
    }
    expect(messages).toBeGreaterThan(0);
    expect(messages).toBeLessThanOrEqual(2);
    current(id, { code: listener.code, error: Math.ceil(worst), messages });
  });

test('iframe-resizer that waits for a frame which has loaded already is told that it can ask', async ({
  page,
  host,
  baseURL,
}) => {
  const site = baseURL as string;
  const script = "onload = () => iframeResize({ license: 'GPLv3', waitForLoad: true }, '#chart');";
  const late = { ...(LISTENERS['iframe-resizer'] as Listener), script };
  await page.goto(host.page('protocol-late', hostPage(late, site)));
  await expect.poll(() => errorAt(page, ownFrame(page, site))).toBeLessThanOrEqual(1);
  await expect.poll(() => errorAt(page, ownFrame(page, site))).toBeGreaterThanOrEqual(-0.02);
});

test('WordPress shows the frame in place of the quotation, and opens our pages itself', async ({
  page,
  host,
  baseURL,
}) => {
  const site = baseURL as string;
  await page.goto(host.page('wordpress-link', hostPage(LISTENERS.wordpress as Listener, site)));
  await expect(page.locator('iframe')).toBeVisible();
  await expect(page.locator('blockquote')).toBeHidden();
  const frame = ownFrame(page, site);
  await frame
    .locator('.foot a')
    .nth(1)
    .evaluate((link: HTMLAnchorElement, to) => (link.href = to), `${site}charts/${CHART}/`);
  await frame.locator('.foot a').nth(1).click();
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { left?: string }).left))
    .toBe(`${site}charts/${CHART}/`);
});

test('WordPress lets no frame be higher than 1,000 px: a higher chart scrolls in it', async ({
  page,
  host,
  baseURL,
}) => {
  const site = baseURL as string;
  await page.goto(host.page('wordpress-high', hostPage(LISTENERS.wordpress as Listener, site)));
  const frame = ownFrame(page, site);
  await expect(page.locator('iframe')).toBeVisible();
  // a chart with a long list, opened
  await frame.locator('summary').click();
  await frame.locator('.rows').evaluate((rows) => {
    for (let i = 0; i < 30; i++)
      rows.append(Object.assign(document.createElement('li'), { textContent: 'More' }));
  });
  await expect.poll(() => page.locator('iframe').evaluate((element) => element.clientHeight)).toBe(1000);
  const foot = await frame.evaluate(() => {
    scrollTo(0, 9999);
    return innerHeight - (document.querySelector('.foot') as HTMLElement).getBoundingClientRect().bottom;
  });
  expect(foot).toBeGreaterThanOrEqual(0);
});
