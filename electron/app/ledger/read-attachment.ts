import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { hashOfScan, readScan } from '../../store/attachment-store.ts'
import type { QueryContext } from '../context.ts'

/** The very bytes that were put in. @throws attachment_not_found; damaged where they are no longer those. */
export async function readAttachment(
  input: Input<'attachment.file'>,
  context: QueryContext,
): Promise<Output<'attachment.file'>> {
  const scan = await readScan(context.db, input.id)
  if (scan === undefined) throw new Refusal('attachment_not_found')
  if (hashOfScan(scan.content) !== scan.sha256)
    throw new Refusal('damaged', {
      path: context.book.path,
      problem: `扫描件“${scan.file_name}”与存入时的校验值不符`,
      backups: '',
    })
  return { fileName: scan.file_name, mediaType: scan.media_type, base64: scan.content.toString('base64') }
}
