// Social cards: one for each page, chapter and chart, drawn from the same pictures as everything else.
import type { Content } from '../authoring/content-model.ts';
import { siteChart, siteContent } from '../authoring/site-content.ts';
import type { Moment } from '../ledger/moment.ts';
import { ticksOf, tickSlug } from '../ledger/ticks.ts';
import { CARD, cardSvg, type Card } from '../render/card.ts';
import { png } from '../render/png.ts';
import { asKnownText, tickText } from '../words/moment-text.ts';
import { fill, sentenceOf } from '../words/words.ts';
import { menuPages } from './site-pages.ts';

export const CARD_SIZE = CARD;

/** The charts that a page's card shows, where it is not a chart's own. */
const COVERS: Record<string, string> = { story: 'istanbul', charts: 'region' };

const made = new WeakMap<Content, Record<string, Card>>();

/** What stands on every card, by its name: `story`, `people`, `chapter-istanbul`, `chart-region`, `moment-…`. */
export function cards(): Record<string, Card> {
  const content = siteContent();
  // every page asks for its own
  const known = made.get(content) ?? cardsOf(content);
  made.set(content, known);
  return known;
}

function cardsOf({ words, chapters, charts, ledger }: Content): Record<string, Card> {
  const opening = chapters[0]?.fields;
  if (!opening) throw new Error('The story has no opening');
  const common = (asOf: Moment) => ({
    site: words.site.name,
    asOf: `${asKnownText(asOf, words)} (${words.moment.zone})`,
  });
  const picture = (id: string | undefined) =>
    id !== undefined && charts[id] ? { picture: siteChart(id).picture } : {};
  const pages = menuPages().map(({ card, title, name }): [string, Card] => [
    card,
    {
      ...common(opening.asOf),
      kicker: card === 'story' ? words.card.story : words.card.page,
      title: card === 'story' ? words.card.title : title || name,
      ...picture(COVERS[card]),
    },
  ]);
  const ofChapters = chapters
    .filter(({ number }) => number !== 0)
    .map(({ slug, number, fields, charts: own }): [string, Card] => [
      `chapter-${slug}`,
      {
        ...common(fields.asOf),
        kicker: fill(words.chapter.number, { n: number ?? '' }),
        title: fields.title,
        ...picture(own[0]),
      },
    ]);
  const ofCharts = Object.entries(charts).map(([id, { asOf, kicker, title }]): [string, Card] => [
    `chart-${id}`,
    { ...common(asOf), kicker, title, ...picture(id) },
  ]);
  // of moments there are many for each chart, so their pages share one that shows nothing
  const ofMoments = ticksOf(ledger).map((moment): [string, Card] => [
    momentCard(moment),
    {
      site: words.site.name,
      kicker: words.card.page,
      title: words.day.title,
      asOf: `${fill(words.figure.asKnown, { moment: tickText(moment, words) })} (${words.moment.zone})`,
    },
  ]);
  return Object.fromEntries([...pages, ...ofChapters, ...ofCharts, ...ofMoments]);
}

/** The card of all pages of a moment: `moment-2025-05-15T1215`. */
export const momentCard = (moment: Moment): string => `moment-${tickSlug(moment)}`;

/** A card as a PNG. */
export async function cardFile(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const card = cards()[name];
  if (!card) throw new Error(`There is no social card "${name}"`);
  return png(cardSvg(card), 1);
}

/** What somebody who cannot see a card has to know: its words. */
export function cardAlt(name: string): string {
  const card = cards()[name];
  if (!card) throw new Error(`There is no social card "${name}"`);
  return `${card.kicker}: ${sentenceOf(card.title)} ${sentenceOf(card.asOf)}`;
}
