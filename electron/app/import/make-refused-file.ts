import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { refusedSheet, refusedTables } from '../../domain/import-plan/refused-table.ts'
import type { QueryContext } from '../context.ts'
import { gatherImport } from './gather-import.ts'

/** The rows an import refuses as a workbook of their own, with the reasons. @throws `nothing_to_import` where none is refused. */
export async function refusedFile(
  input: Input<'import.refusedFile'>,
  context: QueryContext,
): Promise<Output<'import.refusedFile'>> {
  const { file, workbook, plan } = await gatherImport(input, context)
  const tables = refusedTables(workbook, plan.refused)
  if (tables.length === 0) throw new Refusal('nothing_to_import', { file: file.name })
  const content = await context.excel.draw(refusedSheet(tables), { signal: context.signal, audience: 'bureau' })
  return {
    fileName: `${file.name.replace(/\.[^.]*$/u, '')}（被拒绝的行）.xlsx`,
    rows: tables.reduce((total, { rows }) => total + rows.length, 0),
    base64: Buffer.from(content).toString('base64'),
  }
}
