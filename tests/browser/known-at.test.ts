import { openFramed, twiceOnlyIf } from './pages.ts';
import { expect, test, type FrameLocator, type Page } from './test.ts';

const moment = (where: Page | FrameLocator) => where.locator('.known-at-moment strong');
const remark = (where: Page | FrameLocator) => where.locator('known-at [role=status]');
/** What an address may ask for, the moment that is shown, and how the control says so. */
const ASKED = [
  ['2025-05-15T14:00', '15 May 2025, 14:00', /^\d+ (new|now)|^Nothing new/],
  ['2025-05-15T13:00', '15 May 2025, 12:15', /^Nothing became known then/],
  ['2025-05-15T11:00Z', '15 May 2025, 14:00', /^\d+ (new|now)|^Nothing new/],
  ['1999-01-01', 'end of 10 May 2025', /^That is before the record begins/],
  ['2099-01-01', 'end of 6 June 2026', /^Nothing became known then/],
  ['<b>noon</b>', '15 May 2025, 12:15', /^That is not a time/],
] as const;

for (const path of ['/embed/ten-oclock/', '/charts/ten-oclock/', '/charts/ten-oclock/at/', '/day/'])
  // read in an embed and on a long page
  test(
    `${path}?at= shows the nearest moment at or before, and says so`,
    twiceOnlyIf(!path.startsWith('/charts/')),
    async ({ page }) => {
      for (const [asked, shown, says] of ASKED) {
        await page.goto(`${path}?at=${encodeURIComponent(asked)}`);
        await expect(moment(page), asked).toHaveText(shown);
        await expect(remark(page), asked).toHaveText(says);
      }
    },
  );

test('an embed keeps its other options with a moment, and no combination of them goes in circles', async ({
  page,
}) => {
  await page.goto('/embed/istanbul/?theme=dark&at=2025-05-16T23:59&state=evening&plain=1');
  await expect(moment(page)).toHaveText('end of 16 May 2025');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-plain', '');
});

test('the state of knowledge of an embed leads to its slider, in a frame without an origin too', async ({
  page,
  baseURL,
}) => {
  const src = `${baseURL}embed/ties/?theme=dark`;
  const frame = await openFramed(page, `sandbox="allow-scripts" src="${src}" width="360" height="900"`);
  await frame.locator('.as-of a').click();
  await expect(moment(frame)).toHaveText('15 May 2025, 12:15');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  const marks = () => frame.locator('.picture.narrow a:visible').count();
  const before = await marks();
  await frame.getByRole('button', { name: 'Later' }).click();
  await expect(moment(frame)).toHaveText('15 May 2025, 14:00');
  // the button may be pressed faster than a driver can
  await frame.getByRole('button', { name: 'Later' }).evaluate((later: HTMLElement) => {
    for (let i = 0; i < 8; i++) later.click();
  });
  expect(await marks()).toBeGreaterThan(before);
});

test('without a script an embed over time names the moment, and leads to the pages of the moments', async ({
  page,
  baseURL,
}) => {
  const src = `${baseURL}embed/ties/at/`;
  const frame = await openFramed(page, `sandbox="" src="${src}" width="360" height="900"`);
  await expect(moment(frame)).toHaveText('15 May 2025, 12:15');
  await expect(frame.getByRole('slider')).toHaveCount(0);
  await expect(frame.getByRole('link', { name: 'Later' })).toHaveAttribute(
    'href',
    /\/charts\/ties\/at\/2025-05-15T1400\/$/,
  );
});

test('in the story a figure gives its place to the slider, and takes it back', async ({ page }) => {
  await page.goto('/');
  const figure = page.locator('#chart-moscow-chain');
  await figure.getByRole('link', { name: 'See what was known when' }).click();
  const frame = figure.frameLocator('iframe');
  await expect(moment(frame)).toHaveText('15 May 2025, 12:15');
  await expect(figure.locator('.picture:visible')).toHaveCount(0);
  // as high as it says it is: no bar of its own
  await expect
    .poll(() =>
      figure.locator('iframe').evaluate((element: HTMLIFrameElement) => {
        const { height } = (element.contentDocument as Document).documentElement.getBoundingClientRect();
        return Math.abs(element.clientHeight - Math.ceil(height));
      }),
    )
    .toBe(0);
  await figure.getByRole('button', { name: 'Back to the chart' }).click();
  await expect(figure.locator('.picture:visible')).toHaveCount(1);
  await expect(figure.getByRole('link', { name: 'See what was known when' })).toBeFocused();
});

test('a moment in the address of the story opens the sliders of all its charts there', async ({ page }) => {
  await page.goto('/?at=2025-05-15T14:00');
  for (const id of ['ten-oclock', 'ties']) {
    const figure = page.locator(`#chart-${id}`);
    await figure.scrollIntoViewIfNeeded();
    await expect(moment(figure.frameLocator('iframe'))).toHaveText('15 May 2025, 14:00');
  }
});

test('the slider goes by keyboard, says the moment, and asks the network for nothing', async ({ page }) => {
  await page.goto('/charts/ties/at/');
  await page.evaluate(() => document.fonts.ready);
  let asked = 0;
  page.on('request', (request) => {
    // the browser looks at the icon again when the address changes
    if (!request.url().endsWith('/icon.svg')) asked++;
  });
  const slider = page.getByRole('slider');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '15 May 2025, 14:00');
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', 'end of 6 June 2026');
  await expect(page).toHaveURL(/at=2026-06-06T23%3A59$/);
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', 'end of 10 May 2025');
  await expect(page.getByRole('button', { name: 'Earlier' })).toHaveAttribute('aria-disabled', 'true');
  expect(asked).toBe(0);
});

test('on a long page the slider stays beside what it changes, and hides nothing that has the focus', async ({
  page,
}) => {
  await page.goto('/day/');
  const slider = page.getByRole('slider');
  const top = () => slider.evaluate((input) => input.getBoundingClientRect().top);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 3));
  expect(await top()).toBeLessThan(110);
  await expect(moment(page)).toBeInViewport();
  await page.locator('.known-at-range').getByRole('button', { name: 'Later' }).click();
  await expect(moment(page)).toHaveText('15 May 2025, 14:00');

  // what the keyboard comes to from below
  const links = page.locator('.claims-moment a:visible');
  await links.nth(8).focus();
  for (let i = 0; i < 6; i++) await page.keyboard.press('Shift+Tab');
  const focused = page.locator(':focus');
  const { y } = (await focused.boundingBox()) as { y: number };
  const bar = (await page.locator('.known-at-range').boundingBox()) as { y: number; height: number };
  expect(y).toBeGreaterThanOrEqual(bar.y + bar.height);

  // on the smallest screens, and with large text, it would take too much of them
  await page.setViewportSize({ width: 360, height: 400 });
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 3));
  expect(await top()).toBeLessThan(0);
});
