import { Refusal } from '../../vocabulary/refusals.ts'
import { scanFileName, scanTypeOf } from '../../domain/ledger/journal/scan-type.ts'
import type { CommandContext } from '../context.ts'

const MAX_BYTES = 20 * 1024 * 1024

/**
 * A staged file that is to be kept in the book: judged by its content, under a name that says what it is.
 * @param field what the clerk calls it, for the refusal
 * @throws `file_too_large`; `invalid_input` for anything but PDF, JPG and PNG.
 */
export function takeScan(context: CommandContext, fileId: string, field: string) {
  const file = context.stagedFile(fileId)
  if (file.bytes.length > MAX_BYTES)
    throw new Refusal('file_too_large', {
      file: file.name,
      size: `${(file.bytes.length / 1_048_576).toFixed(1)} MB`,
      limit: '20 MB',
    })
  const mediaType = scanTypeOf(file.bytes)
  if (mediaType === null)
    throw new Refusal('invalid_input', { field, problem: '只收 PDF、JPG、PNG，这个文件的内容不是其中一种' })
  return { fileName: scanFileName(file.name, mediaType), mediaType, content: Buffer.from(file.bytes) }
}
