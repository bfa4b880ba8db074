import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Flag, Rule } from '../rule.ts'
import { headsOf } from './heads.ts'
import { dispatchedUnits } from './organ-setting.ts'
import { maskedCountyPlan } from '../sources.ts'

/** Whoever heads a 派驻机构: the opinion of the township's party committee is on file, of them or of their unit. */
export const partyOpinionRule: Rule<'units' | 'records'> = {
  id: 'R001-13',
  title: '派驻机构负责人任免听取乡镇党委意见',
  severity: 'warning',
  effect: 'none',
  sources: [maskedCountyPlan({ article: '四（二）2', clause: '工作考核和主要负责同志任免要听取所在乡镇党委意见。' })],
  pack: PACK_IDS.maskedCounty2022,
  stage: 'facts',
  reads: ['units', 'records'],
  parameters: [],
  check: ({ snapshot, index }) => {
    const dispatched = new Set(dispatchedUnits(snapshot).map((unit) => unit.id))
    const opinions = snapshot.records.evidence.filter((record) => record.evidence === 'partyOpinion')
    return headsOf(index, (unit) => dispatched.has(unit.id))
      .filter(
        ({ person, unit }) => !opinions.some((opinion) => opinion.personId === person.id || opinion.unitId === unit.id),
      )
      .map(({ person, unit }): Flag => ({
        unitId: unit.id,
        personId: person.id,
        text: `${person.name}是派驻机构${unit.name}的主要负责人，没有登记乡镇党委对其任免的意见。`,
        remedy: '在“资料”里登记凭证：任免听取乡镇党委意见。',
      }))
  },
}
