import type { Unit } from '../../model/unit.ts'

const OWN_LINES = /教育|学校|中学|小学|完小|幼儿园|卫生|国土/

/** 除教育、卫生、国土外: these three stay with the county's departments. Told by the unit's name or by who manages it. */
export function isCountyManaged(unit: Pick<Unit, 'name' | 'managingBody'>): boolean {
  return OWN_LINES.test(unit.name) || OWN_LINES.test(unit.managingBody ?? '')
}
