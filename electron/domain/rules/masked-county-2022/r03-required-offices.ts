import { PACK_IDS } from '../packs/pack-ids.ts'
import { listParameter } from '../parameters.ts'
import type { Flag, Rule, RuleInput } from '../rule.ts'
import { planUnit } from '../jiangxi-township/plan-unit.ts'
import { DEVELOPED_TOWNS, isDevelopedTown, requiredOffice, type RequiredOffice } from './organ-setting.ts'
import { maskedCountyPlan } from '../sources.ts'

const OFFICES = 'requiredOffices'

/** Five offices, each with the plate in its brackets; 经济发展办公室 has none. */
export const requiredOfficesRule: Rule<'units'> = {
  id: 'R001-03',
  title: '必须设立的内设机构和加挂牌子',
  severity: 'error',
  effect: 'none',
  sources: [
    maskedCountyPlan({
      article: '四（一）x',
      clause:
        '其中必须设立的内设机构x个:党政办公室(党建办公室)、农业农村办公室(扶贫工作站)、社会事务办公室(退役军人服务站)、经济发展办公室、社会治理办公室(应急管理办公室)',
    }),
  ],
  pack: PACK_IDS.maskedCounty2022,
  stage: 'facts',
  reads: ['units'],
  parameters: [OFFICES, DEVELOPED_TOWNS],
  check: (input) => {
    const { snapshot, parameters } = input
    if (isDevelopedTown(snapshot.book.name, parameters)) return []
    return listParameter(parameters, OFFICES).flatMap((text) => checkOffice(requiredOffice(text), input))
  },
}

function checkOffice({ name, nameplate }: RequiredOffice, { snapshot }: RuleInput<'units'>): readonly Flag[] {
  const unit = planUnit(
    snapshot.units.filter((own) => own.kind === 'office'),
    snapshot.book.name,
    name,
  )
  if (unit === undefined)
    return [
      {
        text: `没有登记必须设立的内设机构${name}。`,
        remedy: '核对机构名称和类别，或补登机构。',
        facts: { 机构: name },
      },
    ]
  if (nameplate === null || unit.nameplates.includes(nameplate)) return []
  return [
    {
      unitId: unit.id,
      text: `${unit.name}没有登记加挂${nameplate}牌子。`,
      remedy: '登记加挂的牌子和批文。',
      facts: { 机构: name, 牌子: nameplate },
    },
  ]
}
