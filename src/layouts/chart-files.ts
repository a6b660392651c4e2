// Everything that leaves the site for one chart: its files, its embed code, its citation. Each is made once.
import { siteChart, siteContent } from '../authoring/site-content.ts';
import { entry } from '../ledger/ledger.ts';
import type { Status } from '../ledger/fields.ts';
import { csv } from '../render/csv.ts';
import { embedCode, oembed, type EmbedCode } from '../render/embed-code.ts';
import { enoughHeight } from '../render/embed-height.ts';
import { png } from '../render/png.ts';
import { standaloneSvg } from '../render/standalone.ts';
import { asOfText } from '../words/moment-text.ts';
import { fill } from '../words/words.ts';
import { embedTexts } from './embed-words.ts';
import { absolute } from './href.ts';

/** PNGs have two px for each px of the picture. */
const PNG_SCALE = 2;

/** `getStaticPaths` of every route that has one page or file for each chart. */
export const chartPaths = () => Object.keys(siteContent().charts).map((id) => ({ params: { id } }));

const asOf = (id: string) => {
  const { words, charts } = siteContent();
  const chart = charts[id];
  if (!chart) throw new Error(`There is no chart "${id}"`);
  return asOfText(chart.asOf, words);
};

/** The chart as an SVG file that stands alone. */
export function svgFile(id: string): string {
  const { words, ledger } = siteContent();
  const { chart, picture, sources } = siteChart(id);
  const publishers = [...new Set(sources.map((source) => entry(ledger, 'sources', source).publisher))];
  return standaloneSvg(
    picture,
    {
      title: chart.title,
      asOf: `${fill(words.figure.asKnown, { moment: asOf(id) })} (${words.moment.zone})`,
      sources: `${words.figure.sources}: ${publishers.join(', ')}`,
      notes: [...chart.notes, `${words.figure.credits}: ${chart.credits.join('. ')}`],
      credit: `${words.site.credit}, ${words.site.licence}. ${absolute(`/charts/${id}/`)}`,
      alt: chart.alt,
      language: 'en',
    },
    'light',
  );
}

const pngs = new Map<string, Uint8Array<ArrayBuffer>>();

/** The same as a PNG. */
export function pngFile(id: string): Uint8Array<ArrayBuffer> {
  const svg = svgFile(id);
  const known = pngs.get(svg);
  if (known) return known;
  const image = png(svg, PNG_SCALE);
  pngs.set(svg, image);
  return image;
}

/** Width and height of a PNG, px. They stand at fixed places in its first chunk. */
export function pngSize(image: Uint8Array): { width: number; height: number } {
  const view = new DataView(image.buffer, image.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The rows of the chart, with the words that the page shows. */
export function csvFile(id: string): string {
  const { words, ledger } = siteContent();
  const { table, party } = words;
  const head = [
    table.place,
    table.party,
    table.status,
    table.what,
    table.happened,
    table.known,
    table.latitude,
    table.longitude,
    table.sources,
  ];
  const rows = siteChart(id).rows.map((row) => [
    row.name,
    row.party ? party[row.party as keyof typeof party] : '',
    words.status[row.status as Status],
    row.sentence,
    row.happened,
    row.known,
    row.position?.[0] ?? '',
    row.position?.[1] ?? '',
    row.sources.map((source) => entry(ledger, 'sources', source).url).join(' '),
  ]);
  return csv([head, ...rows]);
}

/** The chart as data, with its claims and sources in full. */
export function jsonFile(id: string): string {
  const { words, ledger } = siteContent();
  const { chart, rows, sentences, sources } = siteChart(id);
  const claims = [...new Set(rows.flatMap((row) => row.claims))];
  const pick = <T>(noun: Record<string, T>, ids: string[]) =>
    Object.fromEntries(ids.map((key) => [key, noun[key]]));
  const data = {
    id,
    kind: chart.kind,
    title: chart.title,
    description: chart.description,
    alt: chart.alt,
    asOf: { text: asOf(id), from: chart.asOf.from, to: chart.asOf.to, zone: words.moment.zone },
    page: absolute(`/charts/${id}/`),
    licence: { name: words.site.licence, url: words.site.licenceUrl, credit: words.site.credit },
    notes: chart.notes,
    credits: chart.credits,
    rows,
    sentences,
    claims: pick(ledger.claims, claims),
    sources: pick(ledger.sources, sources),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** What a host has to know of the embed. */
export function codeOf(id: string): EmbedCode {
  const { words } = siteContent();
  const { chart, picture } = siteChart(id);
  return {
    embed: absolute(`/embed/${id}/`),
    page: absolute(`/charts/${id}/`),
    title: chart.title,
    site: words.site.name,
    height: enoughHeight(embedTexts(id), picture),
  };
}

export const snippet = (id: string) => embedCode(codeOf(id));

/** The oEmbed answer for the embed. */
export function oembedFile(id: string): string {
  const thumbnail = { url: absolute(`/charts/${id}.png`), ...pngSize(pngFile(id)) };
  return `${JSON.stringify(oembed(codeOf(id), { width: 600, provider: absolute('/'), thumbnail }), null, 2)}\n`;
}

/** One line for a bibliography. */
export function citation(id: string): string {
  const { words, charts } = siteContent();
  const title = charts[id]?.title ?? '';
  return fill(words.chart.citation, {
    title,
    site: words.site.name,
    moment: asOf(id),
    url: absolute(`/charts/${id}/`),
  });
}
