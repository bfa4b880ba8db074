import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Rule } from '../rule.ts'
import { countedNature, townshipTotal } from './township-total.ts'
import { yunnanReform } from '../sources.ts'

/** 行政 and 事业 together stay within what was approved in 2005: the book's baseline totals. 机关工勤 is neither. */
export const sizeOf2005Rule: Rule<'records'> = {
  id: 'R003-06',
  title: '行政事业编制不超过2005年核定规模',
  severity: 'error',
  effect: 'none',
  fact: 'aboveBase',
  sources: [yunnanReform({ article: '一', clause: '乡镇行政事业编制总额严格控制在2005年核定规模' })],
  pack: PACK_IDS.yunnan2011,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, figures }) => {
    const told = snapshot.records.referenceTotal.flatMap(({ basis, category, amount }) => {
      const nature = countedNature(category)
      return basis === 'baseline' && nature !== null ? [{ nature, amount }] : []
    })
    if (told.length === 0) {
      return [
        {
          severity: 'info',
          text: '没有登记2005年核定的行政、事业编制数，是否突破没有核查。',
          remedy: '在“资料”的对照总数里登记2005年核定数（改革起点）。',
        },
      ]
    }
    const baseline = told.reduce((sum, total) => sum + total.amount, 0)
    const present = townshipTotal(figures, new Set(told.map(({ nature }) => nature)))
    if (present <= baseline) return []
    return [
      {
        text: `2005年核定 ${baseline} 名，现在各机构合计 ${present} 名，突破 ${present - baseline} 名。`,
        remedy: '核对核定数和文号；确属突破的，报机构编制部门核减。',
        facts: { 二〇〇五年: baseline, 现核定: present, 超出: present - baseline },
      },
    ]
  },
}
