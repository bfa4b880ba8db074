import { PACK_IDS } from '../packs/pack-ids.ts'
import type { QuotaCategory } from '../../model/quota-category.ts'
import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import type { Flag, Rule, RuleInput } from '../rule.ts'
import { maskedCountyPlan } from '../sources.ts'

/** What the year's plans mean to fill, together with those who are here, within 核定编制. A plan without a unit is the township's. */
export const fillWithinQuotaRule: Rule<'records'> = {
  id: 'R001-09',
  title: '在编制员额内补充人员',
  severity: 'error',
  effect: 'none',
  sources: [
    maskedCountyPlan({
      article: '四（四）xx.创新人员管理方式',
      clause: '根据乡镇工作需要,及时在编制员额内补充人员。',
    }),
  ],
  pack: PACK_IDS.maskedCounty2022,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: (input) => {
    const year = Number(input.snapshot.asOf.slice(0, 4))
    const plans = input.snapshot.records.hiringPlan.filter((plan) => plan.year === year)
    return [...Map.groupBy(plans, (plan) => plan.unitId)].flatMap(([unitId, own]) =>
      [...Map.groupBy(own, (plan) => plan.category)].flatMap(([category, same]) =>
        judge({ unitId, category, year, planned: sum(same.map((plan) => plan.amount)) }, input),
      ),
    )
  },
}

interface Plan {
  readonly unitId: string | null
  readonly category: QuotaCategory
  readonly year: number
  readonly planned: number
}

function judge({ unitId, category, year, planned }: Plan, { figures, index }: RuleInput<'records'>): readonly Flag[] {
  const lines = unitId === null ? figures.totals : figures.lines.filter((line) => line.unitId === unitId)
  const same = lines.filter((line) => line.category === category)
  const quota = sum(same.map((line) => line.quota))
  const actual = sum(same.map((line) => line.actual))
  const over = actual + planned - quota
  if (planned === 0 || over <= 0) return []
  const place = unitId === null ? '全乡镇' : (index.unit(unitId)?.name ?? '（已撤销机构）')
  return [
    {
      unitId,
      text: `${place} ${QUOTA_CATEGORY_NAMES[category]}核定 ${quota} 名，实有 ${actual} 名，${year} 年计划补充 ${planned} 名，合计超出 ${over} 名。`,
      remedy: '减少计划人数，或先取得增编批文。',
      facts: { 核定: quota, 实有: actual, 计划补充: planned, 超出: over },
    },
  ]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
