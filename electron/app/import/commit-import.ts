import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import type { ImportPlan } from '../../domain/import-plan/import-plan.ts'
import { writesNothing, type PlannedWrites } from '../../domain/import-plan/planned-writes.ts'
import { readHead } from '../../store/journal.ts'
import { writeImport } from '../../store/import-write.ts'
import type { CommandContext } from '../context.ts'
import type { FactWrite } from '../../domain/ledger/planning/event-plan.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { writeFacts } from '../../store/write-facts.ts'
import { importAnswer, standingOfImport } from './import-standing.ts'
import { forgetFile, gatherImport } from './gather-import.ts'
import { keepAnswers } from './keep-answers.ts'
import { importSummary } from './import-views.ts'

/**
 * Imports the staged file: a verified copy first, then all of it in one transaction and one journal entry, or none of it.
 * Open questions, or refused rows without `skipRefused`: nothing is written and the answer says `committed: false`. Nothing to change: no entry, no copy.
 * @throws `plan_changed` when the book or the file's reading is no longer what was previewed; `nothing_to_import`, `no_roster_found`.
 */
export async function commitImport(
  input: Input<'import.commit'>,
  context: CommandContext,
): Promise<Output<'import.commit'>> {
  const { planHash, ...rest } = input
  const { file, plan, head, workbook, shape, newAnswers } = await gatherImport(rest, context)
  if (planHash !== undefined && planHash !== plan.hash) throw new Refusal('plan_changed')
  const told = importSummary(plan, workbook)
  const summary = { ...told, notes: [...told.notes, ...warningsOf(plan)] }
  const unread = workbook.sheets.every((sheet) => sheet.purpose === 'ignored')
  if (workbook.questions.length > 0 && !unread) return { ...summary, committed: false, seq: null }
  if (plan.rows.length === 0) throw new Refusal('nothing_to_import', { file: file.name })
  if (plan.refused.length > 0 && input.skipRefused !== true) return { ...summary, committed: false, seq: null }
  const answered = Object.keys(newAnswers).length > 0
  if (writesNothing(plan.writes) && !answered)
    return { ...summary, committed: plan.refused.length < plan.rows.length, seq: null }

  const tools = { newId: context.newId, recordedAt: context.clock.now(), today: context.clock.today() }
  const answer =
    input.standsOver === undefined || input.standsOver.length === 0
      ? []
      : importAnswer(standingOfImport(await loadFacts(context.db), plan), input.standsOver, '导入时指定', tools)
  context.report('备份', 0, 1)
  await context.backup('导入前')
  const total = rowsToWrite(plan.writes)
  let done = 0
  const { entry } = await context.commit(
    { effectiveOn: plan.effectiveOn, summary: summaryText(plan) },
    async (tx, journal) => {
      // Between planning and the write lock something else may have been written: then the plan is no longer about this book.
      if ((await readHead(tx)).hash !== head || context.signal.aborted)
        throw new Refusal(context.signal.aborted ? 'cancelled' : 'plan_changed')
      if (answered) await keepAnswers(newAnswers, shape, file.name, [tx, journal], context)
      const real = await writeImport(journal, plan.writes, {
        recordedAt: context.clock.now(),
        newId: context.newId,
        wrote: (rows) => {
          done += rows
          context.report('写入', done, total)
        },
      })
      await writeFacts(
        journal,
        answer.map((write) => withRealIds(write, real)),
      )
    },
  )
  forgetFile(file)
  return { ...summary, committed: true, seq: entry.seq }
}

/** More would be a list nobody reads; the preview has every row's own. */
const TOLD = 100

/** What the rows warn of: who imports without looking at the preview is told it too. */
function warningsOf(plan: ImportPlan): readonly string[] {
  const all = new Set(
    plan.rows.flatMap((row) => row.notes.flatMap((note) => (note.level === 'warning' ? [note.text] : []))),
  )
  const told = [...all].slice(0, TOLD)
  return all.size > told.length ? [...told, `另有 ${all.size - told.length} 处提醒，见导入预览。`] : told
}

/** The answer was given about the plan's people and units: now they have their ids. */
function withRealIds(write: FactWrite, real: (id: string) => string): FactWrite {
  if (write.op !== 'insert' || write.table !== 'over_quota_choice') return write
  return { ...write, row: { ...write.row, person_id: real(write.row.person_id), unit_id: real(write.row.unit_id) } }
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
  const words = parts.filter((part) => part !== '').join('，')
  return `导入花名册：${words === '' ? '记下对表格的回答' : words}`
}
