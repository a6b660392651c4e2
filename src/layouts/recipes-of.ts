import { siteChart, siteContent } from '../authoring/site-content.ts';
import { RECIPES, recipes, sizeOf, WORDPRESS_MOST, type Recipe } from '../render/recipes.ts';
import { enoughHeight, heightCss } from '../render/embed-height.ts';
import { chartWords } from './chart-words.ts';
import { codeOf, fileSize, helperScript, pictureName, snippet } from './chart-files.ts';
import { escape } from '../render/paint.ts';
import { absolute } from './href.ts';

const pictureAt = (id: string, state?: string) => ({
  image: absolute(`/charts/${pictureName(id, state)}.png`),
  alt: siteChart(id, state).chart.alt,
  caption: chartWords(id, state).find(({ id: name }) => name === 'caption')?.text ?? '',
  size: fileSize(id, state),
});

/** All of a code that changes with the picture in it, as code and as plain text: of a state the same in the same order. */
export function pictureParts(id: string, state?: string): string[] {
  const { image, alt, caption, size } = pictureAt(id, state);
  return [image, escape(alt), alt, escape(caption), caption, sizeOf(size)];
}

/** What to paste for a chart, system by system, with its name and how to use it. */
export function recipesOf(id: string): { recipe: Recipe; name: string; note: string; text: string }[] {
  const { words } = siteContent();
  const { embed, page, title, law } = codeOf(id);
  const script = helperScript();
  const texts = recipes({
    embed,
    page,
    title,
    ...pictureAt(id),
    helper: script.src,
    integrity: script.integrity,
    height: enoughHeight(law),
    law: heightCss(law),
    frame: snippet(id),
  });
  const high = enoughHeight(law) > WORDPRESS_MOST;
  return RECIPES.map((recipe) => {
    const { name, note } = words.recipes[recipe];
    const more = recipe === 'wordpress' && high ? ` ${words.builder.high}` : '';
    return { recipe, name, note: note + more, text: texts[recipe] };
  });
}
