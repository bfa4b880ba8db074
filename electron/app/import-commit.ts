import { OperationError } from '../contract/errors.ts'
import type { Input, Output } from '../contract/operations.ts'
import type { ImportPlan } from '../domain/import-plan/import-plan.ts'
import { writesNothing, type PlannedWrites } from '../domain/import-plan/planned-writes.ts'
import { readHead } from '../store/journal.ts'
import { writeImport } from '../store/import-store.ts'
import type { CommandContext } from './context.ts'
import { gatherImport } from './gather-import.ts'
import { importSummary } from './import-views.ts'

/**
 * Imports the staged file: a verified copy first, then all of it in one transaction and one journal entry, or none of it.
 * Refused rows without `skipRefused`: nothing is written and the answer says `committed: false`. Nothing to change: no entry, no copy.
 * @throws `plan_changed` when the book or the file's reading is no longer what was previewed; `nothing_to_import`, `no_roster_found`.
 */
export async function commitImport(input: Input<'import.commit'>, context: CommandContext): Promise<Output<'import.commit'>> {
  const { planHash, ...rest } = input
  const { file, plan, head } = await gatherImport(rest, context)
  if (planHash !== undefined && planHash !== plan.hash) throw new OperationError('plan_changed')
  if (plan.rows.length === 0) throw new OperationError('nothing_to_import', { file: file.name })
  const summary = importSummary(plan)
  if (plan.refused.length > 0 && input.skipRefused !== true) return { ...summary, committed: false, seq: null }
  if (writesNothing(plan.writes)) return { ...summary, committed: plan.refused.length < plan.rows.length, seq: null }

  context.report('备份', 0, 1)
  await context.backup('导入前')
  const total = rowsToWrite(plan.writes)
  let done = 0
  const { entry } = await context.commit({ effectiveOn: plan.effectiveOn, summary: summaryText(plan) }, async (tx, journal) => {
    // Between planning and the write lock something else may have been written: then the plan is no longer about this book.
    if ((await readHead(tx)).hash !== head || context.signal.aborted) throw new OperationError(context.signal.aborted ? 'cancelled' : 'plan_changed')
    await writeImport(journal, plan.writes, {
      recordedAt: context.clock.now(),
      newId: context.newId,
      wrote: (rows) => {
        done += rows
        context.report('写入', done, total)
      },
    })
  })
  return { ...summary, committed: true, seq: entry.seq }
}

function rowsToWrite(writes: PlannedWrites): number {
  return Object.values(writes).reduce((total, list) => total + list.length, 0)
}

function summaryText(plan: ImportPlan): string {
  const { quotas, people, others, concurrent, units } = plan.counts
  const parts = [
    units.added > 0 ? `新建机构 ${units.added} 个` : '',
    quotas.added + quotas.updated > 0 ? `编制新增 ${quotas.added} 条、更新 ${quotas.updated} 条` : '',
    people.added + people.updated > 0 ? `在编人员新增 ${people.added} 人、更新 ${people.updated} 人` : '',
    others.added + others.updated > 0 ? `编外和借入人员新增 ${others.added} 人、更新 ${others.updated} 人` : '',
    concurrent.added + concurrent.updated > 0 ? `兼任 ${concurrent.added + concurrent.updated} 条` : '',
  ]
  return `导入花名册：${parts.filter((part) => part !== '').join('，')}`
}
