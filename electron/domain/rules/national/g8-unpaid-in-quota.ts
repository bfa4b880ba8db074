import { payrollOf } from '../pay.ts'
import type { Flag, RuleInput } from '../rule.ts'
import { ruleByToldPerson } from '../rule-by-person.ts'
import { placeName, unitIdOf } from '../wording.ts'

/** 编制饷: nobody pays them, and the seat is taken all the same. */
export const unpaidInQuotaRule = ruleByToldPerson({
  id: 'G8',
  title: '不发工资仍占编制',
  severity: 'warning',
  effect: 'none',
  sources: [{ law: 'seven-empty-pay', article: '7', clause: '编制饷：不领工资，但占用编制' }],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  told: ({ snapshot }: RuleInput<'records'>) => payrollOf(snapshot.records),
  ofPerson: ({ person, counted: holding }, { index }, payroll): readonly Flag[] => {
    if (holding === undefined || payroll.get(person.id) !== false) return []
    return [
      {
        unitId: unitIdOf(index, person.id),
        personId: person.id,
        text: `${person.name}（${placeName(index, holding)}）登记为不发工资，仍占用编制，计入实有。`,
        remedy: '核对人事关系：已离开的办理出编，工资由别处发放的写明来源，应返岗的返岗。',
        facts: { 工资: '不发' },
      },
    ]
  },
})
