// The moments at which something became known, as the control lists them.
import { siteChartOverTime, siteContent } from '../authoring/site-content.ts';
import { changesAt } from '../charts/over-time.ts';
import type { Moment } from '../ledger/moment.ts';
import { differenceOf, ticksOf, tickSlug } from '../ledger/ticks.ts';
import type { Row } from '../scene/row.ts';
import { tickText } from '../words/moment-text.ts';
import { fill, inLine } from '../words/words.ts';
import { absolute, href } from './href.ts';

export interface MomentEntry {
  /** As in an address: `2025-05-15T12:15`. */
  at: string;
  text: string;
  /** The page of this moment alone. */
  to: string;
  /** What it changed; nothing where that may not be told. */
  changes: string;
}

const entryOf = (id: string, moment: Moment, changes: string): MomentEntry => ({
  at: moment.to,
  text: tickText(moment, siteContent().words),
  to: href(`/charts/${id}/at/${tickSlug(moment)}/`),
  changes,
});

/** What a moment changed, in a line: how many entries, and each of their names once. */
function changesText(appeared: string[], contested: string[], withdrawn: string[] = []): string {
  const { knownAt } = siteContent().words;
  const part = (text: string, names: string[]) =>
    names.length > 0
      ? [`${fill(text, { n: names.length })}: ${[...new Set(names)].map(inLine).join(', ')}`]
      : [];
  const parts = [
    ...part(knownAt.appeared, appeared),
    ...part(knownAt.contested, contested),
    ...part(knownAt.withdrawn, withdrawn),
  ];
  return parts.join('; ') || knownAt.nothing;
}

/**
 * The moments of a chart.
 *
 * @param last a page of one moment says nothing of what later ones changed
 */
export function chartMoments(id: string, last = Infinity): MomentEntry[] {
  const { ticks, over } = siteChartOverTime(id);
  const names = (rows: Row[]) => rows.map(({ name }) => name);
  return ticks.map((moment, i) => {
    const { appeared, contested } = changesAt(over, i);
    return entryOf(id, moment, i <= last ? changesText(names(appeared), names(contested)) : '');
  });
}

/** The same for an embed, whose control has a line of one height: what changed is counted, and its marks are shown. */
export function embedMoments(id: string): MomentEntry[] {
  const { knownAt } = siteContent().words;
  const { ticks, over } = siteChartOverTime(id);
  return ticks.map((moment, i) => {
    const { appeared, contested } = changesAt(over, i);
    const counts = [
      ...(appeared.length > 0 ? [fill(knownAt.appeared, { n: appeared.length })] : []),
      ...(contested.length > 0 ? [fill(knownAt.contested, { n: contested.length })] : []),
    ];
    return {
      ...entryOf(id, moment, counts.join(', ') || knownAt.nothing),
      to: absolute(`/charts/${id}/at/${tickSlug(moment)}/`),
    };
  });
}

/** The moments of the whole ledger: who said something new, and whose words became contested. */
export function dayMoments(): MomentEntry[] {
  const { ledger, words } = siteContent();
  const ticks = ticksOf(ledger);
  const speaker = (id: string) => {
    const by = ledger.claims[id]?.speaker ?? '';
    const actor = ledger.actors[by];
    return actor?.short ?? actor?.name ?? words.claim.reporters;
  };
  const speakers = (ids: string[]) => ids.map(speaker);
  return ticks.map((moment, i) => {
    const { appeared, contested, withdrawn } = differenceOf(ledger, ticks[i - 1], moment);
    const claims = appeared.flatMap(({ noun, id }) => (noun === 'claims' ? id : []));
    return entryOf('day', moment, changesText(speakers(claims), speakers(contested), speakers(withdrawn)));
  });
}
