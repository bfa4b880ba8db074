/** Things by a key that most of them have alone: only those that share one stand in a list. */
export type OneOrMore<Thing, Key = string> = ReadonlyMap<Key, Thing | readonly Thing[]>

/** Groups the things for which `keyOf` gives a key (null: left out); nothing is made for one that stands alone. Things are no lists. */
export function oneOrMore<Thing extends object, Key extends string | number>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => Key | null,
): OneOrMore<Thing, Key> {
  const groups = new Map<Key, Thing | Thing[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    if (key !== null) putInto(groups, key, thing)
  }
  return groups
}

/** Puts a thing to those of its key. */
export function putInto<Thing extends object, Key>(groups: Map<Key, Thing | Thing[]>, key: Key, thing: Thing): void {
  const known = groups.get(key)
  if (known === undefined) groups.set(key, thing)
  else if (Array.isArray(known)) known.push(thing)
  else groups.set(key, [known, thing])
}

/** Things of which several have the same key, group by group in the order of their first. */
export function repeated<Thing extends object>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string | number,
): readonly (readonly Thing[])[] {
  return [...oneOrMore(things, keyOf).values()].filter(isMany)
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
