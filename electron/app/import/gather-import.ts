import type { Catalogue } from '../../vocabulary/catalogue.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input } from '../../contract/operations.ts'
import type { ImportPlan } from '../../domain/import-plan/import-plan.ts'
import { effectiveDay, planImport } from '../../domain/import-plan/plan-import.ts'
import { correctCells } from '../../domain/table/correct-cells.ts'
import type { RawWorkbook } from '../../domain/table/raw-workbook.ts'
import { findReportDate } from '../../domain/table/report-titles.ts'
import { answersOfMappings, understandWorkbook } from '../../domain/table/understand-workbook.ts'
import type { RecognisedWorkbook } from '../../domain/table/recognised-workbook.ts'
import { knownBook } from '../../domain/import-plan/known-book-of.ts'
import { sha256 } from '../../store/canonical.ts'
import type { KeptAnswers } from '../../store/import-answer-store.ts'
import { keptAnswers, newAnswers, rememberedAnswers } from './keep-answers.ts'
import { forgetReading, keptReading } from './kept-reading.ts'
import { loadBookState } from '../../store/import-store.ts'
import type { QueryContext, StagedFile } from '../context.ts'

/** The file as read and what importing it would do. */
export interface GatheredImport {
  readonly file: StagedFile
  readonly workbook: RecognisedWorkbook
  readonly plan: ImportPlan
  /** Newest journal entry of the book the plan was made against. */
  readonly head: string
  /** Every field of a person the book knows. */
  readonly catalogue: Catalogue
  /** The workbook's shape, and what was answered now for the first time. */
  readonly shape: string
  readonly newAnswers: KeptAnswers
  /** What was read by an earlier answer. */
  readonly remembered: KeptAnswers
}

/** A staged file is read once: preview, its corrections by hand and the confirmation share the result. It goes when the file goes. */
const READ = new WeakMap<StagedFile, RawWorkbook>()

/**
 * Reads the staged file and holds it against the book as it is now.
 * Without `mappings`, a file in which nothing is recognised is refused; with them (even none) it is shown, so that its columns can be named.
 */
export async function gatherImport(
  input: Omit<Input<'import.preview'>, 'taskId'>,
  context: QueryContext,
): Promise<GatheredImport> {
  const file = context.stagedFile(input.fileId)
  const { mappings, corrections, answers, effectiveOn } = input
  const question = [mappings, corrections, answers, effectiveOn]
  const gathered = await keptReading({ file, step: 'planned', question }, context, () => gather(file, input, context))
  context.report('比对', 1, 1)
  if (context.signal.aborted) throw new Refusal('cancelled')
  return gathered
}

async function gather(
  file: StagedFile,
  input: Omit<Input<'import.preview'>, 'taskId'>,
  context: QueryContext,
): Promise<GatheredImport> {
  const raw = correctCells(await readOnce(file, context), input.corrections ?? [])
  const options = { effectiveOn: input.effectiveOn, today: context.clock.today(), digest: sha256 }
  const day = effectiveDay({ reportDate: findReportDate(raw) }, options)
  const state = await loadBookState(context.db, day > options.today ? day : options.today)
  const book = knownBook(state, options.today)
  const understood = (answers: KeptAnswers) => understandWorkbook(raw, { answers, book, fileName: file.name })
  // The shape under which answers are kept is the sheet's own, whatever they say of its columns.
  const plain = await keptReading({ file, step: 'understood', question: [input.corrections, day] }, context, async () =>
    understood({}),
  )
  const kept = await keptAnswers(context, plain.shape)
  const given = { ...answersOfMappings(raw, input.mappings ?? []), ...input.answers }
  const answers = { ...kept, ...given }
  const workbook = Object.keys(answers).length === 0 ? plain : understood(answers)
  context.report('识别', 1, 1)
  if (input.mappings === undefined && workbook.sheets.every((sheet) => sheet.purpose === 'ignored'))
    throw new Refusal('no_roster_found', { file: file.name })
  if (context.signal.aborted) throw new Refusal('cancelled')
  context.report('比对', 0, 1)
  const plan = planImport(workbook, state, options)
  return {
    file,
    workbook,
    plan,
    head: state.head,
    catalogue: state.catalogue,
    shape: plain.shape,
    newAnswers: newAnswers({ ...given, ...workbook.implied }, kept),
    remembered: rememberedAnswers(kept, given, workbook),
  }
}

/** The staged file as it was read the first time. */
export async function readOnce(file: StagedFile, context: QueryContext): Promise<RawWorkbook> {
  const known = READ.get(file)
  if (known !== undefined) return known
  context.report('读取', 0, 1)
  const raw = await context.excel.parse(file, { signal: context.signal, report: context.report })
  READ.set(file, raw)
  context.report('读取', 1, 1)
  return raw
}

/** Lets go of what was read of a file, and of what followed from it. */
export function forgetFile(file: StagedFile): void {
  READ.delete(file)
  forgetReading(file)
}
