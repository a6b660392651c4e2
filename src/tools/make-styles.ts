// Writes the stylesheets that follow from the palette and the roles. Run `npm run make:styles` after changing either;
// a test compares the files with what this would write.
import { writeFileSync } from 'node:fs';
import { pictureCss, tokensCss } from '../render/paint.ts';

const NOTE =
  '/* Made by src/tools/make-styles.ts from src/scene/palette.ts and src/scene/roles.ts. Do not edit. */';

/** The stylesheets by file name. */
export function madeStyles(): Record<string, string> {
  const lines = (css: string) => css.replaceAll(';', ';\n').replace(/^(?=--)/gm, '  ');
  const dark = lines(tokensCss('dark'));
  const tokens = `${NOTE}
@layer tokens {
:root {
color-scheme: light dark;
${lines(tokensCss('light'))}}
@media (prefers-color-scheme: dark) {
:root:not([data-theme='light'], :has(#theme-light:checked)) {
${dark}}
}
:root[data-theme='light'], :root:has(#theme-light:checked) {
color-scheme: light;
}
:root[data-theme='dark'], :root:has(#theme-dark:checked) {
color-scheme: dark;
${dark}}
}
`;
  return { 'tokens.css': tokens, 'picture.css': `${NOTE}\n@layer chart {\n${pictureCss()}\n}\n` };
}

if (import.meta.main)
  for (const [name, text] of Object.entries(madeStyles())) writeFileSync(`src/styles/${name}`, text);
