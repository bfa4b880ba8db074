import type { UnitKind } from '../../model/unit.ts'
import type { Flag, Rule } from '../rule.ts'
import { seatedPerson } from '../seated-person.ts'
import { placeName } from '../wording.ts'

/** Seats whose holders work where they are needed, or whose place is B5's. */
const ELSEWHERE: ReadonlySet<UnitKind> = new Set(['township', 'leadership', 'special'])

/**
 * 混岗: the seat in one unit of the township, the daily work in another. Not: a post held there too (兼任), the members of the team and the
 * township's own, who work where they are needed, 专项编制 (B5), and service posts that sit together at one counter.
 */
export const worksElsewhereRule: Rule<'records'> = {
  id: 'B3',
  title: '编制所在机构与实际工作机构应一致',
  severity: 'warning',
  effect: 'none',
  source: { document: '湖北省财政与编制政务公开（人员公布信息）', documentNumber: null, article: null, clause: '杜绝混编混岗', inForceFrom: null },
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, index }) =>
    snapshot.records.workplace.flatMap((workplace): readonly Flag[] => {
      const there = index.unit(workplace.worksInUnitId ?? '')
      const seated = seatedPerson(index, workplace.personId)
      if (there === undefined || seated === undefined || !workplace.inTownship || workplace.servesPublic || ELSEWHERE.has(seated.unit.kind)) return []
      const { person, counted, unit: own } = seated
      if (index.holdingsOf(person.id).some((holding) => index.unitOf(holding)?.id === there.id)) return []
      return [
        {
          unitId: own.id,
          personId: person.id,
          text: `${person.name}编制在${placeName(index, counted)}，实际在${there.name}工作，属混岗。`,
          remedy: '回到编制所在机构工作，或办理内部调整；确属兼任的，登记兼任。',
          facts: { 编制所在机构: own.name, 实际工作机构: there.name },
        },
      ]
    }),
}
