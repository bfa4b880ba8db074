import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Flag, Rule } from '../rule.ts'
import { maskedCountyPlan } from '../sources.ts'

/** A plate hangs by a document of its own; one without is what a superior's department may have asked for. */
export const platesRule: Rule<'nameplates'> = {
  id: 'R001-15',
  title: '加挂牌子要有依据',
  severity: 'error',
  effect: 'none',
  sources: [
    maskedCountyPlan({
      article: '四（五）xx.切实减轻基层负担',
      clause: '不得以项目、经费或考核考评等为由要求乡镇对口设立机构和加挂牌子,不得要求在村(社区)设立机构和加挂牌子。',
    }),
  ],
  pack: PACK_IDS.maskedCounty2022,
  stage: 'facts',
  reads: ['nameplates'],
  parameters: [],
  check: ({ snapshot, index }) =>
    snapshot.nameplates.flatMap((plate): readonly Flag[] => {
      const unit = index.unit(plate.unitId)
      if (unit === undefined || plate.documentNumber !== null) return []
      return [
        {
          unitId: unit.id,
          text: `${unit.name}加挂“${plate.name}”牌子，没有登记依据文件。`,
          remedy: '补登批准文号；没有批准的，摘牌并登记。',
          facts: { 牌子: plate.name },
        },
      ]
    }),
}
