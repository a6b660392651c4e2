// `npm run check`: reads all of content/ and prints every problem at once.
import { readContent } from '../authoring/content.ts';
import { formatProblems } from '../authoring/problem.ts';
import { NOUNS } from '../ledger/fields.ts';
import { writeSchemas } from '../authoring/json-schemas.ts';

const started = performance.now();
const { content, problems } = readContent(process.cwd());
const seconds = ((performance.now() - started) / 1000).toFixed(2);
if (problems.length > 0) console.error(`${formatProblems(problems)}\n`);
if (!content) process.exit(1);
writeSchemas(content);
const count = (noun: (typeof NOUNS)[number]) => {
  const entries = Object.keys(content.ledger[noun]).length;
  return `${entries} ${entries === 1 ? noun.replace(/s$/, '') : noun}`;
};
const charts = Object.keys(content.charts).length;
console.log(
  `content/ is in order (${seconds} s): ${NOUNS.map(count).join(', ')}; ${content.chapters.length} chapters, ${charts} charts.`,
);
