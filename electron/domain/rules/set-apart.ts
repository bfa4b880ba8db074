import { HOLDING_KIND_NAMES, OFF_QUOTA_KIND_NAMES, type Holding } from '../model/person.ts'
import type { Flag, SnapshotIndex } from './rule.ts'
import { placeName } from './wording.ts'

/** What a rule says of the people it keeps apart. */
export interface SetApartWording {
  /** Why they are not counted, without a full stop. */
  readonly why: (holding: Holding) => string
  /** How to take back a row that claims 编制. */
  readonly remedy: string
}

/** "自聘", "借入", "挂职" … : what somebody is instead of 在编. */
export function setApartName(holding: Holding): string {
  return holding.offQuotaKind === null ? HOLDING_KIND_NAMES[holding.kind] : OFF_QUOTA_KIND_NAMES[holding.offQuotaKind]
}

/**
 * One flag for each holding that `belongs`: information where it is properly set apart, the rule's own weight where the row claims
 * 编制. The claim is never counted (see `countedHolding`); the flag says so.
 */
export function flagSetApart(index: SnapshotIndex, belongs: (holding: Holding) => boolean, wording: SetApartWording): readonly Flag[] {
  const found = index.present.flatMap(({ person, holdings }) => (holdings.some(belongs) ? holdings.filter(belongs).map((holding) => ({ person, holding })) : []))
  return found.map(({ person, holding }): Flag => {
    const subject = { unitId: index.unitOf(holding)?.id ?? null, personId: person.id }
    const who = `${person.name}（${placeName(index, holding)}）是${setApartName(holding)}人员`
    if (!holding.occupiesQuota) {
      return { ...subject, severity: 'info', effect: 'none', text: `${who}，${wording.why(holding)}。`, remedy: '无须处理。' }
    }
    return { ...subject, text: `${who}，却登记为占用编制：${wording.why(holding)}。`, remedy: wording.remedy }
  })
}
