import { PACK_IDS } from '../packs/pack-ids.ts'
import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import type { Flag, Rule } from '../rule.ts'
import { nameList, peopleOf } from '../wording.ts'
import { dispatchedUnits } from './organ-setting.ts'
import { maskedCountyPlan } from '../sources.ts'

/** 派驻机构 keep the people and the 编制 of the body that sends them: a number or a person of theirs in the township's book is too many. */
export const dispatchedRule: Rule<'units' | 'records'> = {
  id: 'R001-12',
  title: '派驻人员不占乡镇编制',
  severity: 'error',
  effect: 'none',
  sources: [
    maskedCountyPlan({
      article: '四（二）2',
      clause: '公安(含森林公安)、法院、司法、税务、市场监管等党***和省委明确要求实行派驻的机构,继续实行派驻',
    }),
  ],
  pack: PACK_IDS.maskedCounty2022,
  stage: 'facts',
  reads: ['units', 'records'],
  parameters: [],
  check: ({ snapshot, figures, index }) => {
    const dispatched = new Map(dispatchedUnits(snapshot).map((unit) => [unit.id, unit]))
    const lines = [...figures.lines, ...figures.misplaced.map((line) => ({ ...line, quota: 0 }))]
    return lines.flatMap((line): readonly Flag[] => {
      const unit = dispatched.get(line.unitId)
      if (unit === undefined || line.quota + line.personIds.length === 0) return []
      const people = peopleOf(index, line.personIds)
      const who = people.length === 0 ? '' : `：${nameList(people)}`
      return [
        {
          unitId: unit.id,
          text: `${unit.name}是派驻机构，却登记${QUOTA_CATEGORY_NAMES[line.category]}核定 ${line.quota} 名，占用 ${people.length} 名${who}；派驻人员的编制在派出单位。`,
          remedy: '核对编制归属；属派出单位的，撤销核定数，人员改为不占编。',
          facts: { 核定: line.quota, 占用: people.length },
        },
      ]
    })
  },
}
