import { hashOf } from './classic-script.ts';

/**
 * The content security policy of a page: this host only. What stands in the page itself, so that its first frame waits for
 * nothing, is let through by its hash: the one script of every page, and the style of an embed or of the story’s start.
 */
export function policy(inline: { style?: string | undefined; script?: string | undefined }): string {
  const allow = (text: string | undefined) => (text ? ` ${hashOf(text)}` : '');
  return [
    "default-src 'none'",
    `script-src 'self'${allow(inline.script)}`,
    `style-src 'self'${allow(inline.style)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types keep-offline',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
