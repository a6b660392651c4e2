import { siteChart, siteContent } from '../authoring/site-content.ts';
import { asKnownText } from '../words/moment-text.ts';
import { sentenceOf } from '../words/words.ts';
import { asOfDay } from './chart-files.ts';
import { absolute } from './href.ts';

// A chart has no day of publication of its own; what dates it is the state of knowledge it shows, which each form of
// citation carries where it has room for one.

export interface Citation {
  id: string;
  name: string;
  text: string;
}

/** The citation of a chart in the forms that desks, libraries and encyclopaedias ask for. */
export function citations(id: string): Citation[] {
  const { words } = siteContent();
  const { chart } = siteChart(id);
  const site = words.site.name;
  const url = absolute(`/charts/${id}/`);
  const known = asKnownText(chart.asOf, words);
  const title = chart.title.replace(/\.$/, '');
  const kind = words.kit.medium;
  return [
    { id: 'apa', name: 'APA 7', text: `${site}. (n.d.). ${title} [${kind}]. ${known}. ${url}` },
    { id: 'chicago', name: 'Chicago 17', text: `${site}. “${sentenceOf(title)}” ${kind}. ${known}. ${url}.` },
    {
      id: 'bibtex',
      name: 'BibTeX',
      text: [
        `@misc{ten-oclock-${id},`,
        `  title = {${tex(title)}},`,
        `  author = {{${tex(site)}}},`,
        `  note = {${tex(`${kind}. ${known}`)}},`,
        `  url = {${url}},`,
        `}`,
      ].join('\n'),
    },
    { id: 'csl', name: 'CSL-JSON', text: JSON.stringify([cslOf(id, title, url, known)], null, 2) },
    {
      id: 'wikipedia',
      name: 'Wikipedia',
      text: `{{cite web |title=${wiki(title)} |url=${url} |website=${wiki(site)} |type=${wiki(`${kind}. ${known}`)} |language=en}}`,
    },
  ];
}

function cslOf(id: string, title: string, URL: string, note: string) {
  const { words } = siteContent();
  return {
    id: `ten-oclock-${id}`,
    type: 'graphic',
    title,
    author: [{ literal: words.site.name }],
    'container-title': words.site.name,
    URL,
    language: 'en',
    note: `${note} (${asOfDay(id)})`,
  };
}

/** Signs that TeX would take for its own. */
const tex = (text: string) => text.replace(/[\\{}]/g, '').replace(/([&%$#_])/g, '\\$1');

/** Signs that a template would take for its own. */
const wiki = (text: string) => text.replace(/\|/g, '{{!}}').replace(/[[\]{}]{2}/g, '');
