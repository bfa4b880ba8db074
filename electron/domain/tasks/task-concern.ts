import type { WorkTask } from '../model/records.ts'

/** Whose a task is, seen from this township. `none`: other bodies' alone, whose delay is not the township's. */
export type TaskConcern = 'lead' | 'support' | 'none'

/** 各乡镇, 乡镇党委, 本乡镇: the township by what it is. */
const TOWNSHIPS = /乡镇|各乡|各镇|本乡|本镇|乡党委|镇党委|乡\(镇\)|乡（镇）/u
/** Bodies above or beside a township, by what their names end in or are. */
const OTHER_BODIES =
  /局|编办|法制办|政法委|纪委监委|宣传部|统战部|组织部|财政部门|总工会|团市委|团县委|妇联|残联|人大办|政协办|政府办|党委办|县委|市委|区委|领导小组办公室|服务中心|相关部门|各部门|直各/u

/**
 * Whether the township leads a task (牵头单位 or 责任单位 names it), takes part (配合单位 does) or has no part in it. What the clerk has
 * said of it goes before; a task that names nobody above is the township's own.
 */
export function concernOf(
  {
    ours,
    leadUnit,
    responsibleUnit,
    supportingUnits,
  }: Pick<WorkTask, 'ours' | 'leadUnit' | 'responsibleUnit' | 'supportingUnits'>,
  township: string,
): TaskConcern {
  if (ours === false) return 'none'
  const names = (text: string | null) => text !== null && (TOWNSHIPS.test(text) || text.includes(township))
  const leads = [leadUnit, responsibleUnit].filter((text) => text !== null)
  if (leads.some(names)) return 'lead'
  if (names(supportingUnits)) return 'support'
  if (leads.some((text) => OTHER_BODIES.test(text))) return ours === true ? 'support' : 'none'
  return 'lead'
}
