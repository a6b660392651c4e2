import { extract, setProviderList } from '@extractus/oembed-extractor';
import { expect } from 'playwright/test';
import { CHARTS } from '../browser/pages.ts';
import { filesOf } from '../site/files.ts';
import { here, test } from './host.ts';

const OWN = 'https://example.org/';

/** Every embed, those of states too: `embed/istanbul/the-wait/`. */
const EMBEDS = filesOf('.build/root')
  .filter((file) => /^embed\/.*\/index\.html$/.test(file))
  .map((file) => file.replace('index.html', ''));

/** What the specification (oembed.com, 2.3.4) says against an answer of the type “rich”. */
function faults(answer: Record<string, unknown>): string[] {
  const wrong: string[] = [];
  const say = (fault: string, is: boolean) => is && wrong.push(fault);
  const whole = (name: string) => Number.isInteger(answer[name]) && (answer[name] as number) > 0;
  say('version has to be the text "1.0"', answer.version !== '1.0');
  say('type has to be one of four', !['photo', 'video', 'link', 'rich'].includes(answer.type as string));
  for (const name of ['width', 'height', 'thumbnail_width', 'thumbnail_height', 'cache_age'])
    say(`${name} has to be a whole number`, !whole(name));
  for (const name of ['title', 'author_name', 'provider_name', 'html'])
    say(`${name} has to be text`, typeof answer[name] !== 'string' || answer[name] === '');
  for (const name of ['author_url', 'provider_url', 'thumbnail_url'])
    say(
      `${name} has to be an address`,
      !URL.canParse(String(answer[name])) || !/^https?:/.test(String(answer[name])),
    );
  const thumbnail = ['thumbnail_url', 'thumbnail_width', 'thumbnail_height'].filter((name) => name in answer);
  say('a thumbnail has all three fields or none', ![0, 3].includes(thumbnail.length));
  say('html must not run scripts', /<script|\son[a-z]+=/i.test(String(answer.html)));
  return wrong;
}

/** WordPress 6, `wp_filter_oembed_result`: the quotation and the frame, each with the attributes that it lets through. */
function wordpress(html: string): string {
  const kept: Record<string, string[]> = {
    a: ['href'],
    blockquote: [],
    iframe: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'],
  };
  const clean = html.replace(/<(\/?)([a-z]+)([^>]*)>/gi, (_, slash: string, tag: string, rest: string) => {
    const allowed = kept[tag.toLowerCase()];
    if (!allowed) return '';
    const attributes = [...rest.matchAll(/([a-z-]+)="([^"]*)"/gi)].filter(([, name]) =>
      allowed.includes(name as string),
    );
    return `<${slash}${tag}${attributes.map(([, name, value]) => ` ${name}="${value}"`).join('')}>`;
  });
  const found = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/ms.exec(clean);
  return found ? `${found[1] ?? ''}${found[2]}` : '';
}

for (const id of CHARTS)
  test(`${id}: oEmbed is found early, valid, and read by a consumer`, async ({ baseURL }) => {
    const site = baseURL as string;
    for (const path of [`charts/${id}/`, `embed/${id}/`]) {
      const html = await (await fetch(site + path)).text();
      const link = /<link rel="alternate" type="application\/json\+oembed"[^>]*>/.exec(html);
      const end = Buffer.byteLength(html.slice(0, (link?.index ?? 1e6) + (link?.[0].length ?? 0)));
      expect(end, `${path}: within the first kilobyte`).toBeLessThanOrEqual(1024);
      expect(html).toMatch(
        /<link rel="iframely" type="text\/html" href="[^"]+" media="\(aspect-ratio: \d+\/\d+\)">/,
      );
    }
    // the consumer asks the address that the site is meant for, and gets what the tests serve
    const answer = (await extract(`${OWN}charts/${id}/`, { maxwidth: 500 }, (url: string) =>
      fetch(url.replace(OWN, site)),
    )) as unknown as Record<string, unknown>;
    expect(answer.method).toBe('auto-discovery');
    expect(faults(answer)).toEqual([]);
    expect(answer.html).toBe(wordpress(String(answer.html)));
    expect(await fetch(here(String(answer.thumbnail_url), site)).then(({ status }) => status)).toBe(200);
    expect(answer.height_law).toMatchObject({
      steps: expect.arrayContaining([{ from: 280, height: expect.any(Number) }]),
    });
  });

test('the provider entry that is ready to be handed in leads a consumer to every chart', async ({
  baseURL,
}) => {
  const site = baseURL as string;
  const providers = (await (await fetch(`${site}oembed/provider.json`)).json()) as Parameters<
    typeof setProviderList
  >[0];
  const embeds = [
    ...CHARTS.map((id) => [`charts/${id}/`, `embed/${id}/`]),
    ...CHARTS.map((id) => [`embed/${id}/`, `embed/${id}/`]),
    ...EMBEDS.filter((path) => path.split('/').length === 4).map((path) => [path, path]),
  ] as [string, string][];
  expect(setProviderList(providers)).toBe(EMBEDS.length);
  for (const [pasted, embed] of embeds) {
    const asked: string[] = [];
    const fetcher = (url: string) => {
      asked.push(url);
      return fetch(url.replace(OWN, site));
    };
    const answer = await extract(OWN + pasted, {}, fetcher);
    expect((answer as unknown as { method: string }).method, pasted).toBe('provider-api');
    expect(asked[0]).toContain(`/${embed}oembed.json?`);
    expect(faults(answer as unknown as Record<string, unknown>)).toEqual([]);
    expect(answer.html).toContain(`src="${OWN}${embed}"`);
  }
});

test('the check of an answer can fail', () => {
  expect(
    faults({ version: 1, type: 'rich', width: '100%', html: '<script></script>' }).length,
  ).toBeGreaterThan(8);
  expect(
    wordpress(
      '<div><blockquote class="x"><a href="/a" onclick="b">A</a></blockquote><iframe style="c" src="/d"></iframe></div>',
    ),
  ).toBe('<blockquote><a href="/a">A</a></blockquote><iframe src="/d"></iframe>');
});
