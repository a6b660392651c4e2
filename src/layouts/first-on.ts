const seen = new WeakMap<Request, Set<string>>();

/**
 * Whether a page asks for this for the first time. What several figures of a page share, such as the ground of a map
 * or the card of a person, is printed only then.
 *
 * @param page `Astro.request`, which is one object for all parts of a page
 */
export function firstOn(page: Request, what: string): boolean {
  const known = seen.get(page) ?? new Set<string>();
  seen.set(page, known);
  if (known.has(what)) return false;
  known.add(what);
  return true;
}
