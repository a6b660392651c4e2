import { TYPES } from '../../scene/roles.ts';
import { FRAME_WIDTH, round, type FrameName, type Group, type Mark } from '../../scene/scene.ts';
import { PARTY_SHAPES, shapePath } from '../../scene/shapes.ts';
import { textWidth, wrapText } from '../../scene/text-width.ts';
import type { ChartData } from '../kind.ts';
import { HOST, SIDES } from './cells.ts';
import { tieMarks } from './marks.ts';
import type { Link, Network, Node } from './read.ts';
import type { NetworkChart } from './schema.ts';

// The same ties on a phone: one row for each, in the order of the list, with an arrow between the lanes of its ends.

type Data = ChartData<NetworkChart>;

const EDGE = { narrow: 28, wide: 80 };
const ROW = { text: 17, arrow: 26, gap: 6 };
const HEADING = 34;
/** Half of a shape on a lane, and the room around it. */
const SHAPE = 6;
const CLEAR = 10;

interface Lane {
  /** Its name, and a second line. */
  lines: string[];
  x: number;
  party?: Node['party'];
  /** Whether an actor stands on it. */
  has: (node: Node) => boolean;
}

export function ladder(
  data: Data,
  network: Network,
  shown: Network,
  frame: FrameName,
): { height: number; groups: Group[] } {
  const lanes = lanesOf(data, network, frame);
  const byId = new Map(network.nodes.map((node) => [node.id, node]));
  const [start, end] = [EDGE[frame], FRAME_WIDTH[frame] - EDGE[frame]];
  const groups: Group[] = [laneHeads(lanes, frame)];
  let y = laneHeadHeight(lanes);
  const spans: [number, number][] = [];
  for (const { title, links } of groupsOf(data, network)) {
    const rows = links.filter(({ id }) => shown.links.some((link) => link.id === id));
    // what is not yet known keeps its room, so that nothing moves when it comes
    if (title) {
      groups.push({
        marks: [
          { mark: 'text', role: 'region-name', text: title, x: start, y: round(y + 22), align: 'start' },
        ],
      });
      y += HEADING;
    }
    const top = y;
    for (const link of links) {
      const row = tieRow(link, byId, lanes, { start, end, y });
      if (rows.includes(link)) groups.push({ entry: link.id, status: link.look.line, marks: row.marks });
      y = row.bottom;
    }
    spans.push([top, y]);
  }
  const rules: Mark = {
    mark: 'shape',
    role: 'lane',
    d: spans.flatMap(([from, to]) => lanes.map(({ x }) => `M${x} ${round(from)}V${round(to - 4)}`)).join(''),
  };
  return { height: Math.ceil(y + 6), groups: [{ marks: [rules] }, ...groups] };
}

/** A lane for each party, or for each rank where all are of one party. */
function lanesOf({ chart, words }: Data, { nodes }: Network, frame: FrameName): Lane[] {
  const width = FRAME_WIDTH[frame];
  const outer = frame === 'narrow' ? 46 : 120;
  const spread = (count: number, i: number) =>
    round(count < 2 ? width / 2 : outer + ((width - 2 * outer) / (count - 1)) * i);
  const lines = (text: string) =>
    wrapText(text, 'strong', TYPES['lane-name'].size, frame === 'narrow' ? 66 : 120);
  if (chart.layout === 'ranks')
    return chart.ranks.map(({ name }, i) => ({
      lines: lines(name),
      x: spread(chart.ranks.length, i),
      has: ({ rank }) => rank === i,
    }));
  const order = [['europe', 'other'], ['usa'], [SIDES[0]], [HOST], [SIDES[1]]] as Node['party'][][];
  const present = order
    .map((parties) => parties.filter((party) => nodes.some((node) => node.party === party)))
    .filter((parties) => parties.length > 0);
  return present.map((parties, i) => ({
    lines: lines(parties.map((party) => words.network.lanes[party]).join(', ')),
    x: spread(present.length, i),
    party: parties[0] as Node['party'],
    has: ({ party }) => parties.includes(party),
  }));
}

const laneHeadHeight = (lanes: Lane[]) => 30 + Math.max(...lanes.map(({ lines }) => lines.length)) * 16;

function laneHeads(lanes: Lane[], frame: FrameName): Group {
  // the sides of the narrow frame are cut on the smallest phones
  const inset = frame === 'narrow' ? 30 : 12;
  const within = ({ lines, x }: Lane) => {
    const { face, size } = TYPES['lane-name'];
    const half = Math.max(...lines.map((line) => textWidth(line, face, size))) / 2;
    return round(Math.min(Math.max(x, inset + half), FRAME_WIDTH[frame] - inset - half));
  };
  return {
    marks: lanes.flatMap(({ lines, x, party, ...lane }): Mark[] => [
      ...(party
        ? [
            {
              mark: 'shape',
              role: 'node-shape',
              hue: party,
              d: shapePath(PARTY_SHAPES[party], x, 14, SHAPE),
            } as Mark,
          ]
        : []),
      ...lines.map((text, i): Mark => ({
        mark: 'text',
        role: 'lane-name',
        text,
        x: within({ ...lane, lines, x }),
        y: 36 + i * 16,
        align: 'middle',
      })),
    ]),
  };
}

/** The ties in groups: between the sides, the host, from outside, inside each party. */
export function groupsOf(
  { chart, words }: Data,
  { nodes, links }: Network,
): { title: string; links: Link[] }[] {
  if (chart.layout === 'ranks') return [{ title: '', links }];
  const party = (id: string) => nodes.find((node) => node.id === id)?.party;
  const group = ({ from, to }: Link) => {
    const [a, b] = [party(from), party(to)];
    if (a === b) return 'inside';
    if ([a, b].every((each) => (SIDES as readonly unknown[]).includes(each))) return 'between';
    return [a, b].every((each) => each === HOST || (SIDES as readonly unknown[]).includes(each))
      ? 'host'
      : 'outside';
  };
  return (['between', 'host', 'outside', 'inside'] as const)
    .map((name) => ({
      title: words.network.groups[name],
      links: links.filter((link) => group(link) === name),
    }))
    .filter(({ links: own }) => own.length > 0);
}

/** One tie: its sentence, its date at the end of the line, and the arrow under it. */
function tieRow(
  link: Link,
  byId: Map<string, Node>,
  lanes: Lane[],
  { start, end, y }: { start: number; end: number; y: number },
): { marks: Mark[]; bottom: number } {
  const [from, to] = [byId.get(link.from), byId.get(link.to)] as [Node, Node];
  const later = link.look.line === 'later';
  const dateWidth = link.date ? textWidth(link.date, TYPES['row-date'].face, TYPES['row-date'].size) + 10 : 0;
  const { lines, bold } = rowText(
    link.says.replace('{office}', () => from.office),
    from.name,
    to.name,
    end - start - dateWidth,
  );
  const marks: Mark[] = lines.map((text, i) => ({
    mark: 'text',
    role: later ? 'row-later' : 'row',
    text,
    ...(bold[i]?.length ? { bold: bold[i] } : {}),
    x: start,
    y: round(y + 13 + i * ROW.text),
    align: 'start',
  }));
  if (link.date)
    marks.push({ mark: 'text', role: 'row-date', text: link.date, x: end, y: round(y + 13), align: 'end' });
  const level = y + lines.length * ROW.text + 9;
  const lane = (node: Node) => lanes.find(({ has }) => has(node)) as Lane;
  const [a, b] = [lane(from).x, lane(to).x];
  // within a lane the arrow goes to its side, where there is room
  const side = a + 52 > end ? -52 : 52;
  const ends: [number, number] = a === b ? (side > 0 ? [a, a + side] : [a + side, a]) : [a, b];
  const way = Math.sign(ends[1] - ends[0]);
  const points = [
    { x: round(ends[0] + way * CLEAR), y: round(level) },
    { x: round(ends[1] - way * CLEAR), y: round(level) },
  ];
  marks.push(...tieMarks(points, link.look, { under: [] }));
  for (const [node, x] of [
    [from, ends[0]],
    [to, ends[1]],
  ] as const)
    marks.push({
      mark: 'shape',
      role: 'node-shape',
      hue: node.party,
      d: shapePath(PARTY_SHAPES[node.party], x, round(level), SHAPE),
    });
  return { marks, bottom: y + lines.length * ROW.text + ROW.arrow + ROW.gap - 3 };
}

/** The sentence in lines, with the places of the two names in each. */
function rowText(
  says: string,
  from: string,
  to: string,
  width: number,
): { lines: string[]; bold: [number, number][][] } {
  const text = says.replace('{from}', () => from).replace('{to}', () => to);
  // names are set bold, which is a little wider
  const lines = wrapText(text, TYPES.row.face, TYPES.row.size, width / 1.04);
  const bold = lines.map((line) =>
    [from, to].flatMap((name): [number, number][] => {
      const at = line.indexOf(name);
      return at < 0 ? [] : [[at, at + name.length]];
    }),
  );
  return { lines, bold };
}
