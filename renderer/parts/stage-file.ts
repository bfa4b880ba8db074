import { ApiError, call } from '../api/client.ts'
import { formatBytes } from '../text/format.ts'

/* A chosen or dropped file becomes base64 here and is handed to the core; what is in it is for the core to judge. */

/** What the file picker offers for a sheet; the core decides by content, not by name. */
export const SHEET_FILES = '.xlsx,.xls,.xlsm,.et,.ods,.csv,.txt,.html,.htm'
/** The core refuses more; saying so before reading spares a long wait. */
const MAX_BYTES = 20 * 1024 * 1024

export interface StagedFile {
  readonly fileId: string
  readonly name: string
  readonly bytes: number
}

/** Hands a file to the core, which keeps it for a while. @throws ApiError `file_too_large`, `file_not_found` */
export async function stageFile(file: File): Promise<StagedFile> {
  if (file.size > MAX_BYTES) {
    throw new ApiError(
      'file_too_large',
      `${file.name} 有 ${formatBytes(file.size)}，超过 20 MB。请删去无关的工作表或图片后另存再导入。`,
    )
  }
  const base64 = await readBase64(file).catch(() => {
    throw new ApiError('file_not_found', `读不到 ${file.name}。文件可能已被移走或正被占用，请重新选择。`)
  })
  return { ...(await call('file.stage', { name: file.name, base64 })), name: file.name }
}

/** Bytes as base64, in pieces: one call with a million arguments overflows the stack. */
export async function readBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += 0x8000)
    pieces.push(String.fromCodePoint(...bytes.subarray(start, start + 0x8000)))
  return btoa(pieces.join(''))
}
