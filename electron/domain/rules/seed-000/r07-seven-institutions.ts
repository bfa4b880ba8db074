import { numbersParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { reformPlan000 } from '../sources.ts'
import { isPlanUnit, planUnit } from './plan-unit.ts'

const QUOTAS = 'institutionQuotas'

/** Exactly the seven service institutions of the plan. */
export const sevenInstitutionsRule: Rule<'units'> = {
  id: 'R000-07',
  title: '事业站所设7个',
  severity: 'error',
  effect: 'none',
  source: reformPlan000({ article: '二（二）3', clause: '事业站所设置为7个综合性的服务机构。' }),
  pack: 'seed-000',
  stage: 'facts',
  reads: ['units'],
  parameters: [QUOTAS],
  check: ({ snapshot, parameters }) => {
    const planned = Object.keys(numbersParameter(parameters, QUOTAS))
    const institutions = snapshot.units.filter((unit) => unit.kind === 'institution')
    const facts = { 方案: planned.length, 现有: institutions.length }
    const extra = institutions.filter((unit) => !planned.some((name) => isPlanUnit(unit, snapshot.book.name, name)))
    const missing = planned.filter((name) => planUnit(institutions, snapshot.book.name, name) === undefined)
    return [
      ...extra.map((unit): Flag => ({ unitId: unit.id, text: `${unit.name}不在方案的 ${planned.length} 个事业站所之内。`, remedy: '核对机构名称；更名、增设的，登记批文后换用相应规则包。', facts })),
      ...missing.map((name): Flag => ({ text: `方案设置的${name}没有登记为事业单位。`, remedy: '核对机构名称和类别，或补登机构。', facts })),
    ]
  },
}
