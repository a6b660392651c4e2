import { escape } from './paint.ts';

// What to paste into which system. Each recipe is text that works as it is; none needs a script unless it says so.

export interface RecipeInput {
  /** Address of the embed, the chart’s page, its picture and the host helper. */
  embed: string;
  page: string;
  image: string;
  helper: string;
  /** `sha384-…` of the helper. */
  integrity: string;
  title: string;
  alt: string;
  caption: string;
  /** Width and height of the picture, and a height that is enough for the frame, px. */
  size: { width: number; height: number };
  height: number;
  /** How high it is in a column of any width, as a CSS length. */
  law: string;
  /** The script-free code. */
  frame: string;
}

/** The greatest height that WordPress gives to a frame, px. */
export const WORDPRESS_MOST = 1000;

export const RECIPES = [
  'frame',
  'helper',
  'element',
  'wordpress',
  'ghost',
  'drupal',
  'amp',
  'newsletter',
  'document',
  'image',
] as const;
export type Recipe = (typeof RECIPES)[number];

/** A picture's size, as its code says it. */
export const sizeOf = ({ width, height }: RecipeInput['size']): string =>
  `width="${width}" height="${height}"`;

/** The text to paste for each recipe. */
export function recipes(input: RecipeInput): Record<Recipe, string> {
  const { embed, page, image, helper, integrity, title, alt, caption, size, height, law, frame } = input;
  const script = `<script defer src="${helper}" integrity="${integrity}" crossorigin="anonymous"></script>`;
  const picture = `<img src="${escape(image)}" alt="${escape(alt)}" ${sizeOf(size)} style="max-width:100%;height:auto">`;
  return {
    frame,
    helper: `${frame}\n${script}`,
    element: `<ten-oclock-chart src="${escape(embed)}" height="${law}"><a href="${escape(page)}">${escape(title)}</a></ten-oclock-chart>\n${script}`,
    wordpress: page,
    ghost: page,
    drupal: page,
    amp: [
      `<amp-iframe src="${escape(embed)}" title="${escape(title)}" width="360" height="${height}" layout="responsive" sandbox="allow-scripts allow-popups" frameborder="0" resizable>`,
      `  <amp-img placeholder layout="fill" src="${escape(image)}" alt="${escape(alt)}"></amp-img>`,
      `  <div overflow tabindex="0" role="button" aria-label="${escape(title)}">${escape(title)}</div>`,
      `</amp-iframe>`,
    ].join('\n'),
    newsletter: `<a href="${escape(page)}">${picture}</a>\n<p>${escape(caption)}</p>`,
    document: [image, alt, caption].join('\n\n'),
    image: `<figure>\n<a href="${escape(page)}">${picture}</a>\n<figcaption>${escape(caption)}</figcaption>\n</figure>`,
  };
}
