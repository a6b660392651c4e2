import type { Party } from '../../ledger/fields.ts';
import { entry, sourcesOf } from '../../ledger/ledger.ts';
import { isKnownAt, type Moment } from '../../ledger/moment.ts';
import type { ChartData } from '../kind.ts';
import type { StripChart } from './schema.ts';

type Data = ChartData<StripChart>;

/** Something with a time: an event, or a statement. */
export interface Entry {
  id: string;
  title: string;
  sentence: string;
  party?: Party;
  status: string;
  time: Moment;
  known: Moment;
  claims: string[];
  sources: string[];
  /** Who made a statement, and where in the order of the lines. */
  speaker?: string;
  /** It became known after the story stops. */
  later: boolean;
  hidden: boolean;
}

/** Events as the chart lists them; or every statement within its span, by party, then speaker, then time. */
export function entriesOf({ chart, ledger, at }: Data): Entry[] {
  const shown = (known: Moment) => ({
    later: !isKnownAt(known, chart.stops),
    hidden: at !== undefined && !isKnownAt(known, at),
  });
  if (chart.lines !== 'speaker')
    return chart.events.map((id) => {
      const { title, label, sentence, party, status, happened, known, claims, sources } = entry(
        ledger,
        'events',
        id,
      );
      return {
        id,
        title: (title ?? label).replace(/^./, (letter) => letter.toUpperCase()),
        sentence,
        ...(party ? { party } : {}),
        status,
        time: happened,
        known,
        claims,
        sources: [...new Set([...sourcesOf(ledger, claims), ...sources])],
        ...shown(known),
      };
    });
  return Object.entries(ledger.claims)
    .filter(([, { said, speaker }]) => speaker !== 'reporters' && within(said, chart.spans))
    .map(([id, { says, speaker, said, known, status, sources }]) => {
      const { name, short, party } = entry(ledger, 'actors', speaker);
      const common = { id, title: short ?? name, sentence: says, party, speaker, status, sources };
      return { ...common, time: said, known, claims: [id], ...shown(known) };
    })
    .sort((a, b) => order(a).localeCompare(order(b), 'en'));
}

const order = ({ time, id }: Entry) => `${time.from} ${time.to} ${id}`;
const within = (time: Moment, spans: Moment) => time.from >= spans.from && time.to <= spans.to;
