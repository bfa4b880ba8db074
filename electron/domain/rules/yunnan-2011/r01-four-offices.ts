import { PACK_IDS } from '../packs/pack-ids.ts'
import { numberParameter } from '../parameters.ts'
import type { Rule } from '../rule.ts'
import { yunnanReform } from '../sources.ts'

const LIMIT = 'officeLimit'

/** 不超过 excludes nothing up to the number itself: four are allowed, a fifth is not (民法典 第1259条). */
export const fourOfficesRule: Rule<'units'> = {
  id: 'R003-01',
  title: '乡镇机关不超过4个办公室',
  severity: 'error',
  effect: 'none',
  sources: [yunnanReform({ article: '一', clause: '全市乡镇机关设置不超过4个办公室' })],
  pack: PACK_IDS.yunnan2011,
  stage: 'facts',
  reads: ['units'],
  parameters: [LIMIT],
  check: ({ snapshot, parameters }) => {
    const limit = numberParameter(parameters, LIMIT)
    const offices = snapshot.units.filter((unit) => unit.kind === 'office')
    if (offices.length <= limit) return []
    return [
      {
        text: `乡镇机关最多设 ${limit} 个办公室，现有 ${offices.length} 个，多 ${offices.length - limit} 个：${offices.map((unit) => unit.name).join('、')}。`,
        remedy: '核对哪些是内设机构；确属多设的，报机构编制部门合并或撤销。',
        facts: { 上限: limit, 现有: offices.length, 多设: offices.length - limit },
      },
    ]
  },
}
