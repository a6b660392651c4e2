import { escape } from './paint.ts';

/** What an embed needs to be told to a host. */
export interface EmbedCode {
  /** Address of the embed, and of the chart's own page. */
  embed: string;
  page: string;
  title: string;
  /** `Ten o’clock in Istanbul` */
  site: string;
  /** px */
  height: number;
}

/**
 * The code a journalist pastes: no script, the right height from the first moment, and a link that stays where frames
 * are stripped.
 */
export function embedCode({ embed, page, title, site, height }: EmbedCode): string {
  return [
    `<iframe src="${escape(embed)}" title="${escape(title)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`,
    `<p><a href="${escape(page)}">${escape(title)}</a> (${escape(site)})</p>`,
  ].join('\n');
}

/** The answer to an oEmbed request, version 1.0, type «rich» (oembed.com). All measures are whole px. */
export function oembed(
  code: EmbedCode,
  extra: { width: number; provider: string; thumbnail: { url: string; width: number; height: number } },
): Record<string, string | number> {
  const { embed, page, title, height } = code;
  // WordPress shows the quotation until the frame has answered, and drops every other attribute
  const quote = `<blockquote><a href="${escape(page)}">${escape(title)}</a></blockquote>`;
  const frame = `<iframe src="${escape(embed)}" width="${extra.width}" height="${height}" frameborder="0" scrolling="no" title="${escape(title)}"></iframe>`;
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: code.site,
    provider_url: extra.provider,
    author_name: code.site,
    cache_age: 3600,
    width: extra.width,
    height,
    thumbnail_url: extra.thumbnail.url,
    thumbnail_width: extra.thumbnail.width,
    thumbnail_height: extra.thumbnail.height,
    html: quote + frame,
  };
}
