import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Flag, Rule } from '../rule.ts'
import { maskedCountyPlan } from '../sources.ts'

/** 不低于 includes the number itself. Of each rank the latest year on record counts. */
export const payBenchmarkRule: Rule<'records'> = {
  id: 'R001-16',
  title: '乡镇人员收入不低于县直同职级',
  severity: 'error',
  effect: 'none',
  sources: [
    maskedCountyPlan({
      article: '四（四）x3.完善激励机制',
      clause: '使乡镇工作人员收入不低于县直机关同职级人员水平',
    }),
  ],
  pack: PACK_IDS.maskedCounty2022,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot }) => {
    const latest = new Map<string, (typeof snapshot.records.payBenchmark)[number]>()
    for (const own of snapshot.records.payBenchmark.toSorted((left, right) => left.year - right.year))
      latest.set(own.rank, own)
    return [...latest.values()]
      .filter((own) => own.townshipAmount < own.countyAmount)
      .map((own): Flag => ({
        text: `${own.year} 年${own.rank}：乡镇月收入 ${own.townshipAmount} 元，县直机关 ${own.countyAmount} 元，低 ${round(own.countyAmount - own.townshipAmount)} 元。`,
        remedy: '核对补贴、津贴是否计入；确属偏低的，向县有关部门反映。',
        facts: {
          年度: own.year,
          乡镇: own.townshipAmount,
          县直: own.countyAmount,
          相差: round(own.countyAmount - own.townshipAmount),
        },
      }))
  },
}

/** To the fen. */
function round(amount: number): number {
  return Math.round(amount * 100) / 100
}
