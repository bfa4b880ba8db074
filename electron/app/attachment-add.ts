import { OperationError } from '../contract/errors.ts'
import type { Input, Output } from '../contract/operations.ts'
import { scanFileName, scanTypeOf } from '../domain/ledger/scan-type.ts'
import { addScan, hashOfScan, hasScan, readDocumentByNumber } from '../store/attachment-store.ts'
import type { CommandContext } from './context.ts'

const MAX_BYTES = 20 * 1024 * 1024

/**
 * Keeps the scan of a basis document inside the book, so that it goes wherever the book goes.
 * @throws `name_unknown` for a number the book has no document of; `file_too_large`; `invalid_input` for anything but PDF, JPG and PNG, judged by content.
 */
export async function addAttachment(input: Input<'attachment.add'>, context: CommandContext): Promise<Output<'attachment.add'>> {
  const { documentNumber } = input
  const file = context.stagedFile(input.fileId)
  if (file.bytes.length > MAX_BYTES) throw new OperationError('file_too_large', { file: file.name, size: `${(file.bytes.length / 1_048_576).toFixed(1)} MB`, limit: '20 MB' })
  const mediaType = scanTypeOf(file.bytes)
  if (mediaType === null) throw new OperationError('invalid_input', { field: '扫描件', problem: '只收 PDF、JPG、PNG，这个文件的内容不是其中一种' })
  const content = Buffer.from(file.bytes)
  const id = context.newId()
  const { entry } = await context.commit({ documentNumber, summary: `${documentNumber}附扫描件` }, async (tx, journal) => {
    const document = await readDocumentByNumber(tx, documentNumber)
    if (document === undefined) throw new OperationError('name_unknown', { name: documentNumber, what: '依据文件' })
    if (await hasScan(tx, document.id, hashOfScan(content))) throw new OperationError('event_impossible', { why: `${documentNumber}已附有同一份扫描件` })
    await addScan(tx, journal, { id, documentId: document.id, fileName: scanFileName(file.name, mediaType), mediaType, content, recordedAt: context.clock.now() })
  })
  return { id, seq: entry.seq }
}
