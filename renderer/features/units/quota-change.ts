import type { CategoryCode } from '../../../electron/contract/shapes.ts'
import type { UnitView } from './unit-rows.ts'

interface Wanted {
  /** The units of the day the number takes force; undefined while they are being read. */
  readonly units: readonly UnitView[] | undefined
  readonly unitId: string
  readonly category: CategoryCode
  /** The number the document gives. */
  readonly amount: number | undefined
}

export interface QuotaChange {
  /** 核增 or 核减 by the difference; without `by` while it is not known. */
  readonly event: Readonly<Record<string, unknown>>
  /** 核定 of that day; null while it is not known. */
  readonly before: number | null
  /** Why there is nothing to register. */
  readonly nothing: string | null
}

/** The event that leads from the number on record to the number wanted. On the township itself it is the approved total. */
export function quotaChange({ units, unitId, category, amount }: Wanted): QuotaChange {
  const before = units === undefined ? null : numberOnRecord(units, unitId, category)
  const line = { unit: unitId, category }
  if (before === null || amount === undefined)
    return { event: { type: 'quota.increase', ...line }, before, nothing: null }
  const by = amount - before
  return {
    event: { type: by < 0 ? 'quota.decrease' : 'quota.increase', ...line, by: Math.abs(by) },
    before,
    nothing: by === 0 ? `当日核定数就是 ${before} 名，不用登记。` : null,
  }
}

function numberOnRecord(units: readonly UnitView[], unitId: string, category: CategoryCode): number {
  const unit = units.find((one) => one.unitId === unitId)
  const role = unit?.kind === 'township' ? 'ceiling' : 'allocation'
  return unit?.quotas.find((quota) => quota.categoryCode === category && quota.role === role)?.amount ?? 0
}
