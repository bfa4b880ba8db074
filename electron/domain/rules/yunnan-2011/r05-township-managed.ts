import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Flag, Rule } from '../rule.ts'
import { isCountyManaged } from './county-managed.ts'
import { yunnanReform } from '../sources.ts'

/** Institutions are the township's own, but for schools, health and 国土. */
export const townshipManagedRule: Rule<'units'> = {
  id: 'R003-05',
  title: '事业单位划归乡镇党委政府管理',
  severity: 'error',
  effect: 'none',
  fact: 'managedElsewhere',
  sources: [yunnanReform({ article: '一', clause: '除教育、卫生、国土外,乡镇事业单位全部划归乡镇党委政府管理' })],
  pack: PACK_IDS.yunnan2011,
  stage: 'facts',
  reads: ['units'],
  parameters: [],
  check: ({ snapshot }) =>
    snapshot.units.flatMap((unit): readonly Flag[] => {
      const { managingBody } = unit
      if (unit.kind !== 'institution' || managingBody === null || isCountyManaged(unit)) return []
      return [
        {
          unitId: unit.id,
          text: `${unit.name}登记为${managingBody}管理；除教育、卫生、国土外，乡镇事业单位应由乡镇党委政府管理。`,
          remedy: '核对人财物归属；已经下划的，把管理单位改为乡镇。',
          facts: { 管理单位: managingBody },
        },
      ]
    }),
}
