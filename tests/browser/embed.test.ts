import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHROMIUM_ONLY, ON_DESKTOP, openFramed } from './pages.ts';
import { expect, test } from './test.ts';

const EMBED = '/embed/istanbul/';

test('an embed is complete before any second request', async ({ page, request }) => {
  const { rows } = (await (await request.get('/charts/istanbul.json')).json()) as { rows: unknown[] };
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() ? route.continue() : route.abort(),
  );
  await page.goto(EMBED);
  await expect(page.locator('.picture:visible')).toHaveCount(1);
  await expect(page.locator('.picture:visible .t-place').first()).toHaveCSS('font-size', '15px');
  const land = page.locator('use.land').first();
  expect(await land.evaluate((element) => getComputedStyle(element).fill)).toMatch(
    /rgb\((241, 237, 228|35, 40, 45)\)/,
  );
  await page.locator('summary').click();
  await expect(page.locator('.rows li')).toHaveCount(rows.length);
});

for (const sandbox of ['', 'allow-scripts'])
  test(`an embed shows its picture in a frame with sandbox="${sandbox}"`, async ({ page, baseURL }) => {
    const src = `${baseURL}embed/istanbul/`;
    const frame = await openFramed(page, `sandbox="${sandbox}" src="${src}" width="100%" height="700"`);
    await expect(frame.locator('h1')).toBeVisible();
    await expect(frame.locator('.picture:visible')).toHaveCount(1);
  });

test('a correction takes the room that the height law gives it', async ({ page }) => {
  await page.goto(EMBED);
  const height = () => page.evaluate(() => document.documentElement.getBoundingClientRect().height);
  const before = await height();
  await page.locator('main').evaluate((main) => {
    const line = Object.assign(document.createElement('p'), { className: 'corrected' });
    line.append(
      'Corrected on ',
      Object.assign(document.createElement('a'), { textContent: '30 September 2026' }),
    );
    main.append(line);
  });
  expect((await height()) - before).toBe(8 + 18);
});

test('in a frame that is too low the foot stays in view over what scrolls', async ({ page, baseURL }) => {
  const show = async (height: number, query = '') => {
    const src = `${baseURL}embed/ties/${query}`;
    const frame = await openFramed(page, `src="${src}" width="340" height="${height}" style="border:0"`);
    const foot = frame.locator('footer');
    await expect(foot).toBeVisible();
    return foot.evaluate((element) => ({
      below: Math.round(innerHeight - element.getBoundingClientRect().bottom),
      ground: getComputedStyle(element).backgroundColor,
    }));
  };
  expect(await show(900, '?theme=light')).toEqual({ below: 0, ground: 'rgb(251, 250, 246)' });
  // a frame as high as the law says shows the ground of its host
  const { height } = (await (await page.request.get('/embed/ties/oembed.json')).json()) as { height: number };
  expect(await show(height, '?bg=transparent')).toMatchObject({ ground: 'rgba(0, 0, 0, 0)' });
  await expect(page.frameLocator('iframe').locator('footer')).toHaveCSS('position', 'static');
});

test('a take-away file opens from a disk, whole, and asks for nothing', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const file = pathToFileURL(resolve('.build/root/charts/istanbul/take-away/index.html')).href;
  await page.goto(file);
  await expect(page.locator('.picture:visible')).toHaveCount(1);
  await expect(page.locator('.foot')).toBeVisible();
  expect(asked.filter((url) => url !== file && !url.startsWith('data:'))).toEqual([]);
});

// the driver of Firefox emulates no colours
test(
  '?theme= fixes the colours, anything else is left alone, and nothing is stored',
  CHROMIUM_ONLY,
  async ({ page }) => {
    const background = async (query: string) => {
      await page.goto(`${EMBED}${query}`);
      return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    };
    const [light, dark] = ['rgb(251, 250, 246)', 'rgb(20, 23, 27)'];
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await background('')).toBe(light);
    expect(await background('?theme=dark')).toBe(dark);
    expect(await background('?theme=<script>&x=1#y')).toBe(light);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background('')).toBe(dark);
    expect(await background('?theme=light')).toBe(light);
    expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual([
      '',
      0,
      0,
    ]);
  },
);

test('the code can be copied from the chart’s page', ON_DESKTOP, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/charts/istanbul/');
  await page.locator('#embed').getByRole('button', { name: 'Copy' }).first().click();
  await expect(page.locator('#embed [role=status]').first()).toHaveText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await page.locator('#code-frame').inputValue());
  expect(copied).toContain('<iframe');
});
