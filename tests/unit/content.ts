import { chartData, type Content } from '../../src/authoring/content-model.ts';
import { diskFiles } from '../../src/authoring/content-files.ts';
import { readContent, type Memory } from '../../src/authoring/content.ts';
import type { ChartData } from '../../src/charts/kind.ts';
import type { MapChart } from '../../src/charts/map/schema.ts';

/** What reading it remembers, drawings above all. */
export const memory: Memory = new Map();

const { content: found } = readContent(process.cwd(), diskFiles(process.cwd()), memory);
if (!found) throw new Error('content/ has problems: npm run check lists them');

/** The real content, read once for all unit tests of a file. */
export const content: Content = found;

export const mapData = (id: string): ChartData<MapChart> =>
  chartData(content, id) as unknown as ChartData<MapChart>;
