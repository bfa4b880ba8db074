import { differenceOf, madeFrom } from '../model/changed-in.ts'
import type { PresentPerson } from '../model/snapshot-index.ts'

/** So many changes are looked at one by one. */
const FEW = 64

/**
 * Those of the people of whom something is true, in their order; the very list of before where nobody of whom it is true came or went. What is
 * asked may look at the person alone.
 */
export function chosenAmong(
  isOne: (present: PresentPerson) => boolean,
): (present: readonly PresentPerson[]) => readonly PresentPerson[] {
  const kept = new WeakMap<readonly PresentPerson[], readonly PresentPerson[]>()
  let latest: WeakRef<readonly PresentPerson[]> | null = null
  return (present) => {
    const known = kept.get(present)
    if (known !== undefined) return known
    // What it was made from is told apart from it already; else the last list asked, which may be another day's.
    const origin = madeFrom(present)
    const before = origin !== undefined && kept.has(origin) ? origin : latest?.deref()
    const old = before === undefined ? undefined : kept.get(before)
    const chosen =
      before !== undefined && old !== undefined && isUntouched(before, present, isOne) ? old : present.filter(isOne)
    kept.set(present, chosen)
    latest = new WeakRef(present)
    return chosen
  }
}

function isUntouched(
  before: readonly PresentPerson[],
  present: readonly PresentPerson[],
  isOne: (present: PresentPerson) => boolean,
): boolean {
  const { gone, come } = differenceOf(before, present)
  return gone.length + come.length <= FEW && !gone.some(isOne) && !come.some(isOne)
}
