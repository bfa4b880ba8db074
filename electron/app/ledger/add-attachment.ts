import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { addScan, hashOfScan, hasScan, readDocumentByNumber } from '../../store/attachment-store.ts'
import type { CommandContext } from '../context.ts'
import { takeScan } from './take-scan.ts'

/**
 * Keeps the scan of a basis document inside the book, so that it goes wherever the book goes.
 * @throws `name_unknown` for a number the book has no document of; `file_too_large`; `invalid_input` for anything but PDF, JPG and PNG, judged by content.
 */
export async function addAttachment(
  input: Input<'attachment.add'>,
  context: CommandContext,
): Promise<Output<'attachment.add'>> {
  const { documentNumber } = input
  const scan = takeScan(context, input.fileId, '扫描件')
  const id = context.newId()
  const { entry } = await context.commit(
    { documentNumber, summary: `${documentNumber}附扫描件` },
    async (tx, journal) => {
      const document = await readDocumentByNumber(tx, documentNumber)
      if (document === undefined) throw new Refusal('name_unknown', { name: documentNumber, what: '依据文件' })
      if (await hasScan(tx, document.id, hashOfScan(scan.content)))
        throw new Refusal('event_impossible', { why: `${documentNumber}已附有同一份扫描件` })
      await addScan(tx, journal, {
        id,
        documentId: document.id,
        ...scan,
        recordedAt: context.clock.now(),
      })
    },
  )
  return { id, seq: entry.seq }
}
