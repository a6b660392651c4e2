// Every file of a chart that a newsroom takes away, in one list: pages link to it, download-route.ts serves it, one zip holds it.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { siteChart, siteContent } from '../authoring/site-content.ts';
import { geojson } from '../render/geojson.ts';
import { outlined } from '../render/outlined.ts';
import { pdf, type Paper } from '../render/pdf.ts';
import { png } from '../render/png.ts';
import { zip } from '../render/zip.ts';
import { fill } from '../words/words.ts';
import {
  asOfDay,
  creditsOf,
  csvFile,
  fileSize,
  jsonFile,
  kindWords,
  picturedStates,
  PNG_SCALE,
  statesOf,
  svgFile,
} from './chart-files.ts';
import { citations } from './citations.ts';
import { chartWords, stateWords } from './chart-words.ts';
import { absolute } from './href.ts';

type Body = Uint8Array<ArrayBuffer>;
type Made = string | Body;

export interface Download {
  /** The last part of its address, `/charts/<file>`: `istanbul-3x.png`. */
  file: string;
  /** The name it is saved under, with the day it is as of: `istanbul-2025-05-15-3x.png`. */
  saveAs: string;
  /** What the page calls it. */
  name: string;
  group: 'picture' | 'state' | 'data' | 'all';
  /** The state of the chart that it shows. */
  state?: string;
  type: string;
  body: () => Promise<Body>;
}

const TYPES: Record<string, string> = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  zip: 'application/zip',
};

// Each is kept, since its address, the zip and the page ask for it: on disk, as those of a thousand charts would fill the
// memory. Where they lie, by the name of the download.
const made = new WeakMap<object, Map<string, Promise<string>>>();
const store = mkdtempSync(join(tmpdir(), 'downloads-'));
process.on('exit', () => rmSync(store, { recursive: true, force: true }));
let stored = 0;

async function keep(body: Made): Promise<string> {
  const path = join(store, String(stored++));
  await writeFile(path, body);
  return path;
}

/** All downloads of a chart, in the order of its page. Each is made once, however often it is asked for. */
export function downloadsOf(id: string): Download[] {
  const content = siteContent();
  const { words } = content;
  const { download } = words;
  const day = asOfDay(id);
  const known = made.get(content) ?? new Map<string, Promise<string>>();
  made.set(content, known);
  const file = (
    suffix: string,
    name: string,
    group: Download['group'],
    make: () => Made | Promise<Made>,
  ): Download => ({
    file: `${id}${suffix}`,
    saveAs: `${id}-${day}${suffix}`,
    name,
    group,
    type: TYPES[suffix.split('.').at(-1) as string] as string,
    body: async () => {
      const path = known.get(`${id}${suffix}`) ?? Promise.resolve(make()).then(keep);
      known.set(`${id}${suffix}`, path);
      return readFile(await path);
    },
  });
  const ofState = (state: string, extension: 'png' | 'svg', make: () => Made | Promise<Made>): Download => ({
    ...file(`.${state}.${extension}`, extension.toUpperCase(), 'state', make),
    saveAs: `${id}-${state}-${asOfDay(id, state)}.${extension}`,
    state,
  });
  // its name tells its width, for which the file has to be drawn: only a page that prints the name asks for it
  const scaled = (scale: number, suffix: string): Download => ({
    ...file(suffix, '', 'picture', () => png(svgFile(id), scale)),
    get name() {
      return fill(download.png, { scale, width: fileSize(id).width * scale });
    },
  });
  const paper = (suffix: string, size: Paper, name: string) =>
    file(suffix, name, 'picture', () => pdfFile(id, size));
  const files = [
    scaled(1, '-1x.png'),
    scaled(PNG_SCALE, '.png'),
    scaled(3, '-3x.png'),
    file('.svg', download.svg, 'picture', () => svgFile(id)),
    file('-outlined.svg', download.outlined, 'picture', () => outlined(svgFile(id))),
    paper('.pdf', 'a4', download.a4),
    paper('-letter.pdf', 'letter', download.letter),
    ...picturedStates(id).flatMap((state) => [
      ofState(state, 'png', () => png(svgFile(id, state), PNG_SCALE)),
      ofState(state, 'svg', () => svgFile(id, state)),
    ]),
    file('.csv', kindWords(id).csv, 'data', () => csvFile(id)),
    file('.json', download.json, 'data', () => jsonFile(id)),
    ...(siteChart(id).rows.some(({ position }) => position)
      ? [file('.geojson', download.geojson, 'data', () => geojsonFile(id))]
      : []),
  ];
  return [...files, file('.zip', download.zip, 'all', () => zipFile(id, files))];
}

const pdfFile = (id: string, paper: Paper) => {
  const { words } = siteContent();
  const { title, alt } = siteChart(id).chart;
  return pdf(
    svgFile(id),
    { title, alt, author: words.site.credit, language: 'en', date: asOfDay(id) },
    paper,
  );
};

function geojsonFile(id: string): string {
  const { words } = siteContent();
  const { chart, rows } = siteChart(id);
  return geojson([...rows, ...statesOf(id).flatMap((state) => state.rows)], {
    title: chart.title,
    credit: words.site.credit,
    licence: words.site.licenceUrl,
    page: absolute(`/charts/${id}/`),
    // those whose map or places these are want to be named, too
    credits: chart.credits ?? [],
  });
}

/** Everything in one file, with the words and citations as text. */
async function zipFile(id: string, files: Download[]): Promise<Uint8Array<ArrayBuffer>> {
  const folder = `${id}-${asOfDay(id)}`;
  const bodies = await Promise.all(
    files.map(async ({ saveAs, body }) => [`${folder}/${saveAs}`, await body()] as const),
  );
  const { words } = siteContent();
  const licence = `${words.site.licence}: ${words.site.licenceUrl}`;
  const texts = [
    ...[...chartWords(id), ...stateWords(id), ...citations(id)].map(
      ({ name, text }) => `${name}\n\n${text}\n`,
    ),
    `${[licence, ...creditsOf(id)].join('\n')}\n`,
  ];
  return zip(
    { ...Object.fromEntries(bodies), [`${folder}/${folder}-words.txt`]: texts.join('\n\n') },
    asOfDay(id),
  );
}
