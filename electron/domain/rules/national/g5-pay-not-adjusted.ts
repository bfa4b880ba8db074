import type { DutyMatterKind } from '../../../vocabulary/record-lists.ts'
import { payrollOf } from '../pay.ts'
import type { Flag, Rule } from '../rule.ts'
import { dateText, placeName, unitIdOf } from '../wording.ts'
import { emptyPay2014 } from '../sources.ts'

/** What asks for a change of pay; null: nothing. */
const NAMES: Readonly<Record<DutyMatterKind, string | null>> = {
  discipline: '处分',
  sentence: '刑罚',
  nominal: null,
  absentWithoutLeave: null,
  steppedBack: null,
  keptStatus: null,
}

/** 处分 or 刑罚 that must stop or lower the pay, and the pay has not been changed. */
export const payNotAdjustedRule: Rule<'records'> = {
  id: 'G5',
  title: '受处分、处罚应停发或降低工资的须执行',
  severity: 'error',
  effect: 'none',
  sources: [
    emptyPay2014(
      '受党纪政纪处分及行政、刑事处罚等，按规定应该停发或降低工资待遇，但仍未停发或按原标准领取工资、津贴补贴的',
    ),
    {
      law: 'sanctions-law',
      article: '第十九条',
      clause:
        '被记过、记大过、降级、撤职的，不得晋升工资档次。被撤职的，按照规定降低职务、职级、衔级和级别，同时降低工资和待遇。',
    },
  ],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, index }) => {
    const payroll = payrollOf(snapshot.records)
    return snapshot.records.dutyMatter.flatMap((matter): readonly Flag[] => {
      const name = NAMES[matter.matter]
      const person = matter.personId === null ? undefined : index.person(matter.personId)
      if (name === null || matter.payAdjusted !== false || person === undefined || payroll.get(person.id) === false)
        return []
      const holding = index.countedHoldingOf(person.id)
      if (holding === undefined) return []
      return [
        {
          unitId: unitIdOf(index, person.id),
          personId: person.id,
          text: `${person.name}（${placeName(index, holding)}）${dateText(matter.validFrom)}受${name}，按规定应停发或降低工资，还没有执行。`,
          remedy: '通知财政、人社按规定停发或降低工资，追回多发部分后登记已执行。',
          facts: { 起: matter.validFrom, 种类: name },
        },
      ]
    })
  },
}
