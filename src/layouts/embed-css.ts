import { scrollCss, type HeightLaw } from '../render/embed-height.ts';
import { stepsCss } from '../render/embed-lines.ts';
import { pictureCss, tokensCss } from '../render/paint.ts';
import { rolesOf } from '../render/svg.ts';
import type { ColourToken } from '../scene/palette.ts';
import type { Picture } from '../scene/scene.ts';
import embedCssFile from '../styles/embed.css?raw';

/** The one style of an embed: the tokens it uses in both themes, the paint its picture uses, and its own layout. */
export function embedCss(picture: Picture, law: HeightLaw): string {
  const { paints, types, hues } = rolesOf(picture);
  const rules = `${pictureCss(paints, types, [...new Set<ColourToken>([...hues, 'ink'])])}${embedCssFile}${stepsCss()}${scrollCss(law)}`;
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
