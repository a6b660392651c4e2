// `npm run new -- claim tass-arrival`, `npm run new -- chart the-evening timeline`: writes a draft that passes the check,
// and says where it is to be filled in.
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Content } from '../authoring/content-model.ts';
import { KINDS } from '../charts/kinds.ts';
import { readContent } from '../authoring/content.ts';
import { PLACEHOLDERS } from '../authoring/placeholders.ts';
import { didYouMean, formatProblems } from '../authoring/problem.ts';
import { ID } from '../ledger/fields.ts';
import { parseDocument } from 'yaml';
import { stop } from './run.mjs';

const STORY = 'content/story/en';

/** What can be made, with the text of its draft. `name` is the id in words. */
const MAKERS: Record<
  string,
  (
    id: string,
    name: string,
    content: Content,
    chartKind?: string,
  ) => { file: string; text: string; append: boolean }
> = {
  source: (id, name) => ({
    file: 'content/ledger/sources.yaml',
    append: true,
    text: `\n${id}:\n  draft: true\n  publisher: ${name}\n  title: ${PLACEHOLDERS.sourceTitle}\n  url: ${PLACEHOLDERS.sourceUrl}\n  date: 2025-05-15\n  language: en\n`,
  }),
  person: (id, name) => ({
    file: 'content/ledger/actors.yaml',
    append: true,
    text: `\n${id}:\n  draft: true\n  name: ${name}\n  kind: person\n  party: other\n  office: ${PLACEHOLDERS.office}\n`,
  }),
  claim: (id, name, { ledger }) => ({
    file: 'content/ledger/claims.yaml',
    append: true,
    text: `\n${id}:\n  draft: true\n  says: ${name}, ${PLACEHOLDERS.claim}\n  speaker: reporters\n  sources: [${Object.keys(ledger.sources)[0]}]\n  said: 2025-05-15\n  known: 2025-05-15\n  status: unconfirmed\n`,
  }),
  chapter: (id, name) => {
    const files = readdirSync(STORY);
    const numbers = files.map((file) => Number.parseInt(file, 10) || 0);
    const next = String(Math.max(0, ...numbers) + 1).padStart(2, '0');
    const named = files.find((file) => file.replace(/^\d\d-/, '') === `${id}.mdx`);
    return {
      file: `${STORY}/${named ?? `${next}-${id}.mdx`}`,
      append: false,
      text: `---\ndraft: true\ntitle: ${name}\nsummary: ${PLACEHOLDERS.chapterSummary}\nasOf: 2025-05-15 midday\n---\n\n${PLACEHOLDERS.chapterText}\n`,
    };
  },
  // what a chart of the kind needs is best seen on one that works: the draft is a copy, with its own words to be written
  chart: (id, name, { charts }, chartKind = 'map') => {
    const [like] = Object.entries(charts).find(([, chart]) => chart.kind === chartKind) ?? [];
    if (!like)
      stop(
        `There is no chart of the kind "${chartKind}" yet to begin from; src/charts/${chartKind}/schema.ts has its fields.`,
      );
    const text = readFileSync(`content/charts/${like}/chart.yaml`, 'utf8').replace(/^(#.*\n)+/, '');
    const document = parseDocument(text);
    const words = {
      kicker: name,
      title: PLACEHOLDERS.chartTitle,
      description: PLACEHOLDERS.chartDescription,
      alt: PLACEHOLDERS.chartAlt,
    };
    for (const [field, value] of Object.entries(words)) document.set(field, value);
    document.delete('states');
    return {
      file: `content/charts/${id}/chart.yaml`,
      append: false,
      text: `# yaml-language-server: $schema=../../../.build/schemas/${chartKind}.json\ndraft: true\n${document.toString({ lineWidth: 120, flowCollectionPadding: false })}`,
    };
  },
};

const [kind = '', id = '', chartKind] = process.argv.slice(2);
const maker = MAKERS[kind];
const example = kind === 'chart' ? 'chart evening timeline' : `${maker ? kind : 'claim'} tass-arrival`;
if (!maker)
  stop(
    `Write: npm run new -- ${Object.keys(MAKERS).join(' | ')} <id>, such as npm run new -- ${example}; after the id of a chart its kind: ${Object.keys(KINDS).join(', ')}.${meant(kind, Object.keys(MAKERS))}`,
  );
if (!id) stop(`The id is missing: write npm run new -- ${example}, with an id of your own.`);
if (!ID.test(id))
  stop(`"${id}" is not an id: small letters, digits and single hyphens, such as tass-arrival.`);
if (kind === 'chart' && chartKind && !KINDS[chartKind])
  stop(
    `There is no kind of chart "${chartKind}": ${Object.keys(KINDS).join(', ')}.${meant(chartKind, Object.keys(KINDS))}`,
  );
// what is there already can be drawn, or the next check will say so
const { content, problems } = readContent(process.cwd(), undefined, undefined, () => false);
if (!content) stop(`Mend this first:\n\n${formatProblems(problems)}`);

const name = id.replace(/-/g, ' ').replace(/^./, (letter) => letter.toUpperCase());
const { file, text, append } = (maker as NonNullable<typeof maker>)(id, name, content as Content, chartKind);
const taken = append ? new RegExp(`^${id}:`, 'm').test(readFileSync(file, 'utf8')) : existsSync(file);
if (taken) stop(`"${id}" is already in ${file}.`);
const line = append ? readFileSync(file, 'utf8').split('\n').length + 1 : 1;
mkdirSync(file.replace(/\/[^/]+$/, ''), { recursive: true });
if (append) appendFileSync(file, text);
else writeFileSync(file, text);
const after = readContent(process.cwd(), undefined, undefined, (chart) => kind === 'chart' && chart === id);
if (!after.content) stop(`The draft does not pass the check:\n\n${formatProblems(after.problems)}`);
console.log(
  `${file}:${line}  a draft; fill it in and look at it with npm run dev; take "draft: true" away to publish it.`,
);

/** The word that was meant, as a question, where one is near. A slip seldom hits the first letter, and “bar” is no “map”. */
function meant(written: string, words: string[]): string {
  const near = didYouMean(written, words);
  return near && near[0] === written[0] ? ` Did you mean "${near}"?` : '';
}
