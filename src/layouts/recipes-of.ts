import { siteChart, siteContent } from '../authoring/site-content.ts';
import { RECIPES, recipes, WORDPRESS_MOST, type Recipe } from '../render/recipes.ts';
import { enoughHeight, heightCss } from '../render/embed-height.ts';
import { chartWords } from './chart-words.ts';
import { codeOf, fileSize, helperScript, snippet } from './chart-files.ts';
import { absolute } from './href.ts';

/** What to paste for a chart, system by system, with its name and how to use it. */
export function recipesOf(id: string): { recipe: Recipe; name: string; note: string; text: string }[] {
  const { words } = siteContent();
  const { chart } = siteChart(id);
  const { embed, page, title, law } = codeOf(id);
  const script = helperScript();
  const texts = recipes({
    embed,
    page,
    title,
    image: absolute(`/charts/${id}.png`),
    helper: script.src,
    integrity: script.integrity,
    alt: chart.alt,
    caption: chartWords(id).find(({ id: name }) => name === 'caption')?.text ?? title,
    size: fileSize(id),
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
