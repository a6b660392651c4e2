import { chartCorrections } from '../authoring/chart-corrections.ts';
import { siteContent } from '../authoring/site-content.ts';
import { entry } from '../ledger/ledger.ts';
import type { EmbedTexts } from '../render/embed-height.ts';
import { asKnownText } from '../words/moment-text.ts';
import { embedChart, OVER_TIME } from './embed-chart.ts';
import { keyItems } from './key-items.ts';

/** The texts of an embed, as the page prints them and as its height is reckoned from. */
export function embedTexts(id: string, state?: string): EmbedTexts {
  const { words, ledger } = siteContent();
  const { chart, key, sources } = embedChart(id, state);
  const items = keyItems(key, words);
  const control = state === OVER_TIME;
  const publishers = [...new Set(sources.map((source) => entry(ledger, 'sources', source).publisher))];
  return {
    title: chart.title,
    key: items.filter(({ isLine }) => !isLine).map(({ text }) => text),
    lines: items.filter(({ isLine }) => isLine).map(({ text }) => text),
    asOf: `${control ? words.knownAt.description : asKnownText(chart.asOf, words)} (${words.moment.zone})`,
    sources: `${words.figure.sources}: ${publishers.join(', ')}`,
    control,
    corrections: chartCorrections(id).length,
  };
}
