import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { LeadershipPart } from '../model/figures.ts'
import type { LeadershipRole } from '../model/person.ts'
import { holdingsByPerson } from '../model/holding-groups.ts'
import { entriesInUse, leadersOf } from './leadership-figure.ts'

/** 领导职数 of one unit on one day. */
export interface LeadershipLine {
  readonly unitId: string
  readonly quota: number
  readonly actual: number
  readonly vacancy: number
  readonly over: number
  readonly chief: LeadershipPart
  readonly deputy: LeadershipPart
}

/**
 * The township's leadership figure unit by unit, in unit order: the units with a number of their own and those where a leader sits. Quotas and people
 * add up to the figure's; 超配 and 缺配 stand for each unit, so that one never hides the other. Where only the township has a number, everybody counts there.
 */
export function leadershipLines(snapshot: BookSnapshot): readonly LeadershipLine[] {
  const entries = entriesInUse(snapshot)
  const root = snapshot.units.find((unit) => unit.kind === 'township')?.id
  const whole =
    root !== undefined && entries.length > 0 && entries.every((entry) => entry.unitId === root) ? root : null
  const leaders = leadersOf(snapshot, holdingsByPerson(snapshot.holdings)).map((leader) => ({
    ...leader,
    unitId: whole ?? leader.unitId,
  }))
  return snapshot.units.flatMap((unit) => {
    const own = entries.filter((entry) => entry.unitId === unit.id)
    const here = leaders.filter((leader) => leader.unitId === unit.id)
    if (own.length === 0 && here.length === 0) return []
    const quota = own.reduce((total, entry) => total + entry.amount, 0)
    const part = (role: LeadershipRole): LeadershipPart => {
      const numbers = own.map((entry) => entry[role])
      const divided = numbers.length > 0 && numbers.every((number) => number !== null)
      return {
        quota: divided ? numbers.reduce((total, number) => total + (number ?? 0), 0) : null,
        actual: here.filter((leader) => leader.role === role).length,
      }
    }
    return [
      {
        unitId: unit.id,
        quota,
        actual: here.length,
        vacancy: Math.max(0, quota - here.length),
        over: Math.max(0, here.length - quota),
        chief: part('chief'),
        deputy: part('deputy'),
      },
    ]
  })
}
