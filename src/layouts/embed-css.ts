import { siteContent } from '../authoring/site-content.ts';
import type { Key } from '../charts/kind.ts';
import { scrollCss, type HeightLaw } from '../render/embed-height.ts';
import { stepsCss } from '../render/embed-lines.ts';
import { pictureCss, tokensCss } from '../render/paint.ts';
import { rolesOf } from '../render/svg.ts';
import type { ColourToken } from '../scene/palette.ts';
import type { Picture } from '../scene/scene.ts';
import { statusMark } from '../scene/status-mark.ts';
import embedCssFile from '../styles/embed.css?raw';
import embedKnownAt from '../styles/embed-known-at.css?raw';
import fallbackFonts from '../styles/fallback-fonts.css?raw';
import { keyItems } from './key-items.ts';

/** The one style of an embed: the tokens it uses in both themes, the paint its picture uses, and its own layout. */
export function embedCss(picture: Picture, law: HeightLaw, key: Key, overTime = false): string {
  const { paints, types, hues } = rolesOf(picture);
  // the shapes of key and list, which not every picture has
  const at = { x: 0, y: 0 };
  const shapes = [
    ...keyItems(key, siteContent().words).flatMap(({ marks }) => marks),
    ...key.statuses.flatMap((status) => statusMark(status, undefined, at)),
  ];
  const roles = [...new Set([...paints, ...shapes.map(({ role }) => role)])];
  const colours = [...new Set<ColourToken>([...hues, ...shapes.map(({ hue }) => hue ?? 'ink'), 'ink'])];
  const rules = `${fallbackFonts}${pictureCss(roles, types, colours)}${embedCssFile}${overTime ? embedKnownAt : ''}${stepsCss()}${scrollCss(law)}`;
  const used = [
    ...new Set([...rules.matchAll(/var\(--([a-z0-9-]+)\)/g)].map((match) => match[1] as string)),
  ].filter((name): name is ColourToken => !['sans', 'serif', 'display', 'hue'].includes(name));
  const light = tokensCss('light', used);
  const dark = tokensCss('dark', used);
  const tokens = `:root{color-scheme:light dark;${light}}@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}@media screen{:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark;${dark}}}`;
  return squeeze(tokens + rules);
}

/** Without comments and needless white space. */
const squeeze = (css: string) =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}')
    .trim();
