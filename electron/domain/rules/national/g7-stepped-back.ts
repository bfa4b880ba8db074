import { inForceOn } from '../../model/plain-date.ts'
import type { Flag, Rule } from '../rule.ts'
import { dateText, placeName, unitIdOf } from '../wording.ts'

/** 退居二线, 离岗待退: away from work before the age, in a seat that somebody else cannot have. */
export const steppedBackRule: Rule<'records'> = {
  id: 'G7',
  title: '退居二线、离岗待退仍占岗位',
  severity: 'warning',
  effect: 'none',
  sources: [
    {
      law: 'stepped-back-reports',
      article: null,
      clause: '退居二线、离岗待退人员占用编制和岗位，属于自行规定的“土政策”',
    },
  ],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, index }) =>
    snapshot.records.dutyMatter.flatMap(({ matter, personId, validFrom, validTo }): readonly Flag[] => {
      const person = personId === null ? undefined : index.person(personId)
      if (matter !== 'steppedBack' || person === undefined || !inForceOn({ validFrom, validTo }, snapshot.asOf))
        return []
      const holding = index.countedHoldingOf(person.id)
      if (holding === undefined) return []
      return [
        {
          unitId: unitIdOf(index, person.id),
          personId: person.id,
          text: `${person.name}自${dateText(validFrom)}起退居二线（离岗待退），仍占${placeName(index, holding)}的编制，计入实有。`,
          remedy: '没有到龄的安排返岗；到龄或经批准提前退休的，办理退休和出编。',
          facts: { 起: validFrom },
        },
      ]
    }),
}
