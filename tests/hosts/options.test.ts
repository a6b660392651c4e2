import { expect, type Page } from 'playwright/test';
import { readFileSync } from 'node:fs';
import { CHARTS } from '../browser/pages.ts';
import { test } from './host.ts';

const inFrame = async (page: Page, address: string) => {
  await page.goto(address);
  return page.frameLocator('iframe');
};
const framed = (src: string, more = '') =>
  `<body style="margin:0"><iframe src="${src}" width="600" height="700" style="border:0" ${more}></iframe>`;

test('?plain=1 leaves the title to those who cannot see; ?bg=transparent shows the host’s ground', async ({
  page,
  host,
  baseURL,
}) => {
  const frame = await inFrame(
    page,
    host.page('plain', framed(`${baseURL}embed/istanbul/?plain=1&bg=transparent&other=%00`)),
  );
  await expect(frame.locator('html')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await expect(frame.getByRole('heading', { level: 1 })).toHaveCount(1);
  expect((await frame.locator('h1').boundingBox())?.height).toBeLessThan(2);
});

test('?focus= points at one entry, and at none that is not there', async ({ page, host, baseURL }) => {
  await page.goto(`${baseURL}embed/istanbul/`);
  const id = (await page.locator('.rows li').first().getAttribute('id')) ?? '';
  const entry = id.replace('istanbul-', '');
  const frame = await inFrame(page, host.page('focus', framed(`${baseURL}embed/istanbul/?focus=${entry}`)));
  await expect(frame.locator('.picture:visible a.focus')).toHaveCount(1);
  await expect(frame.locator('.picture:visible a:not(.focus)').first()).toHaveCSS('opacity', '0.45');
  for (const wrong of ['nobody', '%22%5D', '*', ''])
    expect(
      await (
        await inFrame(page, host.page('focus-wrong', framed(`${baseURL}embed/istanbul/?focus=${wrong}`)))
      )
        .locator('.focus')
        .count(),
      wrong,
    ).toBe(0);
});

test('a message of the host fixes the colours; another does nothing', async ({ page, host, baseURL }) => {
  const frame = await inFrame(
    page,
    host.page('theme', framed(`${baseURL}embed/istanbul/?theme=light`, 'sandbox="allow-scripts"')),
  );
  const html = frame.locator('html');
  await expect(html).toHaveAttribute('data-theme', 'light');
  const tell = (message: unknown) =>
    page
      .locator('iframe')
      .evaluate(
        (element, data) => (element as HTMLIFrameElement).contentWindow?.postMessage(data, '*'),
        message,
      );
  await tell({ tenOclock: { theme: 'dark' } });
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await expect(html).toHaveCSS('background-color', 'rgb(20, 23, 27)');
  for (const wrong of [
    { theme: 'light' },
    { tenOclock: { theme: 'pink' } },
    { tenOclock: 'light' },
    'light',
    null,
    7,
  ])
    await tell(wrong);
  await page.waitForTimeout(100);
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await tell({ tenOclock: { theme: 'auto' } });
  await expect(html).not.toHaveAttribute('data-theme');
});

test('the attribute theme of our element chooses the colours, from the start and while the chart is shown', async ({
  page,
  host,
  baseURL,
}) => {
  const src = `${baseURL}embed/istanbul/?plain=1`;
  const body = `<ten-oclock-chart src="${src}" theme="dark"><a href="${baseURL}">Chart</a></ten-oclock-chart><script src="${baseURL}embed.js"></script>`;
  const html = (await inFrame(page, host.page('element-theme', body))).locator('html');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  const element = page.locator('ten-oclock-chart');
  await element.evaluate((chart) => chart.setAttribute('theme', 'light'));
  await expect(html).toHaveAttribute('data-theme', 'light');
  await element.evaluate((chart) => chart.removeAttribute('theme'));
  await expect(html).not.toHaveAttribute('data-theme');
});

const states = CHARTS.flatMap((id) => {
  const html = readFileSync(`.build/root/embed/${id}/index.html`, 'utf8');
  return (/data-states="([^"]+)"/.exec(html)?.[1]?.split(' ') ?? []).map((state) => ({ id, state }));
});

test('?state= opens the state’s own page, and the frame is still found by the address the host gave', async ({
  page,
  host,
  baseURL,
}) => {
  for (const { id, state } of states.slice(0, 3)) {
    const src = `${baseURL}embed/${id}/?state=${state}&theme=dark`;
    const body = `${framed(src)}<script>addEventListener('message', ({ data }) => {
      if (typeof data === 'string' && data.includes('iframe.resize')) window.named = JSON.parse(data).src;
    });</script>`;
    const frame = await inFrame(page, host.page(`state-${id}`, body));
    await expect(frame.locator('html')).toHaveAttribute('data-state', state);
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect.poll(() => page.evaluate(() => (window as { named?: string }).named)).toBe(src);
    const still = await inFrame(
      page,
      host.page('state-wrong', framed(`${baseURL}embed/${id}/?state=../../about`)),
    );
    await expect(still.locator('html')).not.toHaveAttribute('data-state');
  }
});

test('?lang= opens the page in that language where there is one', async ({ page, host, baseURL }) => {
  await page.route('**/embed/istanbul/*', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(
      '<link rel="canonical"',
      '<link rel="alternate" hreflang="tr" href="/embed/ankara/"><link rel="canonical"',
    );
    await route.fulfill({ response: answer, body });
  });
  const turkish = await inFrame(page, host.page('lang', framed(`${baseURL}embed/istanbul/?lang=tr`)));
  await expect(turkish.locator('html')).toHaveAttribute('data-chart', 'ankara');
  const other = await inFrame(page, host.page('lang-other', framed(`${baseURL}embed/istanbul/?lang=uk`)));
  await expect(other.locator('html')).toHaveAttribute('data-chart', 'istanbul');
});
