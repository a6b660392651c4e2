import { join } from 'node:path';
import * as fontkit from 'fontkit';
import PDFDocument from 'pdfkit';
import { colour } from '../scene/palette.ts';

// Prints a stand-alone SVG of ours on one page, as vectors and real text: the same marks at the same places. It reads
// just what standalone.ts writes – g, path, rect, text – and refuses anything else rather than leave it out.

const PAPERS = { a4: [595.28, 841.89], letter: [612, 792] } as const;
export type Paper = keyof typeof PAPERS;

/** Margin of the page, pt. */
const MARGIN = 36;

const FONTS: Record<string, string> = {
  "'Ten Sans', Arial, sans-serif": 'label',
  "'Ten Sans', Arial, sans-serif 600": 'strong',
  "'Ten Serif', Georgia, serif": 'italic',
  "'Ten Serif Display', Georgia, serif 600": 'display',
};

export interface PdfWords {
  title: string;
  alt: string;
  author: string;
  language: string;
  /** `2025-05-15`: the date of the file, so that the same content gives the same bytes. */
  date: string;
}

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/**
 * A stand-alone SVG as a tagged PDF page: heading, figure with its alternative text, paragraphs.
 *
 * @throws Error for an element that the SVG files of the site do not have
 */
export async function pdf(svg: string, words: PdfWords, paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const root = parse(svg);
  const [width, height] = PAPERS[paper];
  const size = { width: Number(root.attributes.width), height: Number(root.attributes.height) };
  const scale = Math.min((width - 2 * MARGIN) / size.width, (height - 2 * MARGIN) / size.height);
  const doc = new PDFDocument({
    size: [width, height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: words.language,
    displayTitle: true,
    info: {
      Title: words.title,
      Author: words.author,
      Subject: words.alt,
      CreationDate: new Date(`${words.date}T00:00:00Z`),
    },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((done) => doc.on('end', done));
  for (const name of Object.values(FONTS)) doc.registerFont(name, fontFile(name));

  doc.translate((width - size.width * scale) / 2, MARGIN).scale(scale);
  const whole = doc.struct('Document');
  doc.addStructure(whole);
  const clip = (root.children.find(({ name }) => name === 'defs')?.children ?? []).flatMap(
    ({ name, children }) => (name === 'clipPath' ? children : []),
  );
  // texts before the picture are the title, those after it its notes
  const body = root.children.filter(({ name }) => name === 'g' || name === 'text');
  const picture = body.findIndex(({ name }) => name === 'g');
  const part = (tag: string, elements: Element[], options: { alt?: string } = {}) => {
    if (elements.length === 0) return;
    whole.add(doc.struct(tag, options, () => elements.forEach((element) => draw(doc, element, clip))));
  };
  part('H1', body.slice(0, picture));
  part('Figure', body.slice(picture, picture + 1), { alt: words.alt });
  part('P', body.slice(picture + 1));
  whole.end();
  doc.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

type Doc = PDFKit.PDFDocument;

function draw(doc: Doc, { name, attributes, children, text }: Element, clip: Element[]): void {
  doc.save();
  if (attributes.opacity) doc.opacity(Number(attributes.opacity));
  transform(doc, attributes.transform);
  if (name === 'g') {
    if (attributes['clip-path']) {
      // the one clip of a file is the rectangle of the picture
      const { x, y, width, height } = (clip[0] as Element).attributes;
      doc.rect(Number(x), Number(y), Number(width), Number(height)).clip();
    }
    for (const child of children) draw(doc, child, clip);
  } else if (name === 'path') drawPath(doc, attributes);
  else if (name === 'text') drawText(doc, attributes, text);
  else throw new Error(`A PDF cannot show <${name}>`);
  doc.restore();
}

/** `translate(12 30) scale(2)`, `rotate(45 100 80)` */
function transform(doc: Doc, text = ''): void {
  for (const [, name, values = ''] of text.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b, c] = values.split(/[ ,]+/).map(Number);
    if (name === 'translate') doc.translate(a, b ?? 0);
    else if (name === 'scale') doc.scale(a, b ?? a);
    else if (name === 'rotate') doc.rotate(a, { origin: [b ?? 0, c ?? 0] });
    else throw new Error(`A PDF cannot transform by ${name}`);
  }
}

function drawPath(doc: Doc, attributes: Record<string, string>): void {
  const { d = '', fill = 'none', stroke } = attributes;
  const number = (name: string) => (attributes[name] === undefined ? undefined : Number(attributes[name]));
  if (stroke) {
    doc.lineWidth(number('stroke-width') ?? 1);
    doc.lineCap((attributes['stroke-linecap'] ?? 'butt') as 'butt' | 'round' | 'square');
    doc.lineJoin((attributes['stroke-linejoin'] ?? 'miter') as 'miter' | 'round');
    const dash = attributes['stroke-dasharray'];
    if (dash) doc.dash(dash.split(/[ ,]+/).map(Number) as unknown as number, {});
  }
  if (fill !== 'none') {
    doc.fillOpacity(number('fill-opacity') ?? 1);
    if (fill === 'url(#hatch)') {
      // the same lines at 45°, in a cell that repeats without a seam
      const hatch = doc.pattern([0, 0, HATCH, HATCH], HATCH, HATCH, HATCH_LINES);
      doc.path(d).fill([hatch, HATCH_COLOUR] as unknown as PDFKit.Mixins.ColorValue);
    } else doc.path(d).fill(fill);
  }
  if (stroke) {
    doc.strokeOpacity(number('stroke-opacity') ?? 1);
    doc.path(d).stroke(stroke);
  }
}

/** Side of the hatch’s cell, and its lines: 5 px apart, at 45°. */
const HATCH = 7.071;
const HATCH_LINES = `1.1 w -1 ${HATCH + 1} m ${HATCH + 1} -1 l S -1 1 m 1 -1 l S ${HATCH - 1} ${HATCH + 1} m ${HATCH + 1} ${HATCH - 1} l S`;
const HATCH_COLOUR = colour('hatch', 'light');

function drawText(doc: Doc, attributes: Record<string, string>, text: string): void {
  const family = attributes['font-family'] ?? '';
  const weight = attributes['font-weight'];
  const font = FONTS[weight ? `${family} ${weight}` : family];
  if (!font) throw new Error(`A PDF has no font ${family} ${weight ?? ''}`);
  const size = Number(attributes['font-size']);
  const spacing = Number(attributes['letter-spacing'] ?? 0);
  doc.font(font).fontSize(size);
  const width = doc.widthOfString(text, { characterSpacing: spacing });
  const anchor = attributes['text-anchor'];
  const x = Number(attributes.x) - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  const y = Number(attributes.y);
  if (attributes.stroke) {
    // a halo is no text of its own: drawn as outlines, it is neither read out nor copied
    doc.lineWidth(Number(attributes['stroke-width'] ?? 1)).lineJoin('round');
    doc.strokeOpacity(Number(attributes['stroke-opacity'] ?? 1));
    return outline(doc, font, size, spacing, text, x, y, attributes.stroke);
  }
  doc.fillOpacity(Number(attributes['fill-opacity'] ?? 1));
  doc.fillColor(attributes.fill ?? '#000').text(text, x, y, {
    baseline: 'alphabetic',
    lineBreak: false,
    characterSpacing: spacing,
    underline: attributes['text-decoration'] === 'underline',
  });
}

/** Strokes the outlines of a text. */
function outline(
  doc: Doc,
  name: string,
  size: number,
  spacing: number,
  text: string,
  x: number,
  y: number,
  stroke: string,
): void {
  const font = fontOf(name);
  const { glyphs, positions } = font.layout(text);
  const scale = size / font.unitsPerEm;
  let at = x;
  glyphs.forEach((glyph, i) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {};
    const path = glyph.path
      .scale(scale, -scale)
      .translate(at + xOffset * scale, y - yOffset * scale)
      .toSVG();
    if (path) doc.path(path).stroke(stroke);
    at += xAdvance * scale + spacing;
  });
}

const fontFile = (name: string) => join(process.cwd(), 'src', 'render', 'fonts', `${name}.ttf`);

const opened = new Map<string, fontkit.Font>();

function fontOf(name: string): fontkit.Font {
  const known = opened.get(name) ?? (fontkit.openSync(fontFile(name)) as fontkit.Font);
  opened.set(name, known);
  return known;
}

/** The tree of an SVG of ours: every attribute in double quotes, text only within elements that hold nothing else. */
function parse(svg: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  for (const [, close, name = '', list = '', empty, text] of svg.matchAll(
    /<(\/)?([\w]+)((?:\s[\w:-]+="[^"]*")*)\s*(\/)?>|([^<]+)/g,
  )) {
    const parent = open.at(-1) as Element;
    if (text !== undefined) {
      if (text.trim()) parent.text += unescape(text);
    } else if (close) open.pop();
    else {
      const attributes = Object.fromEntries(
        [...list.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, unescape(value ?? '')]),
      );
      const element: Element = { name, attributes, children: [], text: '' };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  return top.children[0] as Element;
}

const unescape = (text: string) =>
  text.replace(
    /&(amp|lt|gt|quot);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] as string,
  );
