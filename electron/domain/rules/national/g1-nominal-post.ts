import type { Person } from '../../model/person.ts'
import { inForceOn } from '../../model/plain-date.ts'
import { payrollOf, payUnknownFlag } from '../pay.ts'
import type { Flag, Rule } from '../rule.ts'
import { dateText, placeName, unitIdOf } from '../wording.ts'
import { noFalseNames, emptyPay2014 } from '../sources.ts'

/** 挂名未到岗 and paid. */
export const nominalPostRule: Rule<'records'> = {
  id: 'G1',
  title: '挂名未到岗不得领取工资',
  severity: 'error',
  effect: 'none',
  sources: [emptyPay2014('在机关事业单位挂名并未实际到岗上班，领取工资、津贴补贴的'), noFalseNames],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, index }) => {
    const payroll = payrollOf(snapshot.records)
    const nominal = snapshot.records.dutyMatter.filter(
      (matter) => matter.matter === 'nominal' && inForceOn(matter, snapshot.asOf),
    )
    const unknown: Person[] = []
    const flags = nominal.flatMap(({ personId, validFrom }): readonly Flag[] => {
      const person = personId === null ? undefined : index.person(personId)
      const holding = person === undefined ? undefined : index.countedHoldingOf(person.id)
      if (person === undefined || holding === undefined) return []
      const paid = payroll.get(person.id)
      if (paid === undefined) unknown.push(person)
      if (paid !== true) return []
      return [
        {
          unitId: unitIdOf(index, person.id),
          personId: person.id,
          text: `${person.name}（${placeName(index, holding)}）自${dateText(validFrom)}起挂名未到岗，仍在领取工资。`,
          remedy: '清退并停发工资，追回已发的部分；已到岗的，结束“挂名未到岗”的登记。',
          facts: { 起: validFrom },
        },
      ]
    })
    return [...flags, ...payUnknownFlag(unknown, '挂名未到岗')]
  },
}
