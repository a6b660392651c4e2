// The tables of a TrueType file that we read or write ourselves: `name`, `cmap`, `hmtx`, `hhea` and `OS/2`.
// Layout: OpenType specification 1.9, chapters «Font file» and those of the tables.

interface Table {
  tag: string;
  data: Buffer;
}

/** Reads the table directory of a TrueType file. */
function tablesOf(font: Buffer): Table[] {
  const count = font.readUInt16BE(4);
  return Array.from({ length: count }, (_, i) => {
    const entry = 12 + i * 16;
    const offset = font.readUInt32BE(entry + 8);
    return {
      tag: font.toString('latin1', entry, entry + 4),
      data: font.subarray(offset, offset + font.readUInt32BE(entry + 12)),
    };
  });
}

function tableOf(font: Buffer, tag: string): Buffer {
  const table = tablesOf(font).find((candidate) => candidate.tag === tag);
  if (!table) throw new Error(`The font has no table "${tag}"`);
  return table.data;
}

/** Writes a TrueType file from its tables, with checksums, `head.checkSumAdjustment` included. */
function fontOf(version: number, tables: Table[]): Buffer {
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const head = Buffer.alloc(12 + tables.length * 16);
  head.writeUInt32BE(version, 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((tables.length - power) * 16, 10);
  const bodies: Buffer[] = [];
  let offset = head.length;
  let headOffset = 0;
  tables.forEach(({ tag, data }, i) => {
    const body = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    if (tag === 'head') {
      body.writeUInt32BE(0, 8);
      headOffset = offset;
    }
    const entry = 12 + i * 16;
    head.write(tag, entry, 'latin1');
    head.writeUInt32BE(checksum(body), entry + 4);
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(data.length, entry + 12);
    bodies.push(body);
    offset += body.length;
  });
  const font = Buffer.concat([head, ...bodies]);
  font.writeUInt32BE((0xb1b0afba - checksum(font) + 2 ** 32) % 2 ** 32, headOffset + 8);
  return font;
}

function checksum(data: Buffer): number {
  let sum = 0;
  for (let i = 0; i < data.length; i += 4) sum = (sum + data.readUInt32BE(i)) % 2 ** 32;
  return sum;
}

/**
 * Gives a font a new family name and style, and keeps its copyright and licence lines. A changed copy of a font
 * under the Open Font License may not carry the name that its licence reserves.
 */
export function renameFont(font: Buffer, family: string, style: string, notice: string): Buffer {
  const full = `${family} ${style}`;
  const names: [number, string][] = [
    [0, notice],
    [1, family],
    [2, style],
    [3, full],
    [4, full],
    [6, full.replace(/ /g, '-')],
    [13, 'This Font Software is licensed under the SIL Open Font License, Version 1.1.'],
    [14, 'https://openfontlicense.org'],
  ];
  const head = Buffer.alloc(6 + names.length * 12);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  const strings: Buffer[] = [];
  let offset = 0;
  names.forEach(([id, text], i) => {
    const string = Buffer.from(text, 'utf16le').swap16();
    [3, 1, 0x409, id, string.length, offset].forEach((value, k) =>
      head.writeUInt16BE(value, 6 + i * 12 + k * 2),
    );
    strings.push(string);
    offset += string.length;
  });
  const data = Buffer.concat([head, ...strings]);
  // STAT names variation axes by number and would point at names that are gone.
  const tables = tablesOf(font)
    .filter(({ tag }) => tag !== 'STAT')
    .map((table) =>
      table.tag === 'name' ? { tag: 'name', data } : { ...table, data: Buffer.from(table.data) },
    );
  return fontOf(font.readUInt32BE(0), tables);
}

/** Sets how far a line of the font reaches above and below its baseline, in units of the font, wherever browsers look. */
export function withLine(font: Buffer, above: number, below: number): Buffer {
  const tables = tablesOf(font).map(({ tag, data: given }) => {
    const data = Buffer.from(given);
    // ascender, descender and gap; in OS/2 what Windows cuts off, too
    const at = { hhea: 4, 'OS/2': 68 }[tag];
    if (at !== undefined) [above, -below, 0].forEach((value, i) => data.writeInt16BE(value, at + i * 2));
    if (tag === 'OS/2') [above, below].forEach((value, i) => data.writeUInt16BE(value, 74 + i * 2));
    return { tag, data };
  });
  return fontOf(font.readUInt32BE(0), tables);
}

/** Advance widths in thousandths of an em, by character; characters that the font has no glyph for are absent. */
export function advanceWidths(font: Buffer, characters: string): Record<string, number> {
  const unitsPerEm = tableOf(font, 'head').readUInt16BE(18);
  const count = tableOf(font, 'hhea').readUInt16BE(34);
  const hmtx = tableOf(font, 'hmtx');
  const glyphs = glyphsOf(tableOf(font, 'cmap'));
  const widths: Record<string, number> = {};
  for (const character of characters) {
    const glyph = glyphs.get(character.codePointAt(0) as number);
    if (!glyph) continue;
    const units = hmtx.readUInt16BE(Math.min(glyph, count - 1) * 4);
    widths[character] = Math.round((units * 1000) / unitsPerEm);
  }
  return widths;
}

/** Code point → glyph, from the Unicode sub-table of format 4. */
function glyphsOf(cmap: Buffer): Map<number, number> {
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const offset = cmap.readUInt32BE(4 + i * 8 + 4);
    if (cmap.readUInt16BE(offset) === 4) return format4(cmap.subarray(offset));
  }
  throw new Error('The font has no Unicode character map of format 4');
}

function format4(table: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  const double = table.readUInt16BE(6);
  for (let segment = 0; segment < double; segment += 2) {
    const end = table.readUInt16BE(14 + segment);
    const start = table.readUInt16BE(16 + double + segment);
    const delta = table.readUInt16BE(16 + 2 * double + segment);
    const rangeAt = 16 + 3 * double + segment;
    const range = table.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const direct = range === 0 ? code : table.readUInt16BE(rangeAt + range + (code - start) * 2);
      if (direct !== 0) glyphs.set(code, (direct + delta) % 65536);
    }
  }
  return glyphs;
}
