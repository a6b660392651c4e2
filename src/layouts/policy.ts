import { createHash } from 'node:crypto';

/**
 * The content security policy of every page: this host only, nothing inline. An embed's one inline style is let
 * through by its hash, so that the embed is whole in a single response.
 */
export function policy(inlineStyle?: string): string {
  const hash = inlineStyle && ` 'sha256-${createHash('sha256').update(inlineStyle).digest('base64')}'`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${hash ?? ''}`,
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
