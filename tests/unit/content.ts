import { chartData, type Content } from '../../src/authoring/content-model.ts';
import { readContent } from '../../src/authoring/content.ts';
import type { ChartData } from '../../src/charts/kind.ts';
import type { MapChart } from '../../src/charts/map/schema.ts';

const { content: found } = readContent(process.cwd(), undefined, undefined, () => false);
if (!found) throw new Error('content/ has problems: npm run check lists them');

/** The real content, read once for all tests of a file. */
export const content: Content = found;

export const mapData = (id: string): ChartData<MapChart> =>
  chartData(content, id) as unknown as ChartData<MapChart>;
