import { expect } from 'playwright/test';
import { test } from './host.ts';

// a window lower than the chart, so that the host's page has to move
test.use({ viewport: { width: 900, height: 500 } });

test('the keyboard brings each mark of an embed into the sight of whoever reads the host', async ({
  page,
  host,
  baseURL,
}) => {
  const frame = `<iframe src="${baseURL}embed/ranks/" width="800" height="1100" style="border:0"></iframe>`;
  await page.goto(
    host.page(
      'keyboard',
      `<body style="margin:0"><div style="height:300px"></div>${frame}<div style="height:900px">`,
    ),
  );
  const chart = page.frameLocator('iframe');
  await expect(chart.locator('h1')).toBeVisible();
  const marks = await chart.locator('.picture:visible a').count();
  expect(marks).toBeGreaterThan(10);
  await chart.locator('.picture:visible a').first().focus();
  for (let i = 1; i < marks; i++) {
    await page.keyboard.press('Tab');
    const inSight = async () => {
      const { y, height } = (await chart.locator('svg a:focus').boundingBox()) as DOMRect;
      const middle = y + height / 2;
      return middle > 0 && middle < 500;
    };
    await expect.poll(inSight, { message: `mark ${i}`, intervals: [20, 50, 100] }).toBe(true);
  }
});
