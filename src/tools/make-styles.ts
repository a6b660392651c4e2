// Writes the stylesheets that follow from the palette and the roles. Run `npm run make:styles` after changing either;
// a test compares the files with what this would write.
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { pictureCss, tokensCss } from '../render/paint.ts';

const NOTE =
  '/* Made by src/tools/make-styles.ts from src/scene/palette.ts and src/scene/roles.ts. Do not edit. */';

// Where scripts run, the choice stands in an attribute. To look for the button that is pressed is left to pages without:
// each change of a page would have all of it looked through again.

/** The stylesheets by file name. */
export async function madeStyles(): Promise<Record<string, string>> {
  const tokens = `${NOTE}
@layer tokens {
:root {
color-scheme: light dark;
${tokensCss('light')}}
@media screen {
@media (prefers-color-scheme: dark) {
:root[data-theme='auto'], :root:not([data-theme], :has(#theme-light:checked)) {
${tokensCss('dark')}}
}
:root[data-theme='light'], :root:not([data-theme]):has(#theme-light:checked) {
color-scheme: light;
}
:root[data-theme='dark'], :root:not([data-theme]):has(#theme-dark:checked) {
color-scheme: dark;
${tokensCss('dark')}}
}
@media print {
:root {
color-scheme: light;
}
}
}
`;
  const picture = `${NOTE}\n@layer chart {\n${pictureCss()}\n}\n`;
  const pretty = (css: string) => format(css, { parser: 'css', printWidth: 110, singleQuote: true });
  return { 'tokens.css': await pretty(tokens), 'picture.css': await pretty(picture) };
}

if (import.meta.main)
  for (const [name, text] of Object.entries(await madeStyles())) writeFileSync(`src/styles/${name}`, text);
