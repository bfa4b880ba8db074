import { OFF_QUOTA_KIND_NAMES } from '../../model/person.ts'
import type { Flag, Rule } from '../rule.ts'
import { jiangxiPlan } from '../sources.ts'

/** 逐步消化计划 of a year that is over: fewer left than were to leave. What the book knows of who left counts. */
export const runOffMissedRule: Rule<'runOffPlans' | 'offQuotaHistory'> = {
  id: 'A17',
  title: '编外人员按计划消化',
  severity: 'warning',
  effect: 'none',
  sources: [jiangxiPlan({ article: '二（二）3', clause: '自聘人员逐步予以消化' })],
  pack: null,
  stage: 'facts',
  reads: ['runOffPlans', 'offQuotaHistory'],
  parameters: [],
  check: ({ snapshot }) =>
    snapshot.runOffPlans.flatMap((plan): readonly Flag[] => {
      if (plan.year >= Number(snapshot.asOf.slice(0, 4))) return []
      const left = snapshot.offQuotaHistory.filter(
        ({ offQuotaKind, validTo }) => offQuotaKind === plan.kind && validTo?.startsWith(`${plan.year}-`) === true,
      ).length
      const missed = plan.amount - left
      if (missed <= 0) return []
      const paper = plan.documentNumber === null ? '' : `（${plan.documentNumber}）`
      return [
        {
          text:
            `${plan.year} 年计划消化${OFF_QUOTA_KIND_NAMES[plan.kind]} ${plan.amount} 名${paper}，` +
            `登记退出 ${left} 名，差 ${missed} 名。`,
          remedy: '已经退出的，补登编外退出；没有完成的，调整以后年度的计划并写明文件。',
          facts: { 年度: plan.year, 计划: plan.amount, 退出: left, 相差: missed },
        },
      ]
    }),
}
