import { expect } from 'playwright/test';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { CHARTS, isSampled, looksAgain, twiceOnlyIf } from '../browser/pages.ts';
import { here, test } from './host.ts';

// The code as a journalist pastes it, with every script off, in a column of every width. The column is in a page of the
// site's own address, so that one script can measure frame after frame; what the height is does not depend on that, and
// all other tests of hosts have pages of another origin.
test.use({ javaScriptEnabled: false, viewport: { width: 1300, height: 1000 } });

for (const id of CHARTS)
  // a second browser sees one of each kind
  test(
    `${id}: the heights are right from 280 to 1,200 px, without any script`,
    twiceOnlyIf(isSampled(`/embed/${id}/`)),
    async ({ page, baseURL, browserName }) => {
      let body = '';
      await page.route('**/host.html', (route) =>
        route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Host</title>${body}` }),
      );
      await page.goto('/host.html');
      const code = await page.evaluate(async (chart) => {
        const builder = await (await fetch(chart)).text();
        const area = new DOMParser().parseFromString(builder, 'text/html').querySelector('#code-frame');
        return (area as HTMLTextAreaElement).value;
      }, `/charts/${id}/`);
      expect(code).not.toMatch(/<script|\son[a-z]+=/);
      expect(code).toContain(lawOf(`${id}/`));
      for (const { path, step } of embedsOf(id, looksAgain(browserName))) {
        // the builder changes address and height alike for a state
        const own = code.replace(lawOf(`${id}/`), lawOf(path)).replace(`/embed/${id}/"`, `/embed/${path}"`);
        body = `<body style="margin:0"><div id="column">${here(own, `${baseURL}`)}</div>`;
        await page.goto('/host.html');
        await expect(page.frameLocator('iframe').locator('h1')).toBeVisible();
        // the title is there before the end of the page
        const state = () =>
          page.evaluate(() => document.querySelector('iframe')?.contentDocument?.readyState);
        await expect.poll(state).toBe('complete');
        const spare = await page.evaluate(spareAt, { from: 280, to: 1200, step });
        const [least, most] = [Math.min(...spare), Math.max(...spare)];
        const figures = `${Math.max(0, -least).toFixed(1)} px cut off, at most ${most.toFixed(1)} px spare`;
        console.log(`Height of /embed/${path} in ${browserName}, ${spare.length} widths: ${figures}`);
        expect(least, path).toBeGreaterThanOrEqual(-0.02);
        expect(most, path).toBeLessThanOrEqual(8);
      }
    },
  );

/** In the page: how many px of the frame's height the embed leaves at each width of the column. */
function spareAt({ from, to, step }: { from: number; to: number; step: number }): number[] {
  const column = document.getElementById('column') as HTMLElement;
  const frame = column.querySelector('iframe') as HTMLIFrameElement;
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => {
    const width = from + i * step;
    column.style.width = `${width}px`;
    const given = frame.getBoundingClientRect().height;
    const embed = (frame.contentDocument as Document).documentElement.getBoundingClientRect();
    // a scroll bar would take some of the width
    if (embed.width !== width)
      throw new Error(`The embed is ${embed.width} px wide in a column of ${width} px`);
    return given - embed.height;
  });
}

/** The chart in steps of 20 px, seen again of 60; its states, whose lines are set by the same code, in steps of 100 px. */
const embedsOf = (id: string, again: boolean) => [
  { path: `${id}/`, step: again ? 60 : 20 },
  ...readdirSync(`.build/root/embed/${id}`)
    .filter((state) => existsSync(`.build/root/embed/${id}/${state}/index.html`))
    .map((state) => ({ path: `${id}/${state}/`, step: 100 })),
];

/** The CSS that gives the embed its height. */
function lawOf(path: string): string {
  const file = readFileSync(`.build/root/embed/${path}oembed.json`, 'utf8');
  return (JSON.parse(file) as { height_law: { css: string } }).height_law.css;
}
