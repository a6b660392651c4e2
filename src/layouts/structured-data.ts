// What the pages tell search engines in the words of schema.org: only what the ledger and the charts hold, and no date
// that is not written in content/.
import { chartCorrections } from '../authoring/chart-corrections.ts';
import { siteChart, siteContent } from '../authoring/site-content.ts';
import { entry } from '../ledger/ledger.ts';
import type { Moment } from '../ledger/moment.ts';
import { CARD_SIZE } from './cards.ts';
import { chartUpdated, publishedAt, storyUpdated } from './feeds.ts';
import { absolute } from './href.ts';
import { sitePages, type SitePage } from './site-pages.ts';

type Data = Record<string, unknown>;

const image = (card: string): Data => ({
  '@type': 'ImageObject',
  url: absolute(`/cards/${card}.png`),
  ...CARD_SIZE,
});

/** The site as its own publisher. */
const publisher = (): Data => {
  const { words } = siteContent();
  return {
    '@type': 'Organization',
    name: words.site.name,
    url: absolute('/'),
    logo: { '@type': 'ImageObject', url: absolute('/icons/icon-512.png'), width: 512, height: 512 },
  };
};

/** What all our works have in common. */
const work = (card: string): Data => {
  const { words } = siteContent();
  return {
    inLanguage: 'en',
    image: image(card),
    author: publisher(),
    publisher: publisher(),
    license: words.site.licenceUrl,
    isAccessibleForFree: true,
    temporalCoverage: '2025-05-15',
  };
};

const dates = (fields: { published?: string | undefined }, corrected: boolean, updated: string): Data => {
  const { published } = publishedAt(fields);
  return {
    ...(published ? { datePublished: published } : {}),
    ...(published || corrected ? { dateModified: updated } : {}),
  };
};

/** The story, with its chapters as parts. */
function story({ title, description, path, card }: SitePage): Data {
  const { chapters, ledger } = siteContent();
  const corrected = Object.keys(ledger.corrections).length > 0;
  return {
    '@type': 'Article',
    '@id': absolute(path),
    headline: title,
    description,
    url: absolute(path),
    mainEntityOfPage: absolute(path),
    ...work(card),
    ...dates(chapters[0]?.fields ?? {}, corrected, storyUpdated()),
    hasPart: chapters
      .filter(({ number }) => number !== 0)
      .map(({ slug, number, fields }) => ({
        '@type': 'Article',
        '@id': absolute(`/#${slug}`),
        url: absolute(`/#${slug}`),
        headline: fields.title,
        description: fields.summary,
        position: number,
        ...work(`chapter-${slug}`),
        ...dates(fields, false, ''),
      })),
  };
}

/** A chart as a set of data, with its files and the pages it rests on. */
function dataset({ title, description, path, card }: SitePage): Data {
  const { words, ledger, charts } = siteContent();
  const id = path.split('/')[2] as string;
  const chart = charts[id];
  if (!chart) throw new Error(`There is no chart "${id}"`);
  const file = (type: string, format: string) => ({
    '@type': 'DataDownload',
    encodingFormat: format,
    contentUrl: absolute(`/charts/${id}.${type}`),
  });
  return {
    '@type': 'Dataset',
    '@id': absolute(path),
    name: title,
    description: description.length < 50 ? `${description} ${chart.description}` : description.slice(0, 5000),
    url: absolute(path),
    keywords: keywordsOf(id),
    creator: publisher(),
    ...work(card),
    temporalCoverage: coverage(chart.asOf),
    ...dates(chart, chartCorrections(id).length > 0, chartUpdated(id)),
    distribution: [file('csv', 'text/csv'), file('json', 'application/json'), file('svg', 'image/svg+xml')],
    citation: siteChart(id).sources.map((source) => entry(ledger, 'sources', source).url),
    includedInDataCatalog: { '@type': 'DataCatalog', name: words.charts.title, url: absolute('/charts/') },
  };
}

/** The time that a chart covers: the day that it tells, or everything until a month or year. */
const coverage = ({ precision, to }: Moment) =>
  precision === 'month' || precision === 'year'
    ? `../${to.slice(0, precision === 'month' ? 7 : 4)}`
    : to.slice(0, 10);

/** Words that a search for the chart may use: its subject, and the people and places that it shows. */
export function keywordsOf(id: string): string[] {
  const { words, charts } = siteContent();
  const { rows } = siteChart(id);
  const chart = charts[id];
  const kind = words.kinds[chart?.kind ?? '']?.name;
  return [...new Set([chart?.kicker, kind, ...rows.map(({ name }) => name)])].filter(
    (word) => word !== undefined,
  );
}

/** The claims of both versions of every dispute: what was said, by whom, and where it appeared. */
function contestedClaims({ title, description, path, card }: SitePage): Data {
  const { ledger } = siteContent();
  const ids = Object.values(ledger.disputes).flatMap(({ versions }) =>
    versions.flatMap(({ claims }) => claims),
  );
  return {
    '@type': 'CollectionPage',
    '@id': absolute(path),
    name: title,
    description,
    url: absolute(path),
    ...work(card),
    hasPart: [...new Set(ids)].map((id) => {
      const { says, speaker, said, sources } = entry(ledger, 'claims', id);
      const actor = speaker === 'reporters' ? undefined : entry(ledger, 'actors', speaker);
      return {
        '@type': 'Claim',
        '@id': absolute(`/sources/#${id}`),
        name: says,
        url: absolute(`/sources/#${id}`),
        dateCreated: said.from.slice(0, said.precision === 'year' ? 4 : said.precision === 'month' ? 7 : 10),
        ...(actor
          ? { author: { '@type': actor.kind === 'person' ? 'Person' : 'Organization', name: actor.name } }
          : {}),
        appearance: sources.map((source) => ({
          '@type': 'CreativeWork',
          url: entry(ledger, 'sources', source).url,
          publisher: { '@type': 'Organization', name: entry(ledger, 'sources', source).publisher },
        })),
      };
    }),
  };
}

const TYPES: Record<string, string> = { '/about/': 'AboutPage', '/charts/': 'CollectionPage' };

/** The data of a page, as the text of its `application/ld+json`; nothing for a page that is not to be listed. */
export function structuredData(path: string): string | undefined {
  const page = sitePages().find((other) => other.path === path);
  if (!page) return undefined;
  const { title, description, card } = page;
  const data =
    page.path === '/'
      ? story(page)
      : /^\/charts\/[^/]+\/$/.test(page.path)
        ? dataset(page)
        : page.path === '/contested/'
          ? contestedClaims(page)
          : {
              '@type': TYPES[page.path] ?? 'WebPage',
              '@id': absolute(page.path),
              name: title,
              description,
              url: absolute(page.path),
              ...work(card),
            };
  // within a script, "</" would end it
  return JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
}
