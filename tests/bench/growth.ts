// `npm run bench:growth [how many …]`: builds copies of the project with more and more charts, and with many chapters,
// and prints what each costs the build. It fails nothing: the table belongs in src/decisions/.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The generated charts are copies of these in turn: one of each kind, the map twice. */
const MODELS = [
  'istanbul',
  'region',
  'ties',
  'russian-team',
  'positions',
  'questions',
  'ranks',
  'rounds',
  'ten-oclock',
  'voices',
];
/** With the story’s own as many as two digits can number. */
const CHAPTERS = 90;
/** Written by the build itself as it ends: kilobytes and microseconds. */
const REPORT = `process.on('exit', () => process.stderr.write('\\nUSED ' + JSON.stringify(process.resourceUsage())));`;

interface Build {
  seconds: number;
  /** Processor time of all threads. */
  work: number;
  megabytes: number;
}

const copy = mkdtempSync(join(tmpdir(), 'growth-'));
const left = ['node_modules', '.git', '.build', '.astro', 'dist'];
cpSync('.', copy, { recursive: true, filter: (path) => !left.includes(path) });
symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');

function build(): Build {
  rmSync(join(copy, 'dist'), { recursive: true, force: true });
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(REPORT)}`,
      'node_modules/astro/bin/astro.mjs',
      'build',
    ],
    {
      cwd: copy,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', SITE_OUT: 'dist', SITE_BASE: '/' },
    },
  );
  const used = /USED (.*)/.exec(stderr)?.[1];
  if (status !== 0 || !used) throw new Error(`The copy could not be built:\n${stdout}${stderr}`);
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(used) as NodeJS.ResourceUsage;
  return {
    seconds: (performance.now() - started) / 1000,
    work: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
  };
}

/** Charts of which copies differ in id and title only. */
function addCharts(from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const model = MODELS[i % MODELS.length] as string;
    const folder = join(copy, 'content/charts', `copy-${i + 1}`);
    cpSync(join('content/charts', model), folder, { recursive: true });
    const file = join(folder, 'chart.yaml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/^title: .*$/m, `title: Copy ${i + 1} of ${model}`),
    );
  }
}

function addChapters(count: number): void {
  const story = join(copy, 'content/story/en');
  const models = readdirSync('content/story/en').filter((name) => /^0[1-7]/.test(name));
  for (let i = 0; i < count; i++) {
    const text = readFileSync(join('content/story/en', models[i % models.length] as string), 'utf8')
      // a chart stands in the story once
      .replace(/^<Chart .*\/>$/gm, '')
      .replace(/^title: .*$/m, `title: Chapter ${i + 1}`);
    writeFileSync(join(story, `${i + 10}-copy-${i + 1}.mdx`), text);
  }
}

console.log(`what is built             seconds  processor s  peak MB   each: s  processor s    MB`);
const print = (what: string, { seconds, work, megabytes }: Build, before?: Build, more = 0): void => {
  const each = before
    ? ((seconds - before.seconds) / more).toFixed(2).padStart(11) +
      ((work - before.work) / more).toFixed(2).padStart(13) +
      ((megabytes - before.megabytes) / more).toFixed(1).padStart(6)
    : '';
  console.log(
    what.padEnd(26) +
      seconds.toFixed(1).padStart(7) +
      work.toFixed(1).padStart(13) +
      megabytes.toFixed(0).padStart(9) +
      each,
  );
};

const plain = build();
print('the site', plain);
addChapters(CHAPTERS);
print(`and ${CHAPTERS} chapters`, build(), plain, CHAPTERS);
rmSync(join(copy, 'content/story'), { recursive: true });
cpSync('content/story', join(copy, 'content/story'), { recursive: true });
const wanted = process.argv.slice(2).map(Number);
let [last, there] = [plain, 0];
for (const count of wanted.length > 0 ? wanted : [10, 100]) {
  addCharts(there, count);
  const built = build();
  print(`and ${count} charts`, built, last, count - there);
  [last, there] = [built, count];
}
rmSync(copy, { recursive: true });
