import { SHIPPED, type Catalogue } from '../../vocabulary/catalogue.ts'
import type { BlankKind } from '../../contract/blank-operations.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { recordType } from '../../contract/records.ts'
import type { BlankWorkbook } from '../../domain/blank/blank-workbook.ts'
import { recordBlank } from '../../domain/blank/record-blank.ts'
import { rosterBlank } from '../../domain/blank/roster-blank.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import { readCatalogue } from '../../store/own-field-store.ts'
import type { ExcelPort } from '../context.ts'
import type { Kysely } from 'kysely'

/** An empty workbook with drop-downs, to be filled in and imported; `db`: of an open book, whose own fields stand in it as well. */
export async function makeBlankFile(
  { kind }: Input<'blank.file'>,
  excel: Pick<ExcelPort, 'blank'>,
  db: Kysely<BookDatabase> | null = null,
): Promise<Output<'blank.file'>> {
  const workbook = blankOf(kind, db === null ? SHIPPED : await readCatalogue(db))
  const content = await excel.blank(workbook, { signal: new AbortController().signal })
  return {
    kind,
    fileName: `${workbook.name}.xlsx`,
    sheets: workbook.sheets.map(({ name }) => name),
    base64: Buffer.from(content).toString('base64'),
  }
}

function blankOf(kind: BlankKind, catalogue: Catalogue): BlankWorkbook {
  return kind === 'roster' ? rosterBlank(catalogue) : recordBlank({ kind, ...recordType(kind) })
}
