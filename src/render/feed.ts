import { escape } from './paint.ts';

/** What is new on the site or in one chart, as feed readers take it. Addresses are whole, times RFC 3339. */
export interface Feed {
  title: string;
  subtitle: string;
  language: string;
  /** The page that the feed belongs to. */
  home: string;
  /** The feed's own address. */
  self: string;
  author: string;
  licence: string;
  icon: string;
  updated: string;
  items: FeedItem[];
}

export interface FeedItem {
  /** An address that never changes; it need not be one that can be opened. */
  id: string;
  url: string;
  title: string;
  summary: string;
  /** The whole of it as HTML. */
  html: string;
  image?: string;
  updated: string;
  published?: string;
}

const element = (name: string, text: string, type = '') => `<${name}${type}>${escape(text)}</${name}>`;

/** The feed as Atom (RFC 4287). */
export function atom(feed: Feed): string {
  const { title, subtitle, language, home, self, author, licence, icon, updated, items } = feed;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element('title', title),
    element('subtitle', subtitle),
    element('id', self),
    `<link rel="self" type="application/atom+xml" href="${escape(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escape(home)}"/>`,
    element('updated', updated),
    `<author>${element('name', author)}</author>`,
    element('rights', licence),
    element('icon', icon),
    ...items.map(atomEntry),
    '</feed>\n',
  ].join('\n');
}

const atomEntry = ({ id, url, title, summary, html, updated, published }: FeedItem) =>
  [
    '<entry>',
    element('title', title),
    element('id', id),
    `<link rel="alternate" type="text/html" href="${escape(url)}"/>`,
    ...(published ? [element('published', published)] : []),
    element('updated', updated),
    element('summary', summary),
    element('content', html, ' type="html"'),
    '</entry>',
  ].join('\n');

/** The same as JSON Feed 1.1 (jsonfeed.org). */
export function jsonFeed(feed: Feed): string {
  const { title, subtitle, language, home, self, author, icon, items } = feed;
  const body = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    description: subtitle,
    icon,
    authors: [{ name: author, url: home }],
    language,
    items: items.map(({ id, url, title: name, summary, html, image, updated, published }) => ({
      id,
      url,
      title: name,
      summary,
      content_html: html,
      image,
      date_published: published,
      date_modified: updated,
    })),
  };
  return `${JSON.stringify(body, null, 2)}\n`;
}
