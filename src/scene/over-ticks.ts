/** The ticks during which something is shown as it is, as indices: from the first on, until before the second. */
export interface Spell {
  from: number;
  /** Absent when it stays to the end. */
  until?: number;
}

/** Whether a tick lies in a spell. */
export const isShownAt = ({ from, until = Infinity }: Spell, tick: number): boolean =>
  from <= tick && tick < until;

/**
 * One list made of a list for each tick: whatever is the same at several ticks in a row stands once, with its spell.
 * What changes stands once for each of its looks, next to each other, in the order of the last list that has it.
 *
 * @param versions what is shown at each tick, oldest first
 * @param nameOf what stays the same while the look of a thing changes, unique within a list
 */
export function overTicks<T>(
  versions: readonly (readonly T[])[],
  nameOf: (item: T) => string,
): { item: T; spell: Spell }[] {
  const looks = new Map<string, { item: T; text: string; spell: Spell }[]>();
  const order: string[] = [];
  versions.forEach((items, tick) => {
    const names = items.map(nameOf);
    if (new Set(names).size < names.length) throw new Error(`Two things have one name at tick ${tick}`);
    for (const [place, item] of items.entries()) {
      const name = names[place] as string;
      const text = JSON.stringify(item);
      const known = looks.get(name);
      const last = known?.at(-1);
      if (last && last.text === text && last.spell.until === tick) last.spell.until = tick + 1;
      else {
        const look = { item, text, spell: { from: tick, until: tick + 1 } };
        if (known) known.push(look);
        else {
          looks.set(name, [look]);
          // after what stands before it now, so that what came in between keeps its place
          order.splice(order.indexOf(names[place - 1] as string) + 1, 0, name);
        }
      }
    }
  });
  return order.flatMap((name) =>
    (looks.get(name) ?? []).map(({ item, spell }) => ({
      item,
      spell: spell.until === versions.length ? { from: spell.from } : spell,
    })),
  );
}
