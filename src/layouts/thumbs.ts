import { siteChart } from '../authoring/site-content.ts';
import { thumbSvg } from '../render/crop.ts';
import { png } from '../render/png.ts';
import type { Theme } from '../scene/palette.ts';

/** The size of a small picture of a chart, px: the wide frame, from its top. */
export const THUMB = { width: 720, height: 420 };

/** A small picture of a chart without its words, for lists of charts. */
export const thumbFile = (id: string, theme: Theme): Promise<Uint8Array<ArrayBuffer>> =>
  png(thumbSvg(siteChart(id).picture, THUMB.width, THUMB.height, theme), 1);
