import type { Output } from '../../../electron/contract/operations.ts'

export type PlanRow = Output<'offQuota.read'>['plan'][number]

/** The plan kind by kind, and of each only the years that tell something: the first, the last, and those in which someone goes or is planned to go. */
export function tellingYears(plan: readonly PlanRow[]): readonly PlanRow[] {
  const kinds = [...new Set(plan.map((row) => row.kind))]
  return kinds.flatMap((kind) => {
    const rows = plan.filter((row) => row.kind === kind).toSorted((a, b) => a.year - b.year)
    return rows.filter(
      (row, index) =>
        index === 0 || index === rows.length - 1 || row.planned !== null || row.retiring > 0 || row.left > 0,
    )
  })
}
