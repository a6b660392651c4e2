import { siteChart, siteContent } from '../authoring/site-content.ts';
import { stateName, type StateFields } from '../charts/fields.ts';
import { asKnownText } from '../words/moment-text.ts';
import { fill, sentenceOf } from '../words/words.ts';
import { picturedStates } from './chart-files.ts';
import { absolute } from './href.ts';

/** A text to copy, and what it is called. */
interface ChartText {
  id: string;
  name: string;
  text: string;
}

/** The words a journalist needs beside a chart or its state, each with what it is called. */
export function chartWords(id: string, state?: string): ChartText[] {
  const { words } = siteContent();
  const { chart, sentences } = siteChart(id, state);
  const title = sentenceOf(chart.title);
  const known = `${asKnownText(chart.asOf, words)} (${words.moment.zone})`;
  const credit = fill(words.kit.creditLine, {
    site: words.site.credit,
    licence: words.site.licence,
    url: absolute(`/charts/${id}/`),
  });
  return [
    { id: 'caption', name: words.kit.caption, text: `${title} ${known}. ${credit}` },
    { id: 'credit', name: words.kit.credit, text: credit },
    { id: 'alt-short', name: words.kit.altShort, text: chart.alt },
    { id: 'alt-long', name: words.kit.altLong, text: [`${title} ${known}.`, ...sentences].join('\n') },
  ];
}

/** Caption and alternative text of each state that has a picture of its own, under the state’s name. */
export const stateWords = (id: string): ChartText[] =>
  picturedStates(id).map((state) => {
    const [caption, , alt] = chartWords(id, state);
    const name = stateName(siteChart(id).chart.states[state] as StateFields);
    return { id: `state-${state}`, name, text: `${caption?.text}\n\n${alt?.text}` };
  });
