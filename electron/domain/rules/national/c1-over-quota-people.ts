import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import { reformPlan000 } from '../sources.ts'
import type { Flag, Rule } from '../rule.ts'
import { dateText } from '../wording.ts'

/** Who stands beyond the quota: off the sheet, on a list of their own. The order is `overQuotaPeople`'s. */
export const overQuotaPeopleRule: Rule<never> = {
  id: 'C1',
  title: '超编人员另列名单',
  severity: 'error',
  effect: 'overQuota',
  source: reformPlan000({ article: '三、加强编制管理 2', clause: '对超编人员和不符合有关人事管理规定配备的人员,不纳入编制实名制管理。' }),
  pack: null,
  stage: 'standing',
  reads: [],
  parameters: [],
  check: ({ figures, index, standing }) => {
    const lines = new Map(figures.lines.map((line) => [`${line.category}|${line.unitId}`, line]))
    return standing.overQuota.flatMap((over): readonly Flag[] => {
      const person = index.person(over.personId)
      const unit = index.unit(over.unitId)
      const line = lines.get(`${over.category}|${over.unitId}`)
      if (person === undefined || unit === undefined || line === undefined) return []
      const order = over.by === 'choice' ? `由经办人指定，理由：${over.reason ?? ''}` : over.enteredOn === null ? '没有入编时间，按登记先后排在最后' : `${dateText(over.enteredOn)}入编，按入编先后排在最后`
      return [
        {
          unitId: over.unitId,
          personId: over.personId,
          text: `${unit.name} ${QUOTA_CATEGORY_NAMES[over.category]}核定 ${line.quota} 名，实有 ${line.actual} 名，超编 ${line.over} 名；${person.name}列为超编（${order}）。`,
          remedy: '消化超编后自动回到在编名单；认为应是别人的，可指定超编人员并写明理由。',
          facts: { 核定: line.quota, 实有: line.actual, 超编: line.over },
        },
      ]
    })
  },
}
