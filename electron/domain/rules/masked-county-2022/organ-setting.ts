import type { BookSnapshot } from '../../model/book-snapshot.ts'
import type { Unit } from '../../model/unit.ts'
import { listParameter, maskableNumber } from '../parameters.ts'
import type { RuleInput, RuleParameters } from '../rule.ts'

/* What the plan says of setting up organs: which units it counts, for whom it holds, which it wants. */

/** Organs any township may have. */
export const USUAL_LIMIT = 'unitLimit'
export const LARGE_POPULATION = 'largePopulation'
export const LARGE_LIMIT = 'largeUnitLimit'
export const DEVELOPED_TOWNS = 'developedTowns'

/** R001-06: 人大、纪委（监察办公室）、人武部 and 群团 are set up by other law, whatever kind of unit they are entered as. */
const OTHER_LAW = /人大|纪委|纪检|监察办|人武部|人民武装|工会|共青团|团委|妇联/

/** 党政机构 and 事业单位 the plan counts: offices and institutions but those of other law and 派驻机构. */
export function limitedUnits(snapshot: Pick<BookSnapshot, 'units' | 'records'>): readonly Unit[] {
  const apart = new Set(
    snapshot.records.unitProfile
      .filter((profile) => profile.outsideLimit || profile.dispatched)
      .map((profile) => profile.unitId),
  )
  return snapshot.units.filter(
    (unit) =>
      (unit.kind === 'office' || unit.kind === 'institution') && !apart.has(unit.id) && !OTHER_LAW.test(unit.name),
  )
}

/** 派驻机构: their people and their 编制 belong to the body that sends them. */
export function dispatchedUnits(snapshot: Pick<BookSnapshot, 'units' | 'records'>): readonly Unit[] {
  const dispatched = new Set(
    snapshot.records.unitProfile.filter((profile) => profile.dispatched).map((profile) => profile.unitId),
  )
  return snapshot.units.filter((unit) => dispatched.has(unit.id))
}

/** R001-07: towns set up by the document for 经济发达镇; the county's name may stand before theirs. */
export function isDevelopedTown(bookName: string, parameters: RuleParameters): boolean {
  return listParameter(parameters, DEVELOPED_TOWNS).some((town) => bookName.endsWith(town))
}

/** Whether the township has the people that allow more organs: 以上 includes the number (民法典 第1259条). */
export function populationSize({ snapshot, parameters }: RuleInput<'records'>): 'large' | 'usual' | 'unknown' {
  const threshold = maskableNumber(parameters, LARGE_POPULATION)
  const population = snapshot.records.township[0]?.population ?? null
  if (typeof threshold !== 'number' || population === null) return 'unknown'
  return population >= threshold ? 'large' : 'usual'
}

export interface RequiredOffice {
  readonly name: string
  /** The bracketed 加挂牌子. */
  readonly nameplate: string | null
}

/** "党政办公室(党建办公室)" in its two parts. */
export function requiredOffice(text: string): RequiredOffice {
  const open = text.search(/[(（]/)
  return open === -1
    ? { name: text, nameplate: null }
    : { name: text.slice(0, open), nameplate: text.slice(open + 1, -1) }
}
