import { readdirSync, readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { expect, test } from 'playwright/test';

const open = (path: string) => fontkit.openSync(path) as fontkit.Font;
const rulesIn = (sheet: string) =>
  [...readFileSync(`src/styles/${sheet}`, 'utf8').matchAll(/@font-face \{([^}]*)\}/g)].map(
    ([, rule = '']) => rule,
  );
const percent = (rule: string, name: string) => Number(rule.match(new RegExp(`${name}: ([\\d.]+)%`))?.[1]);

/** In thousandths of an em: above the baseline, below it. */
const lineOf = ({ ascent, descent, lineGap, unitsPerEm }: fontkit.Font) => {
  expect(lineGap).toBe(0);
  return [ascent, -descent].map((value) => (value * 1000) / unitsPerEm) as [number, number];
};

test('each cut has the letters that its rule says', () => {
  const rules = rulesIn('fonts.css');
  const files = rules.map((rule) => rule.match(/\/fonts\/([\w-]+\.woff2)/)?.[1] as string);
  expect(files.toSorted()).toEqual(readdirSync('public/fonts').filter((file) => file.endsWith('.woff2')));
  rules.forEach((rule, i) => {
    const font = open(`public/fonts/${files[i]}`);
    const italic = rule.includes('italic');
    for (const [, from = '', to = from] of rule.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g))
      for (let code = parseInt(from, 16); code <= parseInt(to, 16); code++) {
        // what names waters only
        if (italic && !/\p{L}/u.test(String.fromCodePoint(code))) continue;
        // no face has the soft hyphen, which is not drawn
        if (code !== 0xad)
          expect(font.hasGlyphForCodePoint(code), `${files[i]} U+${code.toString(16)}`).toBe(true);
      }
  });
});

test('a line is as high in every cut, and in the local faces that stand in for it', () => {
  const of = (name: string) => lineOf(open(`public/fonts/${name}-latin.woff2`));
  for (const face of ['display', 'text', 'italic', 'label'])
    for (const script of ['west', 'cyrillic'])
      if (face !== 'italic' || script !== 'cyrillic')
        expect(lineOf(open(`public/fonts/${face}-${script}.woff2`)), `${face} ${script}`).toEqual(of(face));
  for (const rule of rulesIn('fallback-fonts.css')) {
    const family = rule.match(/font-family: '(\w+)/)?.[1]?.toLowerCase() as 'label';
    const [above, below] = of(family);
    const size = percent(rule, 'size-adjust') / 100;
    expect(Math.abs(size * percent(rule, 'ascent-override') - above / 10), rule).toBeLessThan(0.1);
    expect(Math.abs(size * percent(rule, 'descent-override') - below / 10), rule).toBeLessThan(0.1);
  }
});

test('no cut has the name that its licence reserves', () => {
  for (const [folder, kind] of [
    ['public/fonts', /\.woff2$/],
    ['src/render/fonts', /\.ttf$/],
  ] as const)
    for (const file of readdirSync(folder).filter((name) => kind.test(name))) {
      const { familyName, fullName, postscriptName, copyright } = open(`${folder}/${file}`);
      expect(familyName, file).toMatch(/^Ten /);
      expect(`${fullName} ${postscriptName}`, file).not.toMatch(/source/i);
      expect(copyright, file).toContain('Adobe');
    }
});
