import type { UnitKind } from '../../model/unit.ts'
import type { Flag, Rule } from '../rule.ts'
import { seatedPerson } from '../seated-person.ts'
import { placeName } from '../wording.ts'
import { namedRoster } from '../sources.ts'

/** Seats whose holders work where they are needed, or whose place is B5's. */
const ELSEWHERE: Readonly<Record<UnitKind, boolean>> = {
  township: true,
  leadership: true,
  special: true,
  discipline: false,
  armedForces: false,
  office: false,
  institution: false,
  other: false,
}

/**
 * 混岗: the seat in one unit of the township, the daily work in another. Not: a post held there too (兼任), the members of the team and the
 * township's own, who work where they are needed, 专项编制 (B5), and service posts that sit together at one counter.
 */
export const worksElsewhereRule: Rule<'records'> = {
  id: 'B3',
  title: '编制所在机构与实际工作机构应一致',
  severity: 'warning',
  effect: 'none',
  sources: [namedRoster, { law: 'hubei-2006', article: null, clause: '杜绝混编混岗' }],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, index }) =>
    snapshot.records.workplace.flatMap((workplace): readonly Flag[] => {
      const there = index.unit(workplace.worksInUnitId ?? '')
      const seated = seatedPerson(index, workplace.personId)
      if (
        there === undefined ||
        seated === undefined ||
        !workplace.inTownship ||
        workplace.servesPublic ||
        ELSEWHERE[seated.unit.kind]
      )
        return []
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
