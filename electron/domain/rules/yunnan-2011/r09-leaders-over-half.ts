import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Rule } from '../rule.ts'
import { yunnanReform } from '../sources.ts'

/** 过半: more than half, so exactly half is silent. Of 行政实有 only: a station's head on 事业编制, or somebody 挂职, is no part of it. */
export const leadersOverHalfRule: Rule<never> = {
  id: 'R003-09',
  title: '领导配备过半，工作人员偏少',
  severity: 'warning',
  effect: 'none',
  sources: [
    yunnanReform({ article: '二（四）', clause: '基层领导配备过半,工作人员偏少,人少事多、一人多岗的现象突出' }),
  ],
  pack: PACK_IDS.yunnan2011,
  stage: 'facts',
  reads: [],
  parameters: [],
  check: ({ figures }) => {
    const people = new Set(
      figures.lines.filter((line) => line.category === 'administrative').flatMap((line) => line.personIds),
    )
    const staff = figures.totals.find((total) => total.category === 'administrative')?.actual ?? 0
    const leaders = figures.leadership.personIds.filter((personId) => people.has(personId)).length
    if (leaders * 2 <= staff) return []
    return [
      {
        text: `行政编制实有 ${staff} 名，其中领导成员 ${leaders} 名，超过一半。`,
        remedy: '补充一般工作人员，或按职数核减领导配备。',
        facts: { 行政实有: staff, 领导: leaders },
      },
    ]
  },
}
