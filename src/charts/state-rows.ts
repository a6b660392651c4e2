import type { Row } from '../scene/row.ts';
import type { DrawnChart } from './draw.ts';

/** What the list under the pictures of several states says for one of them. */
export interface StateRows {
  /** The rows that no earlier state has in the same words, under ids that stand once in the whole list. */
  rows: Row[];
  /** Where in the list each of the state's entries stands, by the id of its mark. */
  anchors: Record<string, string>;
}

/**
 * The rows of a chart's states as one list. A place where different things happen in different states has a row for
 * each; what several states say alike stands once.
 */
export function rowsOfStates(states: { name: string; drawn: DrawnChart }[]): StateRows[] {
  const known = new Map<string, string>();
  const taken = new Set<string>();
  return states.map(({ name, drawn }) => {
    const anchors: Record<string, string> = {};
    const rows: Row[] = [];
    for (const row of drawn.rows) {
      const content = JSON.stringify(row);
      const anchor = known.get(content) ?? (taken.has(row.id) ? `${row.id}-${name}` : row.id);
      anchors[row.id] = anchor;
      if (!known.has(content)) rows.push({ ...row, id: anchor });
      known.set(content, anchor);
      taken.add(anchor);
    }
    return { rows, anchors };
  });
}
