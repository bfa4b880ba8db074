/**
 * Things of which several have the same key, group by group in the order of their first. Nearly everybody of a list stands there once: of those no
 * group is made.
 */
export function repeated<Thing extends object>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => unknown,
): readonly (readonly Thing[])[] {
  const seen = new Map<unknown, Thing | Thing[]>()
  const first = new Map<Thing, Thing[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    const known = seen.get(key)
    if (known === undefined) seen.set(key, thing)
    else if (Array.isArray(known)) known.push(thing)
    else {
      const group = [known, thing]
      seen.set(key, group)
      first.set(known, group)
    }
  }
  return first.size === 0 ? [] : things.flatMap((thing) => (first.has(thing) ? [first.get(thing) ?? []] : []))
}
