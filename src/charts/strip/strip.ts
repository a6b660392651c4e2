import { PARTIES } from '../../ledger/fields.ts';
import { entry } from '../../ledger/ledger.ts';
import { timesOf } from '../../words/moment-text.ts';
import { fill } from '../../words/words.ts';
import type { ChartData, Fault, Kind } from '../kind.ts';
import { noRoom } from '../room.ts';
import { entriesOf } from './entries.ts';
import { scene } from './scene.ts';
import { stripChart, type StripChart } from './schema.ts';

type Data = ChartData<StripChart>;

const shown = (data: Data) => entriesOf(data).filter(({ hidden }) => !hidden);

const table: Kind<StripChart>['table'] = (data) =>
  shown(data).map(({ id, title, party, status, later, sentence, time, known, claims, sources }) => ({
    id,
    name: title,
    ...(party ? { party } : {}),
    // as the picture has it; at a moment when it was known, it had happened
    status: later && status === 'happened' && !data.at ? 'later' : status,
    sentence,
    ...timesOf([time], [known], data.words),
    claims,
    sources,
  }));

/** Entries that stand twice, or lie outside the hours, and names that find no room. */
function faults(data: Data): Fault[] {
  const { chart, ledger } = data;
  const found: Fault[] = chart.events.flatMap((id, i): Fault[] => {
    const path = ['events', i];
    if (chart.events.indexOf(id) < i)
      return [{ code: 'shown-twice', in: 'chart', path, message: `"${id}" stands here a second time` }];
    const { happened } = entry(ledger, 'events', id);
    return happened.from < chart.spans.from || happened.to > chart.spans.to
      ? [
          {
            code: 'out-of-range',
            in: 'chart',
            path,
            message: `"${id}" happened ${happened.text}, outside ${chart.spans.text}`,
          },
        ]
      : [];
  });
  if (found.length > 0) return found;
  return noRoom((frame) => scene(data, frame));
}

/** Hours lying down: the day on one rail, who spoke when, or how long something took to become known. */
export const strip: Kind<StripChart> = {
  schema: stripChart as unknown as Kind<StripChart>['schema'],
  ground: () => [],
  scene,
  table,
  sentences: (data) =>
    table(data).map(({ happened, known, sentence }) =>
      fill(data.words.timeline.sentence, { happened, known, sentence }),
    ),
  takes: ({ lines }) => (lines === 'speaker' ? ['claims', 'actors'] : []),
  faults,
  key: (data) => ({
    parties: PARTIES.filter((party) => shown(data).some((each) => each.party === party)),
    statuses: data.chart.lines !== 'entry' && shown(data).some(({ later }) => later) ? ['later'] : [],
    ...(shown(data).some(({ id }) => id === data.chart.ring) ? { named: true } : {}),
  }),
};
