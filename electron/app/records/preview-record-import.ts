import type { Input, Output } from '../../contract/operations.ts'
import { columnLetters } from '../../domain/table/raw-workbook.ts'
import type { QueryContext } from '../context.ts'
import { gatherRecords, type GatheredRecords } from './gather-record-import.ts'
import { recordNames } from './record-names.ts'
import { recordView } from '../../domain/views/record-view.ts'

const SAMPLE = 20

/** What importing a sheet of records would add and refuse. Changes nothing. */
export async function previewRecordImport(
  input: Input<'records.importPreview'>,
  context: QueryContext,
): Promise<Output<'records.importPreview'>> {
  return recordImportView(await gatherRecords(input, context), context)
}

/** The counts and the first rows, for the preview and for the answer of the import. */
export function recordImportView(
  gathered: GatheredRecords,
  context: Pick<QueryContext, 'clock'>,
): Output<'records.importPreview'> {
  const names = recordNames(gathered.ledger, context.clock.today())
  const { kind, found, added, unchanged, refused } = gathered
  return {
    kind,
    sheet: found.grid.sheet.name,
    columns: found.columns
      .filter(({ header }) => header !== '')
      .map(({ index, header, field }) => ({ column: columnLetters(index), header, field })),
    added: added.length,
    unchanged,
    refused: [...refused],
    repaired: [],
    sample: added.slice(0, SAMPLE).flatMap((row) => recordView(row, names) ?? []),
  }
}
