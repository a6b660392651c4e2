// `npm run check`: reads all of content/ and prints every problem at once.
import { readContent } from '../authoring/content.ts';
import { formatProblems } from '../authoring/problem.ts';

const { content, problems } = readContent(process.cwd());
if (problems.length > 0) {
  console.error(formatProblems(problems));
  process.exit(1);
}
const claims = Object.keys(content?.ledger.claims ?? {}).length;
console.log(
  `content/ is in order: ${claims} claims, ${content?.chapters.length ?? 0} chapters, ${Object.keys(content?.charts ?? {}).length} charts.`,
);
