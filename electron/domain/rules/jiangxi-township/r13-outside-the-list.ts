import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Flag, Rule } from '../rule.ts'
import { unitIdOf } from '../wording.ts'
import { jiangxiPlan } from '../sources.ts'

/** The plan's own ground for leaving people off the printed list: names each of them, so that none is left off silently. */
export const outsideTheListRule: Rule<never> = {
  id: 'R000-13',
  title: '超编和不符合规定配备的人员不纳入实名制',
  severity: 'info',
  effect: 'none',
  restates: ['eligibility', 'overQuota'],
  sources: [
    jiangxiPlan({
      article: '三、加强编制管理 2',
      clause: '对超编人员和不符合有关人事管理规定配备的人员,不纳入编制实名制管理。',
    }),
  ],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'standing',
  reads: [],
  parameters: [],
  check: ({ index, standing }) => {
    const over = new Set(standing.overQuota.map((own) => own.personId))
    return index.present.flatMap(({ person, counted }): readonly Flag[] => {
      if (counted === undefined) return []
      const why = standing.ineligible.has(person.id)
        ? '不符合规定配备，列入不合规名单'
        : over.has(person.id)
          ? '超编，列入超编名单'
          : null
      if (why === null) return []
      return [
        {
          unitId: unitIdOf(index, person.id),
          personId: person.id,
          text: `${person.name}${why}，按方案不纳入编制实名制管理，不上公示名单。`,
          remedy: '问题解决后自动回到在编名单。',
        },
      ]
    })
  },
}
