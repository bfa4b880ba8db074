/** So far ahead it is looked for the place where two lists go on alike. */
const AHEAD = 8
/** More differences mean other lists: they are told apart by what is in them, not by place. */
const FEW = 64

/** What stands only in the earlier list, and only in the later. */
export interface ListDifference<Thing> {
  readonly gone: readonly Thing[]
  readonly come: readonly Thing[]
}

/** By the later list and the earlier one: lists never change, and many ask for the same two. */
const KNOWN = new WeakMap<readonly object[], WeakMap<readonly object[], ListDifference<object>>>()

const MADE_FROM = new WeakMap<readonly object[], WeakRef<readonly object[]>>()

/** What two lists do not share, by being the same object. Linear, and quick where the later was made from the earlier by a few changes. */
export function differenceOf<Thing extends object>(
  before: readonly Thing[],
  after: readonly Thing[],
): ListDifference<Thing> {
  if (before === after) return { gone: [], come: [] }
  const known = KNOWN.get(after)?.get(before)
  // It was made of these two lists, by their things.
  if (known !== undefined) return known as ListDifference<Thing>
  const difference = composed(before, after) ?? findDifference(before, after)
  keepDifference(before, after, difference)
  // Where it was made from another list, that one stands.
  if (madeFrom(after) === undefined) MADE_FROM.set(after, new WeakRef(before))
  return difference
}

/** Notes what two lists do not share, by whoever made the one from the other: nobody then looks for it. Both parts in the order of their lists. */
export function noteDifference<Thing extends object>(
  before: readonly Thing[],
  after: readonly Thing[],
  difference: ListDifference<Thing>,
): void {
  keepDifference(before, after, difference)
  MADE_FROM.set(after, new WeakRef(before))
}

function keepDifference(before: readonly object[], after: readonly object[], difference: ListDifference<object>): void {
  const of = KNOWN.get(after) ?? new WeakMap<readonly object[], ListDifference<object>>()
  KNOWN.set(after, of.set(before, difference))
}

/** The list another was last compared with or made from, if anybody still has it. */
export function madeFrom<Thing extends object>(list: readonly Thing[]): readonly Thing[] | undefined {
  // Noted for two lists of one kind of thing.
  return MADE_FROM.get(list)?.deref() as readonly Thing[] | undefined
}

/** So many noted changes are put together; a longer way is gone through by the lists themselves. */
const STEPS = 4

/** What is known of the lists between the two, put together; null where no noted way leads from the one to the other. */
function composed<Thing extends object>(
  before: readonly Thing[],
  after: readonly Thing[],
): ListDifference<Thing> | null {
  const steps: ListDifference<Thing>[] = []
  let list = after
  while (list !== before) {
    const earlier = steps.length < STEPS ? madeFrom(list) : undefined
    const step = earlier === undefined ? undefined : KNOWN.get(list)?.get(earlier)
    if (earlier === undefined || step === undefined) return null
    // Noted for two lists of one kind of thing.
    steps.unshift(step as ListDifference<Thing>)
    list = earlier
  }
  const [gone, come] = [new Set<Thing>(), new Set<Thing>()]
  for (const step of steps) {
    for (const thing of step.gone) if (!come.delete(thing)) gone.add(thing)
    for (const thing of step.come) {
      // It is back, perhaps in another place: the lists themselves tell.
      if (gone.has(thing)) return null
      come.add(thing)
    }
  }
  return gone.size + come.size > FEW ? null : { gone: inOrderOf(before, gone), come: inOrderOf(after, come) }
}

/** A few things of a list in its order. */
export function inOrderOf<Thing>(list: readonly Thing[], some: Iterable<Thing>): readonly Thing[] {
  const things = [...some]
  if (things.length < 2) return things
  const places = new Map(things.map((thing) => [thing, list.indexOf(thing)]))
  return things.sort((left, right) => (places.get(left) ?? 0) - (places.get(right) ?? 0))
}

function findDifference<Thing extends object>(
  before: readonly Thing[],
  after: readonly Thing[],
): ListDifference<Thing> {
  const gone: Thing[] = []
  const come: Thing[] = []
  let [left, right] = [0, 0]
  while (left < before.length && right < after.length) {
    const [old, now] = [before[left], after[right]]
    if (old === now || old === undefined || now === undefined) {
      left += 1
      right += 1
      continue
    }
    if (gone.length + come.length > FEW) return onlyInOne(before, after)
    const [skipped, added] = stepOver(before, left, after, right)
    gone.push(...before.slice(left, left + skipped))
    come.push(...after.slice(right, right + added))
    left += skipped
    right += added
  }
  return { gone: [...gone, ...before.slice(left)], come: [...come, ...after.slice(right)] }
}

/** The shortest step in both lists after which they go on alike; one in each where none is found. */
function stepOver(
  before: readonly object[],
  left: number,
  after: readonly object[],
  right: number,
): readonly [number, number] {
  for (let far = 1; far <= AHEAD; far += 1)
    for (let near = 0; near <= far; near += 1) {
      if (goesOn(before[left + far], after[right + near])) return [far, near]
      if (goesOn(before[left + near], after[right + far])) return [near, far]
    }
  return [1, 1]
}

function goesOn(old: object | undefined, now: object | undefined): boolean {
  return old !== undefined && old === now
}

/** Things of both lists that stand in one of them alone. */
export function changedIn<Thing extends object>(before: readonly Thing[], after: readonly Thing[]): readonly Thing[] {
  const { gone, come } = differenceOf(before, after)
  return [...gone, ...come]
}

function onlyInOne<Thing extends object>(before: readonly Thing[], after: readonly Thing[]): ListDifference<Thing> {
  const [old, now] = [new Set(before), new Set(after)]
  return { gone: before.filter((thing) => !now.has(thing)), come: after.filter((thing) => !old.has(thing)) }
}
