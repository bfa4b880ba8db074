import type { BlankKind } from '../contract/blank-operations.ts'
import type { Input, Output } from '../contract/operations.ts'
import { recordType } from '../contract/records.ts'
import type { BlankWorkbook } from '../domain/blank/blank-workbook.ts'
import { recordBlank } from '../domain/blank/record-blank.ts'
import { ROSTER_BLANK } from '../domain/blank/roster-blank.ts'
import type { ExcelPort } from './context.ts'

/** An empty workbook with drop-downs, to be filled in and imported. */
export async function makeBlankFile({ kind }: Input<'blank.file'>, excel: Pick<ExcelPort, 'blank'>): Promise<Output<'blank.file'>> {
  const workbook = blankOf(kind)
  const content = await excel.blank(workbook, { signal: new AbortController().signal })
  return { kind, fileName: `${workbook.name}.xlsx`, sheets: workbook.sheets.map(({ name }) => name), base64: Buffer.from(content).toString('base64') }
}

function blankOf(kind: BlankKind): BlankWorkbook {
  return kind === 'roster' ? ROSTER_BLANK : recordBlank({ kind, ...recordType(kind) })
}
