import type { ExitEvent } from '../model/exit-event.ts'
import type { Holding } from '../model/person.ts'
import type { SnapshotIndex } from '../model/snapshot-index.ts'

/**
 * The last exit of everybody who is still counted by an entry older than it, by person. Who came back after leaving entered later and is not
 * among them; an entry known to the month is not older than an exit within that month.
 */
export function exitsStillListed(exits: readonly ExitEvent[], index: SnapshotIndex): ReadonlyMap<string, ExitEvent> {
  if (exits.length === 0) return NONE
  const still = new Map<string, ExitEvent>()
  for (const exit of exits) {
    const counted = index.countedHoldingOf(exit.personId)
    if (counted !== undefined && enteredBefore(counted, exit.on)) still.set(exit.personId, exit)
  }
  return still
}

const NONE: ReadonlyMap<string, ExitEvent> = new Map()

function enteredBefore(counted: Holding, day: string): boolean {
  const entered = counted.enteredOn ?? counted.validFrom
  return entered < day.slice(0, entered.length)
}
