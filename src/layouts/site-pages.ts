import { siteContent } from '../authoring/site-content.ts';

/** A page of the site that search engines may list. */
export interface SitePage {
  path: `/${string}`;
  /** Its social card, and what feeds and data call it. */
  card: string;
  title: string;
  description: string;
}

const prose = (slug: string) => {
  const fields = siteContent().pages.find((page) => page.slug === slug)?.fields;
  if (!fields) throw new Error(`content/pages/en/${slug}.mdx is missing`);
  return { title: fields.title, description: fields.summary };
};

/** The pages of the menu, in its order. */
export function menuPages(): (SitePage & { name: string })[] {
  const { words } = siteContent();
  const { nav, site, charts, people, sources, contested } = words;
  return [
    { path: '/', card: 'story', name: nav.story, title: site.name, description: site.description },
    { path: '/day/', card: 'day', name: nav.day, title: words.day.title, description: words.day.intro },
    { path: '/charts/', card: 'charts', name: nav.charts, title: charts.title, description: charts.intro },
    { path: '/people/', card: 'people', name: nav.people, title: people.title, description: people.intro },
    {
      path: '/sources/',
      card: 'sources',
      name: nav.sources,
      title: sources.title,
      description: sources.intro,
    },
    {
      path: '/contested/',
      card: 'contested',
      name: nav.contested,
      title: contested.title,
      description: contested.intro,
    },
    { path: '/corrections/', card: 'corrections', name: nav.corrections, ...prose('corrections') },
    { path: '/about/', card: 'about', name: nav.about, ...prose('about') },
  ];
}

/** Every page that search engines may list: the menu's, those below them, then one for each chart. */
export function sitePages(): SitePage[] {
  const charts = Object.entries(siteContent().charts).map(([id, { title, alt }]): SitePage => ({
    path: `/charts/${id}/`,
    card: `chart-${id}`,
    title,
    description: alt,
  }));
  const embedding: SitePage = { path: '/about/embedding/', card: 'about', ...prose('embedding') };
  return [...menuPages(), embedding, ...charts];
}
