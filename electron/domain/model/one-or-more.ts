/** Things by a key that most of them have alone: only those that share one stand in a list. */
export type OneOrMore<Thing> = ReadonlyMap<string, Thing | readonly Thing[]>

/** Groups the things for which `keyOf` gives a key (null: left out); nothing is made for one that stands alone. Things are no lists. */
export function oneOrMore<Thing extends object>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string | null,
): OneOrMore<Thing> {
  const groups = new Map<string, Thing | Thing[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    if (key === null) continue
    const known = groups.get(key)
    if (known === undefined) groups.set(key, thing)
    else if (Array.isArray(known)) known.push(thing)
    else groups.set(key, [known, thing])
  }
  return groups
}

/** True for several that share a key. */
export function isMany<Thing extends object>(group: Thing | readonly Thing[]): group is readonly Thing[] {
  return Array.isArray(group)
}

/** A group as a list; empty where there is none. */
export function listOf<Thing extends object>(group: Thing | readonly Thing[] | undefined): readonly Thing[] {
  if (group === undefined) return []
  return isMany(group) ? group : [group]
}
