import type { Input, Output } from '../../contract/operations.ts'
import { dropImportAnswers, readImportAnswers } from '../../store/import-answer-store.ts'
import type { CommandContext } from '../context.ts'
import { gatherImport } from './gather-import.ts'
import { keptUnder } from './keep-answers.ts'

/** Forgets answers wherever they are kept for a workbook of this shape; what was imported by them stays. */
export async function forgetAnswers(
  { fileId, ids }: Input<'import.forget'>,
  context: CommandContext,
): Promise<Output<'import.forget'>> {
  const { shape } = await gatherImport({ fileId, mappings: [] }, context)
  const kept = await readImportAnswers(context.db, keptUnder(shape))
  const known = ids.filter((id) => Object.hasOwn(kept, id))
  if (known.length === 0) return { forgotten: 0, seq: null }
  const { entry } = await context.commit(
    { effectiveOn: context.clock.today(), summary: `忘掉对表格的 ${known.length} 个回答` },
    (tx, journal) => dropImportAnswers(tx, journal, keptUnder(shape), known),
  )
  return { forgotten: known.length, seq: entry.seq }
}
