import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { recordType } from '../../contract/records.ts'
import { readHead } from '../../store/journal.ts'
import { writeFacts } from '../../store/write-facts.ts'
import type { CommandContext } from '../context.ts'
import { gatherRecords } from './gather-record-import.ts'
import { recordImportView } from './preview-record-import.ts'

/**
 * Imports a sheet of records in one transaction and one journal entry, or none of it; with `skipRefused` the rows without a fault.
 * @throws `import_refused`, `nothing_to_import`, `plan_changed`, `cancelled`, and what gathering throws.
 */
export async function importRecords(
  input: Input<'records.import'>,
  context: CommandContext,
): Promise<Output<'records.import'>> {
  const { skipRefused, ...rest } = input
  const gathered = await gatherRecords(rest, context)
  const { added, refused, head } = gathered
  if (refused.length > 0 && skipRefused !== true)
    throw new Refusal('import_refused', { count: new Set(refused.map((row) => row.row)).size })
  if (added.length === 0) throw new Refusal('nothing_to_import', { file: context.stagedFile(input.fileId).name })
  const { entry } = await context.commit(
    { summary: `导入${recordType(gathered.kind).title} ${added.length} 条` },
    async (tx, journal) => {
      if ((await readHead(tx)).hash !== head || context.signal.aborted)
        throw new Refusal(context.signal.aborted ? 'cancelled' : 'plan_changed')
      await writeFacts(journal, gathered.writes)
    },
  )
  return { ...recordImportView(gathered, context), seq: entry.seq }
}
