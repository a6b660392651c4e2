// What every text a reader sees has to keep to, wherever it stands.

/** A rule that a text breaks, and where in the text. */
export interface TextFault {
  code: 'banned-word' | 'quote-unknown' | 'quote-straight' | 'strange-character';
  message: string;
  allowed?: string[];
  offset: number;
}

/** Words that judge, with what to write instead. They may stand only inside a quotation. */
const BANNED: { words: RegExp; instead: string }[] = [
  { words: /\b(?:claimed|claims that|admitted|admits)\b/giu, instead: 'said' },
  { words: /\bsnub(?:bed|s)?\b/giu, instead: 'did not come' },
  { words: /\bstunts?\b/giu, instead: 'what was done' },
  { words: /\b(?:puppets?|dictators?)\b/giu, instead: 'the office held' },
  { words: /\bregimes?\b/giu, instead: 'government' },
  { words: /\b(?:low-level|second-tier|sham|decorative|theatrical|posturing)\b/giu, instead: 'the rank' },
  { words: /(?<!says it has )\bannexed\b/giu, instead: 'regions Russia says it has annexed' },
  { words: /\bkiev\b(?![\w-])/giu, instead: 'Kyiv' },
  { words: /\bturkey\b(?![\w-])/giu, instead: 'Türkiye' },
];

/** Characters that cannot be seen or that come from a wrong encoding. */
const STRANGE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffd]/u;

/**
 * What is wrong with a text.
 *
 * @param quotes the words that sources print; only these may stand in quotation marks
 */
export function textFaults(text: string, quotes: string[]): TextFault[] {
  const faults: TextFault[] = [];
  const quoted = [...text.matchAll(/“([^”]*)”/gu)];
  for (const { 1: words = '', index } of quoted)
    if (!quotes.some((quote) => plain(quote).includes(plain(words))))
      faults.push({ code: 'quote-unknown', message: `no source prints the words “${words}”`, offset: index });
  const outside = quoted.reduce(
    (rest, { 0: all, index }) =>
      rest.slice(0, index) + ' '.repeat(all.length) + rest.slice(index + all.length),
    text,
  );
  for (const { words, instead } of BANNED)
    for (const { 0: word, index } of outside.matchAll(words))
      faults.push({
        code: 'banned-word',
        message: `“${word}” judges; a text of ours does not`,
        allowed: [instead],
        offset: index,
      });
  const straight = outside.search(/"|(?<!\w)'|'(?!\w)/u);
  if (straight >= 0)
    faults.push({
      code: 'quote-straight',
      message: 'a straight quotation mark: write “ and ”',
      offset: straight,
    });
  const apostrophe = outside.search(/(?<=\p{L})'(?=\p{L})/u);
  if (apostrophe >= 0)
    faults.push({ code: 'quote-straight', message: 'a straight apostrophe: write ’', offset: apostrophe });
  const single = /[“”]/u.exec(outside);
  if (single)
    faults.push({
      code: 'quote-straight',
      message:
        single[0] === '“'
          ? 'a quotation mark “ that is never closed'
          : 'a quotation mark ” that closes nothing',
      offset: single.index,
    });
  const strange = STRANGE.exec(text);
  if (strange)
    faults.push({
      code: 'strange-character',
      message: `a character that cannot be seen: ${codePoint(strange[0])}`,
      offset: strange.index,
    });
  return faults;
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[.,!?]+$/, '');

/** `U+200B` */
const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;

/** Letters that look like Latin ones, and characters that cannot be seen, with their place in an id. */
export function strangeInId(id: string): string | undefined {
  const found = /[^\x20-\x7e]/u.exec(id);
  if (!found) return undefined;
  const looks = LOOK_ALIKES[found[0]];
  return looks
    ? `has ${codePoint(found[0])} at place ${found.index + 1}, which only looks like "${looks}"`
    : `has ${codePoint(found[0])} at place ${found.index + 1}; ids are plain letters`;
}

const LOOK_ALIKES: Record<string, string> = Object.fromEntries(
  [...'аaеeоoрpсcуyхxіiјjѕsԁdһhӏlԛqԝwαaοoνvρp'].flatMap((letter, i, all) =>
    i % 2 === 0 ? [[letter, all[i + 1] as string]] : [],
  ),
);
