import { lineKey } from '../../model/holding-groups.ts'
import { firstDayOf } from '../../model/plain-date.ts'
import type { OverQuotaPerson } from '../../roster/over-quota-order.ts'
import type { Flag, Rule } from '../rule.ts'
import { toleratedWeight } from '../tolerated-weight.ts'
import { dateText, lineName, nameList, peopleOf } from '../wording.ts'
import { namedRoster, jiangxiPlan } from '../sources.ts'

/** Who stands beyond the quota: off the sheet, on a list of their own. The order is `overQuotaPeople`'s. */
export const overQuotaPeopleRule: Rule<never> = {
  id: 'C1',
  title: '超编人员另列名单',
  severity: 'error',
  effect: 'overQuota',
  sources: [
    namedRoster,
    jiangxiPlan({
      article: '三、加强编制管理 2',
      clause: '对超编人员和不符合有关人事管理规定配备的人员,不纳入编制实名制管理。',
    }),
  ],
  pack: null,
  stage: 'standing',
  reads: [],
  parameters: [],
  check: ({ figures, index, standing }) => {
    const over = Map.groupBy(standing.overQuota, (own) => lineKey(own.unitId, own.category))
    if (over.size === 0) return []
    return figures.lines.flatMap((line) =>
      (over.get(lineKey(line.unitId, line.category)) ?? []).map((own): Flag => ({
        ...toleratedWeight(line),
        unitId: line.unitId,
        personId: own.personId,
        text:
          `${lineName(index, line)}核定 ${line.quota} 名，实有 ${line.actual} 名，超编 ${line.over} 名；` +
          `${nameList(peopleOf(index, [own.personId]))}列为超编（${orderOf(own)}）。`,
        remedy: '消化超编后自动回到在编名单；认为应是别人的，可指定超编人员并写明理由。',
        facts: { 核定: line.quota, 实有: line.actual, 超编: line.over },
      })),
    )
  },
}

function orderOf({ by, reason, overUntil, since, enteredOn }: OverQuotaPerson): string {
  if (by === 'choice') return `由经办人指定，理由：${reason ?? ''}`
  if (by === 'letIn') return `超编进入，计划${overUntil === null ? '' : dateText(overUntil)}前消化`
  if (enteredOn === null) return '没有入编时间，按登记先后排在最后'
  return since === null || since === firstDayOf(enteredOn)
    ? `${dateText(enteredOn)}入编，按入编先后排在最后`
    : `${dateText(since)}进入本机构这类编制，按进入先后排在最后`
}
