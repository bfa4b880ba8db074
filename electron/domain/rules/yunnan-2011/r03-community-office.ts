import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Rule } from '../rule.ts'
import { planUnit } from '../jiangxi-township/plan-unit.ts'
import { COMMUNITY_OFFICE } from './r02-office-names.ts'
import { yunnanReform } from '../sources.ts'

/** Only for a township that has become a 街道; that there are still at most four offices is R003-01. */
export const communityOfficeRule: Rule<'units' | 'records'> = {
  id: 'R003-03',
  title: '社区建设管理办公室只用于改设的街道',
  severity: 'warning',
  effect: 'none',
  sources: [yunnanReform({ article: '一', clause: '乡镇改街道办事处的,考虑设置社区建设管理办公室' })],
  pack: PACK_IDS.yunnan2011,
  stage: 'facts',
  reads: ['units', 'records'],
  parameters: [],
  check: ({ snapshot }) => {
    const unit = planUnit(snapshot.units, snapshot.book.name, COMMUNITY_OFFICE)
    const type = snapshot.records.township[0]?.townshipType ?? null
    if (unit === undefined || type === 'subdistrict') return []
    if (type === null)
      return [
        {
          unitId: unit.id,
          severity: 'info',
          text: `设有${unit.name}；还没有登记本乡镇是否改设街道，请核对。`,
          remedy: '在“资料”的乡镇概况里登记类型。',
        },
      ]
    return [
      {
        unitId: unit.id,
        text: `设有${unit.name}；本乡镇登记为${type === 'town' ? '镇' : '乡'}，只有改设街道的才考虑设置。`,
        remedy: '核对乡镇类型；没有改设街道的，并入其他办公室。',
      },
    ]
  },
}
