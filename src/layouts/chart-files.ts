// Everything that leaves the site for one chart: its files, its embed code, its citation. Each is made once.
import { siteChart, siteContent } from '../authoring/site-content.ts';
import type { DrawnChart } from '../charts/draw.ts';
import { stateName } from '../charts/fields.ts';
import { rowsOfStates } from '../charts/state-rows.ts';
import { entry } from '../ledger/ledger.ts';
import type { Moment } from '../ledger/moment.ts';
import type { Party, Status } from '../ledger/fields.ts';
import { csv } from '../render/csv.ts';
import { embedCode, oembed, type EmbedCode } from '../render/embed-code.ts';
import { heightLaw } from '../render/embed-height.ts';
import { standaloneSvg } from '../render/standalone.ts';
import type { Row, Time } from '../scene/row.ts';
import { asKnownText, asOfText } from '../words/moment-text.ts';
import { fill, type Words } from '../words/words.ts';
import { classicScript, integrityOf } from './classic-script.ts';
import { embedChart, OVER_TIME } from './embed-chart.ts';
import { embedTexts } from './embed-words.ts';
import { absolute } from './href.ts';
import { keyItems } from './key-items.ts';

/** The PNG that others link to has two px for each px of the picture. */
export const PNG_SCALE = 2;

/** `getStaticPaths` of every route that has one page or file for each chart. */
export const chartPaths = () => Object.keys(siteContent().charts).map((id) => ({ params: { id } }));

/** The same of those that have one for each state of a chart. */
export const statePaths = () =>
  Object.entries(siteContent().charts).flatMap(([id, { states }]) =>
    Object.keys(states).map((state) => ({ params: { id, state } })),
  );

const asOf = (id: string) => {
  const { words, charts } = siteContent();
  const chart = charts[id];
  if (!chart) throw new Error(`There is no chart "${id}"`);
  return asOfText(chart.asOf, words);
};

/** The credits of a chart as a line, or none. */
export function creditsOf(id: string): string[] {
  const { words, charts } = siteContent();
  const credits = charts[id]?.credits ?? [];
  return credits.length > 0 ? [`${words.figure.credits}: ${credits.join('. ')}.`] : [];
}

/** The day a chart or its state is as of, for names of files: `2025-05-15`. */
export const asOfDay = (id: string, state?: string): string =>
  siteChart(id, state).chart.asOf.to.slice(0, 10);

/** What addresses of its pictures begin with: `istanbul`, and of a state `istanbul.evening`. */
export const pictureName = (id: string, state?: string): string =>
  state && svgFile(id, state) !== svgFile(id) ? `${id}.${state}` : id;

/** The states of a chart that look different from it, and so have files of their own. */
export const picturedStates = (id: string): string[] =>
  Object.keys(siteChart(id).chart.states).filter((state) => pictureName(id, state) !== id);

const svgs = new WeakMap<DrawnChart, string>();

/** The chart, or its state, as an SVG file that stands alone. */
export function svgFile(id: string, state?: string): string {
  const drawn = siteChart(id, state);
  const known = svgs.get(drawn) ?? drawFile(drawn);
  svgs.set(drawn, known);
  return known;
}

function drawFile({ id, chart, picture, sources, key }: DrawnChart): string {
  const { words, ledger } = siteContent();
  const publishers = [...new Set(sources.map((source) => entry(ledger, 'sources', source).publisher))];
  return standaloneSvg(
    picture,
    {
      title: chart.title,
      key: keyItems(key, words),
      asOf: `${asKnownText(chart.asOf, words)} (${words.moment.zone})`,
      sources: `${words.figure.sources}: ${publishers.join(', ')}`,
      notes: [...chart.notes, ...creditsOf(id)],
      credit: `${words.site.credit}, ${words.site.licence}. ${absolute(`/charts/${id}/`)}`,
      alt: chart.alt,
      language: 'en',
    },
    'light',
  );
}

/** Width and height of that file, px. */
export function fileSize(id: string, state?: string): { width: number; height: number } {
  const size = /^<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svgFile(id, state));
  if (!size) throw new Error(`The file of the chart "${id}" does not say its size in whole px`);
  return { width: Number(size[1]), height: Number(size[2]) };
}

/** The words for the kind of a chart. */
export function kindWords(id: string): Words['kinds'][string] {
  const { words, charts } = siteContent();
  const kind = words.kinds[charts[id]?.kind ?? ''];
  if (!kind) throw new Error(`content/words has no words for the kind of the chart "${id}"`);
  return kind;
}

interface StateOfChart {
  id: string;
  name: string;
  alt: string;
  asOf: Moment;
  /** What neither the whole chart nor an earlier state says in the same words. */
  rows: Row[];
}

/** The states of a chart, each with what it adds to the data. */
export function statesOf(id: string): StateOfChart[] {
  const states = Object.entries(siteChart(id).chart.states);
  const [, ...lists] = rowsOfStates([
    { name: '', drawn: siteChart(id) },
    ...states.map(([name]) => ({ name, drawn: siteChart(id, name) })),
  ]);
  return states.map(([state, fields], i) => {
    const { alt, asOf } = siteChart(id, state).chart;
    return { id: state, name: stateName(fields), alt, asOf, rows: lists[i]?.rows ?? [] };
  });
}

/**
 * The rows of the chart and of its states, or those of a moment, with the words that the page shows. Columns that no row
 * fills are left out.
 */
export function csvFile(id: string, at?: Moment): string {
  const { words, ledger } = siteContent();
  const { table, party, status } = words;
  const { first, happened } = kindWords(id);
  const added = at ? [] : statesOf(id);
  const rows = [...siteChart(id, undefined, at).rows, ...added.flatMap((state) => state.rows)];
  const stateOf = new Map(added.flatMap((state) => state.rows.map((row) => [row, state.name])));
  type Column = [head: string, cell: (row: Row) => string | number | undefined];
  // what spreadsheets and programs read as a time: the first and the last minute that the words can mean
  const limits = (name: string, times: (row: Row) => readonly Time[]): Column[] => {
    const zone = words.moment.zone;
    const sorted = (row: Row, end: 'from' | 'to') =>
      times(row)
        .map((time) => time[end].replace('T', ' '))
        .toSorted();
    return [
      [fill(table.from, { name, zone }), (row) => sorted(row, 'from')[0]],
      [fill(table.to, { name, zone }), (row) => sorted(row, 'to').at(-1)],
    ];
  };
  const columns: Column[] = [
    [first, (row) => row.name],
    [table.party, (row) => row.party && party[row.party as Party]],
    [table.where, (row) => row.where],
    [table.status, (row) => row.status && status[row.status as Status]],
    [table.what, (row) => row.sentence],
    // also of what was only planned, or named
    [happened ?? table.when, (row) => row.happened],
    ...limits(happened ?? table.when, (row) => row.times.happened),
    [table.known, (row) => row.known],
    ...limits(table.known, (row) => row.times.known),
    [table.later, (row) => row.later],
    [table.latitude, (row) => row.position?.[0]],
    [table.longitude, (row) => row.position?.[1]],
    [table.note, (row) => row.note],
    [words.builder.state, (row) => stateOf.get(row)],
    [table.sources, (row) => row.sources.map((key) => entry(ledger, 'sources', key).url).join(' ')],
  ];
  const used = columns.filter(([, cell]) => rows.some((row) => cell(row)));
  return csv([used.map(([head]) => head), ...rows.map((row) => used.map(([, cell]) => cell(row) ?? ''))]);
}

/** The chart as data, with its claims and sources in full. */
export function jsonFile(id: string): string {
  const { words, ledger } = siteContent();
  const { chart, rows, sentences } = siteChart(id);
  const all = [...rows, ...statesOf(id).flatMap((state) => state.rows)];
  const claims = [...new Set(all.flatMap((row) => row.claims))];
  const pick = <T>(noun: Record<string, T>, ids: string[]) =>
    Object.fromEntries(ids.map((key) => [key, noun[key]]));
  const span = ({ from, to }: Moment) => ({ from, to, zone: words.moment.zone });
  const states = statesOf(id).map((state) => ({
    ...state,
    asOf: { text: asOfText(state.asOf, words), ...span(state.asOf) },
  }));
  const data = {
    id,
    kind: chart.kind,
    title: chart.title,
    description: chart.description,
    alt: chart.alt,
    asOf: { text: asOf(id), ...span(chart.asOf) },
    page: absolute(`/charts/${id}/`),
    licence: { name: words.site.licence, url: words.site.licenceUrl, credit: words.site.credit },
    notes: chart.notes,
    credits: chart.credits,
    rows,
    states,
    sentences,
    claims: pick(ledger.claims, claims),
    sources: pick(ledger.sources, [
      ...new Set([...siteChart(id).sources, ...all.flatMap((row) => row.sources)]),
    ]),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** What a host has to know of the embed. */
export function codeOf(id: string, state?: string, plain = false): EmbedCode {
  const { words } = siteContent();
  const { chart, picture } = embedChart(id, state);
  return {
    embed: absolute(state === undefined ? `/embed/${id}/` : `/embed/${id}/${state}/`),
    page: absolute(`/charts/${id}/`),
    title: chart.title,
    site: words.site.name,
    law: heightLaw(embedTexts(id, state), picture, plain),
  };
}

export const snippet = (id: string, state?: string) => embedCode(codeOf(id, state));

/** The helper script for a host's page. */
export const helperScript = () => ({
  src: absolute('/embed.js'),
  integrity: integrityOf(classicScript('embed-host')),
});

/** The oEmbed answer for the embed. */
export function oembedFile(id: string, state?: string): string {
  // all moments together have no picture of their own
  const pictured = state === OVER_TIME ? undefined : state;
  const { width, height } = fileSize(id, pictured);
  const thumbnail = {
    url: absolute(`/charts/${pictureName(id, pictured)}.png`),
    width: width * PNG_SCALE,
    height: height * PNG_SCALE,
  };
  return `${JSON.stringify(oembed(codeOf(id, state), { width: 600, provider: absolute('/'), thumbnail }), null, 2)}\n`;
}
