import { OperationError } from '../contract/errors.ts'
import type { Input } from '../contract/operations.ts'
import type { ImportPlan } from '../domain/import-plan/import-plan.ts'
import { effectiveDay, planImport } from '../domain/import-plan/plan-import.ts'
import type { RawWorkbook } from '../domain/import-plan/raw-workbook.ts'
import { recogniseWorkbook } from '../domain/import-plan/recognise-workbook.ts'
import type { RecognisedWorkbook } from '../domain/import-plan/recognised-workbook.ts'
import { sha256 } from '../store/canonical.ts'
import { loadBookState } from '../store/import-store.ts'
import type { QueryContext, StagedFile } from './context.ts'

/** The file as read and what importing it would do. */
export interface GatheredImport {
  readonly file: StagedFile
  readonly workbook: RecognisedWorkbook
  readonly plan: ImportPlan
  /** Newest journal entry of the book the plan was made against. */
  readonly head: string
}

/** A staged file is read once: preview, its corrections by hand and the confirmation share the result. It goes when the file goes. */
const READ = new WeakMap<StagedFile, RawWorkbook>()

/**
 * Reads the staged file and holds it against the book as it is now.
 * Without `mappings`, a file in which nothing is recognised is refused; with them (even none) it is shown, so that its columns can be named.
 */
export async function gatherImport(input: Omit<Input<'import.preview'>, 'taskId'>, context: QueryContext): Promise<GatheredImport> {
  const file = context.stagedFile(input.fileId)
  const raw = await readOnce(file, context)
  const workbook = recogniseWorkbook(raw, input.mappings ?? [])
  context.report('识别', 1, 1)
  if (input.mappings === undefined && workbook.sheets.every((sheet) => sheet.purpose === 'ignored')) throw new OperationError('no_roster_found', { file: file.name })
  if (context.signal.aborted) throw new OperationError('cancelled')
  const options = { effectiveOn: input.effectiveOn, today: context.clock.today(), digest: sha256 }
  const day = effectiveDay(workbook, options)
  const state = await loadBookState(context.db, day > options.today ? day : options.today)
  context.report('比对', 0, 1)
  const plan = planImport(workbook, state, options)
  context.report('比对', 1, 1)
  if (context.signal.aborted) throw new OperationError('cancelled')
  return { file, workbook, plan, head: state.head }
}

async function readOnce(file: StagedFile, context: QueryContext): Promise<RawWorkbook> {
  const known = READ.get(file)
  if (known !== undefined) return known
  context.report('读取', 0, 1)
  const raw = await context.excel.parse(file, { signal: context.signal, report: context.report })
  READ.set(file, raw)
  context.report('读取', 1, 1)
  return raw
}
