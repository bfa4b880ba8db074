import { differenceOf } from './changed-in.ts'

/** Finds a thing by its key. */
export interface Lookup<Thing> {
  readonly get: (key: string) => Thing | undefined
}

/** So many later changes stand beside the whole; with more a whole is made anew. */
const MOST_PATCHED = 256

/** A look-up and what a few changes made of it: nothing is copied of the many that stay. */
class Patched<Thing> implements Lookup<Thing> {
  readonly whole: ReadonlyMap<string, Thing>
  readonly patch: ReadonlyMap<string, Thing | undefined>

  constructor(whole: ReadonlyMap<string, Thing>, patch: ReadonlyMap<string, Thing | undefined>) {
    this.whole = whole
    this.patch = patch
  }

  get(key: string): Thing | undefined {
    return this.patch.size > 0 && this.patch.has(key) ? this.patch.get(key) : this.whole.get(key)
  }
}

/** The same look-up where some keys now give another thing, or none. */
export function patchLookup<Thing>(
  before: Lookup<Thing>,
  changes: ReadonlyMap<string, Thing | undefined>,
): Lookup<Thing> {
  if (changes.size === 0) return before
  const { whole, patch } = partsOf(before)
  const next = new Map<string, Thing | undefined>([...patch, ...changes])
  if (next.size <= MOST_PATCHED) return new Patched(whole, next)
  const made = new Map(whole)
  for (const [key, thing] of next)
    if (thing === undefined) made.delete(key)
    else made.set(key, thing)
  return made
}

function partsOf<Thing>(lookup: Lookup<Thing>): Pick<Patched<Thing>, 'whole' | 'patch'> {
  if (lookup instanceof Patched) return lookup
  if (lookup instanceof Map) return { whole: lookup, patch: new Map() }
  throw new Error('a look-up that is no map cannot be changed')
}

/** Things by a key each has alone (else the last); made without a pair for each. */
export function keyed<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): ReadonlyMap<string, Thing> {
  const byKey = new Map<string, Thing>()
  for (const thing of things) byKey.set(keyOf(thing), thing)
  return byKey
}

/** Look-ups over lists that never change, by a key each thing has alone; that of a list made from another by a few changes is made from its own. */
export function lookupsBy<Thing extends object>(keyOf: (thing: Thing) => string) {
  const kept = new WeakMap<readonly Thing[], Lookup<Thing>>()
  const lookup = <Own extends Thing>(things: readonly Own[], origin?: readonly Own[]): Lookup<Own> => {
    // What is kept with a list finds its own things.
    const ownOf = (list: readonly Own[]) => kept.get(list) as Lookup<Own> | undefined
    const known = ownOf(things)
    if (known !== undefined) return known
    const before = origin === undefined ? undefined : ownOf(origin)
    const made =
      before === undefined || origin === undefined
        ? keyed(things, keyOf)
        : patchLookup(before, changesBetween(origin, things, keyOf))
    kept.set(things, made)
    return made
  }
  /** Makes that of a list from its origin's, if anybody has asked for that one. */
  const carry = (things: readonly Thing[], origin: readonly Thing[]): void => {
    if (kept.has(origin)) lookup(things, origin)
  }
  return Object.assign(lookup, { carry })
}

function changesBetween<Thing extends object>(
  before: readonly Thing[],
  after: readonly Thing[],
  keyOf: (thing: Thing) => string,
): ReadonlyMap<string, Thing | undefined> {
  const { gone, come } = differenceOf(before, after)
  const changes = new Map<string, Thing | undefined>(gone.map((thing) => [keyOf(thing), undefined]))
  for (const thing of come) changes.set(keyOf(thing), thing)
  return changes
}
