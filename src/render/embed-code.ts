import { enoughHeight, heightCss, type HeightLaw } from './embed-height.ts';
import { escape } from './paint.ts';

/** What an embed needs to be told to a host. */
export interface EmbedCode {
  /** Address of the embed, and of the chart's own page. */
  embed: string;
  page: string;
  title: string;
  /** `Ten o’clock in Istanbul` */
  site: string;
  law: HeightLaw;
}

/**
 * The code a journalist pastes: no script, the right height in every column from the first moment, and a link that
 * stays where frames are stripped. Where styles are stripped, or the browser does not know the container's width
 * (before 2023), the attribute `height` holds, which is enough everywhere.
 */
export function embedCode(code: EmbedCode): string {
  const { embed, page, title, site, law } = code;
  const style = `display:block;border:0;width:100%;height:${heightCss(law)}`;
  return [
    // in a row of flexible boxes a container without a width would have none
    `<div style="container-type:inline-size;width:100%">`,
    `<iframe src="${escape(embed)}" title="${escape(title)}" width="100%" height="${enoughHeight(law)}" loading="lazy" style="${style}"></iframe>`,
    `</div>`,
    `<p><a href="${escape(page)}">${escape(title)}</a> (${escape(site)})</p>`,
  ].join('\n');
}

/** The answer to an oEmbed request, version 1.0, type «rich» (oembed.com). All measures are whole px. */
export function oembed(
  code: EmbedCode,
  extra: { width: number; provider: string; thumbnail: { url: string; width: number; height: number } },
): Record<string, unknown> {
  const { embed, page, title, law } = code;
  const height = enoughHeight(law);
  // WordPress shows the quotation until the frame has answered, drops every other attribute, and lets no frame be higher
  // than 1,000 px: so it may scroll
  const quote = `<blockquote><a href="${escape(page)}">${escape(title)}</a></blockquote>`;
  const frame = `<iframe src="${escape(embed)}" width="${extra.width}" height="${height}" frameborder="0" title="${escape(title)}"></iframe>`;
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: code.site,
    provider_url: extra.provider,
    author_name: code.site,
    author_url: page,
    cache_age: 3600,
    width: extra.width,
    height,
    thumbnail_url: extra.thumbnail.url,
    thumbnail_width: extra.thumbnail.width,
    thumbnail_height: extra.thumbnail.height,
    html: quote + frame,
    // not of the standard, which lets consumers ignore what they do not know
    height_law: { ...law, css: heightCss(law) },
  };
}
