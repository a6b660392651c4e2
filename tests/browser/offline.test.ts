import { expect, test } from './test.ts';
import { CHROMIUM_ONLY } from './pages.ts';

// the driver of Firefox cannot take the network away
test(
  'the story is kept when the reader asks, is read without a network, and goes when the reader says so',
  CHROMIUM_ONLY,
  async ({ page, context }) => {
    const kept = () =>
      page.evaluate(async () => {
        const all = await Promise.all(
          (await caches.keys()).map(async (name) => {
            const cache = await caches.open(name);
            const answers = await Promise.all((await cache.keys()).map((request) => cache.match(request)));
            return Promise.all(answers.map(async (answer) => (await answer?.blob())?.size ?? 0));
          }),
        );
        return all.flat();
      });
    const workers = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

    await page.goto('/');
    expect([await workers(), await kept()]).toEqual([0, []]);
    const part = page.locator('keep-offline');
    const button = part.getByRole('button');
    await button.click();
    await expect(part.getByRole('status')).not.toBeEmpty();
    expect(await workers()).toBe(1);
    const files = await kept();
    const bytes = files.reduce((sum, size) => sum + size, 0);
    console.log(`Kept by the browser: ${files.length} files, ${bytes} of 1500000 bytes`);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThanOrEqual(1_500_000);

    await context.setOffline(true);
    for (const path of ['/', '/people/', '/about/', '/?utm=1#istanbul']) {
      await page.goto(path);
      await expect(page.locator('h1'), path).toBeVisible();
      expect(await page.evaluate(() => document.styleSheets.length), path).toBeGreaterThan(0);
    }
    expect(
      await page.evaluate(() =>
        document.fonts.ready.then((fonts) => [...fonts].some(({ status }) => status === 'loaded')),
      ),
    ).toBe(true);
    await expect(page.locator('.step svg:visible, story-steps svg:visible').first()).toBeVisible();
    // an embed stands in other sites’ pages, and is never kept
    expect(
      await page.evaluate(() =>
        fetch('/embed/istanbul/').then(
          () => 'kept',
          () => 'not kept',
        ),
      ),
    ).toBe('not kept');

    await page.goto('/');
    await button.click();
    await expect.poll(workers).toBe(0);
    await expect.poll(kept).toEqual([]);
    await expect(page.goto('/')).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
  },
);
