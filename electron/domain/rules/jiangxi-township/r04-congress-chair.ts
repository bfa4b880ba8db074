import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Flag, Rule } from '../rule.ts'
import { nameList } from '../wording.ts'
import { holdersOf, isCongressChair, isCongressDeputyChair } from '../post-holders.ts'
import { jiangxiPlan } from '../sources.ts'

/** One 人大主席 and no 人大副主席. A vacant chair is no breach. */
export const congressChairRule: Rule<never> = {
  id: 'R000-04',
  title: '人大设主席1名，不设副主席',
  severity: 'error',
  effect: 'none',
  sources: [jiangxiPlan({ article: '二（二）2', clause: '乡人大设主席1名,进党委班子,不另设人大副主席。' })],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: [],
  parameters: [],
  check: ({ index }) => {
    const chairs = holdersOf(index, isCongressChair)
    const deputies = holdersOf(index, isCongressDeputyChair)
    const tooMany: readonly Flag[] =
      chairs.length > 1
        ? [
            {
              text: `方案设人大主席 1 名，现有 ${chairs.length} 名：${nameList(chairs.map(({ person }) => person))}。`,
              remedy: '核对职务名称和任免文件。',
              facts: { 方案: 1, 现有: chairs.length },
            },
          ]
        : []
    return [
      ...tooMany,
      ...deputies.map(({ person, unitId }): Flag => ({
        unitId,
        personId: person.id,
        text: `${person.name}任人大副主席；方案规定不另设人大副主席。`,
        remedy: '核对职务名称和任免文件；确属违规设置的，按干部管理权限调整。',
        facts: { 方案: 0, 现有: deputies.length },
      })),
    ]
  },
}
