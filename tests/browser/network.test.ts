import { twiceOnlyIf } from './pages.ts';
import { expect, test, type Locator, type Page } from './test.ts';

// What only a browser shows of diagrams of ties: three views of one set of ids, the walk with arrow keys, what steps
// back, and the filters. `ties` stands for all; the ids are compared in each.
const NETWORKS = ['ties', 'moscow-chain', 'russian-team', 'ukrainian-team'];

const views = (page: Page) => page.locator('network-views');
const wide = (page: Page) => page.locator('.picture.wide');
const link = (page: Page, id: string) => wide(page).locator(`a[href="#ties-${id}"]`);
const output = (page: Page) => page.locator('.tie-filters output');

const attributes = (all: Locator, name: string) =>
  all.evaluateAll((each, attribute) => each.map((one) => one.getAttribute(attribute) ?? ''), name);
/** Ids of the picture's links, without the chart's own. */
const drawn = async (page: Page, frame: string, chart: string) =>
  (await attributes(page.locator(`.picture.${frame} a`), 'href')).map((href) =>
    href.replace(`#${chart}-`, ''),
  );
const focused = (page: Page) =>
  page.evaluate(() => ({
    id: document.activeElement?.getAttribute('href')?.replace('#ties-', '') ?? '',
    name: document.activeElement?.getAttribute('aria-label') ?? '',
    inPicture: document.activeElement?.closest('.picture') !== null,
  }));
const away = (page: Page) => attributes(wide(page).locator('a.away'), 'href');
/** Where everything stands in the picture, wherever that is on the screen. */
const boxes = (page: Page) =>
  wide(page)
    .locator('a')
    .evaluateAll((all) =>
      all.map((each) => {
        const { x, y } = (each as SVGAElement).ownerSVGElement?.getBoundingClientRect() as DOMRect;
        const box = each.getBoundingClientRect();
        return [box.x - x, box.y - y, box.width, box.height].map((px) => px.toFixed(1)).join(' ');
      }),
    );

for (const chart of NETWORKS)
  // ids are those of the page, whatever the browser
  test(
    `${chart}: picture, list and table have the same ids, and a list place for each`,
    twiceOnlyIf(chart === 'ties'),
    async ({ page }) => {
      await page.goto(`/charts/${chart}/`);
      const listed = [...new Set(await attributes(page.locator('.view-list li'), 'data-tie'))].sort();
      const actors = (await attributes(page.locator('.actor-ties'), 'data-actor')).sort();
      expect((await attributes(page.locator('.view-table tbody tr'), 'data-tie')).sort()).toEqual(listed);
      expect((await drawn(page, 'narrow', chart)).filter((id) => !actors.includes(id)).sort()).toEqual(
        listed,
      );
      expect((await drawn(page, 'wide', chart)).sort()).toEqual([...listed, ...actors].sort());
      for (const id of [...listed, ...actors]) await expect(page.locator(`#${chart}-${id}`)).toHaveCount(1);
      // each tie is told from both of its ends, with its sources
      for (const tie of listed) {
        const told = page.locator(`.view-list li[data-tie='${tie}']`);
        await expect(told).toHaveCount(2);
        for (const i of [0, 1]) expect(await told.nth(i).locator('.row-note a').count()).toBeGreaterThan(0);
      }
    },
  );

test('native radio buttons choose one of the three views', async ({ page }) => {
  await page.goto('/charts/ties/');
  const shown = (view: string) => views(page).locator(`.view-${view}`);
  await views(page).getByRole('radio', { name: 'Diagram' }).focus();
  for (const view of ['picture', 'list', 'table']) {
    for (const each of ['picture', 'list', 'table'])
      await expect(shown(each), each).toBeVisible({ visible: each === view });
    await page.keyboard.press('ArrowRight');
  }
});

test('the diagram is one stop of the Tab key, both ways', async ({ page }) => {
  await page.goto('/charts/ties/');
  await page.locator('.tie-filters select').last().focus();
  await page.keyboard.press('Tab');
  expect((await focused(page)).inPicture).toBe(true);
  await page.keyboard.press('Tab');
  expect((await focused(page)).inPicture).toBe(false);
  await page.keyboard.press('Shift+Tab');
  expect((await focused(page)).inPicture).toBe(true);
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('.tie-filters select').last()).toBeFocused();
});

test('left and right walk the actors, those with most ties first, and say name, kind, ties and which of how many', async ({
  page,
}) => {
  await page.goto('/charts/ties/');
  const order = await attributes(page.locator('.actor-ties'), 'data-actor');
  await wide(page).locator('a[tabindex="0"]').focus();
  const degrees: number[] = [];
  for (const [i, actor] of order.entries()) {
    const { id, name } = await focused(page);
    expect(id).toBe(actor);
    const said = /^.+, (?:person|state|institution|delegation|unnamed source), (\d+) ties?, (\d+) of (\d+)\./;
    const [, ties, at, all] = said.exec(name) ?? [];
    expect([at, all], name).toEqual([String(i + 1), String(order.length)]);
    // never where it stands
    expect(name).not.toMatch(/\b(px|row|column|top|bottom|left|right)\b/i);
    degrees.push(Number(ties));
    await page.keyboard.press('ArrowRight');
  }
  expect(degrees).toEqual([...degrees].sort((a, b) => b - a));
  expect((await focused(page)).id, 'it closes on itself').toBe(order[0]);
  await page.keyboard.press('ArrowLeft');
  expect((await focused(page)).id).toBe(order.at(-1));
});

test('down and up walk the ties of an actor, and right goes on to the neighbour', async ({ page }) => {
  await page.goto('/charts/ties/');
  const ties = await attributes(page.locator("[data-actor='erdogan'] li"), 'data-tie');
  expect(ties.length).toBeGreaterThan(1);
  await link(page, 'erdogan').focus();
  for (const tie of ties) {
    await page.keyboard.press('ArrowDown');
    const { id, name } = await focused(page);
    expect(id).toBe(tie);
    const sentence = await page.locator(`.view-list li[data-tie='${tie}'] strong`).first().textContent();
    expect(name.startsWith(sentence ?? '?'), name).toBe(true);
  }
  await page.keyboard.press('ArrowDown');
  expect((await focused(page)).id, 'it closes on itself').toBe(ties[0]);
  await page.keyboard.press('ArrowUp');
  expect((await focused(page)).id).toBe(ties.at(-1));
  const ends = (
    await attributes(page.locator(`.view-list li[data-tie='${ties.at(-1)}']`), 'data-ends')
  )[0]?.split(' ');
  await page.keyboard.press('ArrowRight');
  const neighbour = (await focused(page)).id;
  expect(ends).toContain(neighbour);
  expect(neighbour).not.toBe('erdogan');
  // now the ties are those of the neighbour
  await page.keyboard.press('ArrowDown');
  expect(await attributes(page.locator(`[data-actor='${neighbour}'] li`), 'data-tie')).toContain(
    (await focused(page)).id,
  );
  await page.keyboard.press('ArrowLeft');
  expect((await focused(page)).id).toBe(neighbour);
});

test('the stop of the Tab key is where the walk ended; Enter reads it in the list, Escape leaves', async ({
  page,
}) => {
  await page.goto('/charts/ties/');
  await wide(page).locator('a[tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const { id } = await focused(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('radio', { name: 'Diagram' })).toBeFocused();
  await expect(wide(page).locator('a[tabindex="0"]')).toHaveAttribute('href', `#ties-${id}`);
  await link(page, id).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.view-list')).toBeVisible();
  await expect(page.locator(`#ties-${id}`)).toBeInViewport();
});

test('on a phone the arrows walk the rows of ties', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/charts/ties/');
  const ids = await drawn(page, 'narrow', 'ties');
  await page.locator('.picture.narrow a[tabindex="0"]').focus();
  const walked: string[] = [];
  for (let i = 0; i < ids.length; i++) {
    walked.push((await focused(page)).id);
    await page.keyboard.press('ArrowDown');
  }
  expect(walked.sort()).toEqual([...ids].sort());
});

for (const how of ['pointer', 'focus'] as const)
  test(`what is under ${how} stays with what it is tied to, the rest steps back, and nothing moves`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('/charts/ties/');
    await wide(page).scrollIntoViewIfNeeded();
    const before = await boxes(page);
    if (how === 'pointer') await link(page, 'fidan').locator('.node').hover();
    else {
      await link(page, 'fidan').focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowRight');
    }
    const ties = await attributes(page.locator("[data-actor='fidan'] li"), 'data-tie');
    const ends = (await attributes(page.locator("[data-actor='fidan'] li"), 'data-ends'))
      .join(' ')
      .split(' ');
    const kept = new Set([...ties, ...ends]);
    const all = await drawn(page, 'wide', 'ties');
    expect((await away(page)).sort()).toEqual(
      all
        .filter((id) => !kept.has(id))
        .map((id) => `#ties-${id}`)
        .sort(),
    );
    await expect(wide(page).locator('a.away').first()).toHaveCSS('opacity', '0.35');
    await expect(link(page, 'fidan')).toHaveCSS('opacity', '1');
    if (how === 'pointer') expect(await boxes(page)).toEqual(before);
    if (how === 'pointer') await page.mouse.move(2, 2);
    else await page.keyboard.press('Tab');
    await expect(wide(page).locator('a.away')).toHaveCount(0);
  });

test('filters by side, kind and status hide the rest in all three views, and count what is left', async ({
  page,
}) => {
  await page.goto('/charts/ties/');
  const rows = await page
    .locator('.view-table tbody tr')
    .evaluateAll((all) => all.map(({ dataset }) => ({ ...(dataset as Record<string, string>) })));
  const all = rows.length;
  await expect(output(page)).toHaveText(`${all} of ${all} ties`);
  await expect(output(page)).toHaveAttribute('role', 'status');
  let chosen = 0;
  for (const field of ['party', 'kind', 'status']) {
    const select = page.locator(`.tie-filters select[name='${field}']`);
    for (const value of (await attributes(select.locator('option'), 'value')).filter(Boolean)) {
      chosen++;
      await select.selectOption(value);
      const left = rows.filter((row) => row[field]?.split(' ').includes(value)).map(({ tie }) => tie ?? '');
      expect(left.length, value).toBeGreaterThan(0);
      await expect(output(page)).toHaveText(`${left.length} of ${all} ties`);
      const shown = (selector: string) => attributes(page.locator(`${selector}:not([hidden])`), 'data-tie');
      expect((await shown('.view-table tr[data-tie]')).sort()).toEqual([...left].sort());
      expect([...new Set(await shown('.view-list li'))].sort()).toEqual([...left].sort());
      const inPicture = (await attributes(wide(page).locator('a:not([hidden])'), 'href')).map((href) =>
        href.replace('#ties-', ''),
      );
      expect(inPicture.filter((id) => rows.some(({ tie }) => tie === id)).sort()).toEqual([...left].sort());
      // the stop of the Tab key is never among what is hidden
      await expect(wide(page).locator('a[tabindex="0"]:not([hidden])')).toHaveCount(1);
    }
    await select.selectOption('');
  }
  expect(chosen).toBeGreaterThan(8);
  await page.locator("select[name='party']").selectOption('turkiye');
  await page.locator("select[name='status']").selectOption('later');
  const both = rows.filter(({ party, status }) => party?.includes('turkiye') && status === 'later').length;
  await expect(output(page)).toHaveText(`${both} of ${all} ties`);
});

test('a filter is there only where it has something to choose between', async ({ page }) => {
  const filters = page.locator('.tie-filters select');
  await page.goto('/charts/moscow-chain/');
  expect(await attributes(filters, 'name')).toEqual(['kind', 'status']);
  await page.goto('/charts/ukrainian-team/');
  await expect(filters).toHaveCount(0);
  await expect(page.locator('.tie-filters')).toBeHidden();
  // the walk by keys is there all the same
  await page.locator('.view-picture a[tabindex="0"]:visible').focus();
  await page.keyboard.press('ArrowRight');
  expect((await focused(page)).inPicture).toBe(true);
});
