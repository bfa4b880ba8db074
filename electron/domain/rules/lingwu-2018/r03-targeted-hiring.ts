import { PACK_IDS } from '../packs/pack-ids.ts'
import { natureOfCategory } from '../../model/quota-category.ts'
import { numberParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { lingwu2018 } from '../sources.ts'

const LEAST = 'targetedHiringLeast'
const MOST = 'targetedHiringMost'

/** This year's plans for 涉农专业技术人员 together: one or two, and on seats that are vacant. No plan, nothing to judge. */
export const targetedHiringRule: Rule<'records'> = {
  id: 'R002-03',
  title: '定向招录涉农专业技术人员1-2名',
  severity: 'error',
  effect: 'none',
  sources: [lingwu2018({ article: '三（三）', clause: '每个乡镇利用空编定向招录涉农专业技术人员1-2名' })],
  pack: PACK_IDS.lingwu2018,
  stage: 'facts',
  reads: ['records'],
  parameters: [LEAST, MOST],
  check: ({ snapshot, figures, parameters }) => {
    const year = Number(snapshot.asOf.slice(0, 4))
    const plans = snapshot.records.hiringPlan.filter((plan) => plan.targeted && plan.year === year)
    if (plans.length === 0) return []
    const planned = plans.reduce((sum, plan) => sum + plan.amount, 0)
    const vacancy = figures.totals
      .filter((total) => natureOfCategory(total.category) === 'institution')
      .reduce((sum, total) => sum + total.vacancy, 0)
    return [
      ...outsideRange(year, planned, numberParameter(parameters, LEAST), numberParameter(parameters, MOST)),
      ...withoutSeats(year, planned, vacancy),
    ]
  },
}

function outsideRange(year: number, planned: number, least: number, most: number): readonly Flag[] {
  if (planned >= least && planned <= most) return []
  const what = planned > most ? `多 ${planned - most} 名` : `少 ${least - planned} 名`
  return [
    {
      text: `${year} 年计划定向招录涉农专业技术人员 ${planned} 名，每个乡镇 ${least}-${most} 名，${what}。`,
      remedy: '按规定人数修改用编计划。',
      facts: { 计划: planned, 最少: least, 最多: most },
    },
  ]
}

function withoutSeats(year: number, planned: number, vacancy: number): readonly Flag[] {
  if (planned <= vacancy) return []
  return [
    {
      text: `${year} 年计划定向招录涉农专业技术人员 ${planned} 名，全乡镇事业编制空编 ${vacancy} 名，无空编 ${planned - vacancy} 名；定向招录利用空编。`,
      remedy: '按空编数减少计划，或先腾出编制。',
      facts: { 计划: planned, 空编: vacancy },
    },
  ]
}
