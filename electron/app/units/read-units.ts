import type { Input, Output } from '../../contract/operations.ts'
import { QUOTA_CATEGORY_NAMES } from '../../domain/model/quota-category.ts'
import type { QueryContext } from '../context.ts'
import { readAskedSnapshot } from '../read-book-state.ts'

/** 机构编制 of a day: every unit with the entries in force, the township itself with its approved totals. */
export async function readUnits(input: Input<'units.read'>, context: QueryContext): Promise<Output<'units.read'>> {
  const snapshot = await readAskedSnapshot(context, input)
  const quotas = Map.groupBy(snapshot.quotas, (quota) => quota.unitId)
  const leadership = new Map(snapshot.leadershipQuotas.map((entry) => [entry.unitId, entry]))
  return {
    asOf: snapshot.asOf,
    units: snapshot.units.map((unit) => {
      const leaders = leadership.get(unit.id)
      return {
        unitId: unit.id,
        name: unit.name,
        kind: unit.kind,
        parentId: unit.parentId,
        managingBody: unit.managingBody,
        nameplates: [...unit.nameplates],
        validFrom: unit.validFrom,
        quotas: (quotas.get(unit.id) ?? []).map((quota) => ({
          category: QUOTA_CATEGORY_NAMES[quota.category],
          categoryCode: quota.category,
          role: quota.role,
          amount: quota.amount,
          documentNumber: quota.documentNumber,
          validFrom: quota.validFrom,
        })),
        leadership:
          leaders === undefined
            ? null
            : {
                amount: leaders.amount,
                chief: leaders.chief,
                deputy: leaders.deputy,
                documentNumber: leaders.documentNumber,
                validFrom: leaders.validFrom,
              },
      }
    }),
  }
}
