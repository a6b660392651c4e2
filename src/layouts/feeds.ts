// What the feeds say: what stands on the site, and what was corrected. No clock: the time of an item is the day it was
// published or corrected, or else the state of knowledge it shows.
import { chartCorrections, shownBy } from '../authoring/chart-corrections.ts';
import { siteChart, siteContent } from '../authoring/site-content.ts';
import { contradictionsOf, entry } from '../ledger/ledger.ts';
import type { Moment } from '../ledger/moment.ts';
import { newestCorrections } from '../ledger/queries.ts';
import { statusChanges, tickSlug } from '../ledger/ticks.ts';
import type { Feed, FeedItem } from '../render/feed.ts';
import { escape } from '../render/paint.ts';
import { tickText } from '../words/moment-text.ts';
import { fill } from '../words/words.ts';
import { absolute } from './href.ts';

const ZONE = '+03:00';
const startOf = (day: string) => `${day}T00:00:00${ZONE}`;
const endOf = ({ to }: Moment) => `${to}:00${ZONE}`;

/** When a chart last changed for its readers, RFC 3339. */
export function chartUpdated(id: string): string {
  const { ledger, charts } = siteContent();
  const [newest] = chartCorrections(id);
  const chart = charts[id];
  if (!chart) throw new Error(`There is no chart "${id}"`);
  const published = chart.published && startOf(chart.published);
  return newest ? startOf(entry(ledger, 'corrections', newest).date) : (published ?? endOf(chart.asOf));
}

/** When the story last changed for its readers, RFC 3339. */
export function storyUpdated(): string {
  const { ledger, chapters } = siteContent();
  const [newest] = newestCorrections(ledger);
  const opening = chapters[0]?.fields;
  if (!opening) throw new Error('The story has no opening');
  if (newest) return startOf(entry(ledger, 'corrections', newest).date);
  return opening.published ? startOf(opening.published) : endOf(opening.asOf);
}

/** The day something was published, RFC 3339, where its file says so. */
export const publishedAt = ({ published }: { published?: string | undefined }) =>
  published ? { published: startOf(published) } : {};

function correctionItem(id: string): FeedItem {
  const { words, ledger } = siteContent();
  const { date, before, after, why } = entry(ledger, 'corrections', id);
  const url = absolute(`/corrections/#${id}`);
  const lines = [
    [words.corrections.before, before],
    [words.corrections.after, after],
    [words.corrections.why, why],
  ] as const;
  return {
    id: url,
    url,
    title: fill(words.feed.correction, { after }),
    summary: why,
    html: lines.map(([name, text]) => `<p><b>${escape(name)}:</b> ${escape(text)}</p>`).join(''),
    updated: startOf(date),
    published: startOf(date),
  };
}

/** A moment at which claims known before became contested or were taken back: those of `shown`, or none. */
function changeItem(
  { moment, contested, withdrawn }: ReturnType<typeof statusChanges>[number],
  shown: (claim: string) => boolean,
): FeedItem[] {
  const { words, ledger } = siteContent();
  const says = (id: string) => entry(ledger, 'claims', id).says;
  const parts = [
    ...contested.filter(shown).map((id) => ({
      text: fill(words.feed.contested, { says: says(id) }),
      against: contradictionsOf(ledger, id, moment).map(says),
    })),
    ...withdrawn
      .filter(shown)
      .map((id) => ({ text: fill(words.feed.withdrawn, { says: says(id) }), against: [] })),
  ];
  if (parts.length === 0) return [];
  const url = absolute(`/corrections/#change-${tickSlug(moment)}`);
  const when = fill(words.figure.asKnown, { moment: tickText(moment, words) });
  const against = (texts: string[]) =>
    texts.map((text) => `<p><b>${escape(words.corrections.against)}:</b> ${escape(text)}</p>`).join('');
  return [
    {
      id: url,
      url,
      title: parts.map(({ text }) => text).join(' '),
      summary: `${when} (${words.moment.zone})`,
      html: parts.map((part) => `<p>${escape(part.text)}</p>${against(part.against)}`).join(''),
      updated: endOf(moment),
      published: endOf(moment),
    },
  ];
}

function chartItem(id: string): FeedItem {
  const { charts } = siteContent();
  const chart = charts[id];
  if (!chart) throw new Error(`There is no chart "${id}"`);
  const url = absolute(`/charts/${id}/`);
  const image = absolute(`/charts/${id}.png`);
  const picture = `<p><a href="${escape(url)}"><img src="${escape(image)}" alt="${escape(chart.alt)}"></a></p>`;
  return {
    id: url,
    url,
    title: chart.title,
    summary: chart.alt,
    html: `${picture}<p>${escape(chart.description)}</p>`,
    image,
    updated: chartUpdated(id),
    ...publishedAt(chart),
  };
}

function storyItem(): FeedItem {
  const { words, chapters } = siteContent();
  const url = absolute('/');
  return {
    id: url,
    url,
    title: words.site.name,
    summary: words.site.description,
    html: `<p>${escape(words.site.description)}</p>`,
    updated: storyUpdated(),
    ...publishedAt(chapters[0]?.fields ?? {}),
  };
}

function feed(about: Pick<Feed, 'title' | 'subtitle' | 'home' | 'self'>, items: FeedItem[]): Feed {
  const { words } = siteContent();
  return {
    ...about,
    language: 'en',
    author: words.site.credit,
    licence: `${words.site.licence}, ${words.site.licenceUrl}`,
    icon: absolute('/icon.svg'),
    updated:
      items
        .map(({ updated }) => updated)
        .sort()
        .at(-1) ?? storyUpdated(),
    items,
  };
}

/** Corrections, what changed its status, the story and every chart. @param self the address of this form of the feed */
export function siteFeed(self: `/${string}`): Feed {
  const { words, ledger, charts } = siteContent();
  const about = {
    title: fill(words.feed.title, { site: words.site.name }),
    subtitle: words.site.description,
    home: absolute('/'),
    self: absolute(self),
  };
  return feed(about, [
    ...newestCorrections(ledger).map(correctionItem),
    ...statusChanges(ledger).flatMap((change) => changeItem(change, () => true)),
    storyItem(),
    ...Object.keys(charts).map(chartItem),
  ]);
}

/** One chart, its corrections, and what changed its status among what it shows. */
export function chartFeed(id: string): Feed {
  const { words, charts, ledger } = siteContent();
  const chart = charts[id];
  const { claims = [] } = shownBy(siteChart(id));
  const about = {
    title: fill(words.feed.chart, { title: chart?.title ?? '' }),
    subtitle: chart?.alt ?? '',
    home: absolute(`/charts/${id}/`),
    self: absolute(`/charts/${id}/feed.xml`),
  };
  return feed(about, [
    ...chartCorrections(id).map(correctionItem),
    ...statusChanges(ledger).flatMap((change) => changeItem(change, (claim) => claims.includes(claim))),
    chartItem(id),
  ]);
}
