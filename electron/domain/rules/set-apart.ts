import { setApartName, type Holding } from '../model/person.ts'
import type { Flag } from './rule.ts'
import type { PresentPerson, SnapshotIndex } from '../model/snapshot-index.ts'
import { placeName } from './wording.ts'

/** What a rule says of the people it keeps apart. */
export interface SetApartWording {
  /** Why they are not counted, without a full stop. */
  readonly why: (holding: Holding) => string
  /** How to take back a row that claims 编制. */
  readonly remedy: string
}

const NOTHING: readonly Flag[] = []

/**
 * One flag for each of somebody's holdings that `belongs`: information where it is properly set apart, the rule's own weight where the row claims
 * 编制. The claim is never counted (see `countedHolding`); the flag says so.
 */
export function flagSetApart(
  { person, holdings }: PresentPerson,
  index: SnapshotIndex,
  belongs: (holding: Holding) => boolean,
  wording: SetApartWording,
): readonly Flag[] {
  // Asked of everybody by four rules; almost nobody is set apart.
  if (!holdings.some(belongs)) return NOTHING
  return holdings.filter(belongs).map((holding): Flag => {
    const subject = { unitId: index.unitOf(holding)?.id ?? null, personId: person.id }
    const who = `${person.name}（${placeName(index, holding)}）是${setApartName(holding)}人员`
    if (!holding.occupiesQuota) {
      return {
        ...subject,
        severity: 'info',
        effect: 'none',
        text: `${who}，${wording.why(holding)}。`,
        remedy: '无须处理。',
      }
    }
    return { ...subject, text: `${who}，却登记为占用编制：${wording.why(holding)}。`, remedy: wording.remedy }
  })
}
