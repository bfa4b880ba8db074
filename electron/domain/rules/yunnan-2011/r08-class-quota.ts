import { PACK_IDS } from '../packs/pack-ids.ts'
import { isMasked, maskableNumbers, missingParameterFlag } from '../parameters.ts'
import type { Rule } from '../rule.ts'
import { townshipTotal } from './township-total.ts'
import { yunnanReform } from '../sources.ts'

const QUOTAS = 'classQuotas'

/** 大、中、小乡镇 have each their number; the report speaks of the table and does not print it. */
export const classQuotaRule: Rule<'records'> = {
  id: 'R003-08',
  title: '编制按乡镇类别核定',
  severity: 'error',
  effect: 'none',
  sources: [
    yunnanReform({
      article: '一',
      clause: '乡镇行政事业编制总额严格控制在2005年核定规模,并根据乡镇类别分类核定',
    }),
  ],
  pack: PACK_IDS.yunnan2011,
  stage: 'facts',
  reads: ['records'],
  parameters: [QUOTAS],
  check: ({ snapshot, figures, parameters }) => {
    const quotas = maskableNumbers(parameters, QUOTAS)
    if (isMasked(quotas)) return [missingParameterFlag(quotas)]
    const own = snapshot.records.township[0]?.townshipClass ?? null
    const planned = own === null ? undefined : quotas[own]
    if (planned === undefined) {
      return [
        {
          severity: 'info',
          text: `${own === null ? '没有登记乡镇类别' : `乡镇类别“${own}”不在核定表里`}，按类别核定没有核查。`,
          remedy: `在“资料”的乡镇概况里登记类别（${Object.keys(quotas).join('、')}）。`,
        },
      ]
    }
    const present = townshipTotal(figures)
    if (present === planned) return []
    return [
      {
        text: `${own}类乡镇核定行政、事业编制 ${planned} 名，各机构合计 ${present} 名，相差 ${Math.abs(present - planned)} 名。`,
        remedy: '核对各机构核定数和乡镇类别。',
        facts: { 按类别核定: planned, 现核定: present },
      },
    ]
  },
}
