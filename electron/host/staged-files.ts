import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from '../vocabulary/refusals.ts'
import type { Session } from './session.ts'

/** The clerk's workbook that ships with the program: an invented township. */
export const SAMPLE_WORKBOOK = fileURLToPath(new URL('../sample/山溪乡花名册.xlsx', import.meta.url))

const MAX_BYTES = 20 * 1024 * 1024
/** Files handed in wait for their preview and confirmation, a folder of forms at once; the oldest make room. */
const MAX_STAGED = 400
const MAX_STAGED_BYTES = 8 * MAX_BYTES

/** Takes in a file's bytes. Only its last name is kept, never a path. */
export function stageFile(
  session: Session,
  name: string,
  base64: string,
): { readonly fileId: string; readonly bytes: number } {
  return keep(session, name, Buffer.from(base64, 'base64'))
}

/** Takes in the bundled workbook as if it had been chosen. */
export function stageSample(session: Session): {
  readonly fileId: string
  readonly name: string
  readonly bytes: number
} {
  const name = basename(SAMPLE_WORKBOOK)
  return { ...keep(session, name, readFileSync(SAMPLE_WORKBOOK)), name }
}

function keep(session: Session, name: string, bytes: Uint8Array): { readonly fileId: string; readonly bytes: number } {
  const file = basename(name.replaceAll('\\', '/'))
  if (bytes.length > MAX_BYTES)
    throw new Refusal('file_too_large', {
      file,
      size: `${(bytes.length / 1048576).toFixed(1)} MB`,
      limit: '20 MB',
    })
  let waiting = [...session.staged.values()].reduce((sum, own) => sum + own.bytes.length, 0)
  for (const [id, own] of session.staged) {
    if (session.staged.size < MAX_STAGED && waiting + bytes.length <= MAX_STAGED_BYTES) break
    session.staged.delete(id)
    waiting -= own.bytes.length
  }
  const id = session.newId()
  session.staged.set(id, { id, name: file, bytes })
  return { fileId: id, bytes: bytes.length }
}
