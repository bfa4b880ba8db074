import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OperationError } from '../contract/errors.ts'
import type { Session } from './session.ts'

/** The clerk's workbook that ships with the program: an invented township. */
export const SAMPLE_WORKBOOK = fileURLToPath(new URL('../sample/山溪乡花名册.xlsx', import.meta.url))

const MAX_BYTES = 20 * 1024 * 1024
/** Files handed in wait for their preview and confirmation; the oldest make room. */
const MAX_STAGED = 8

/** Takes in a file's bytes. Only its last name is kept, never a path. */
export function stageFile(session: Session, name: string, base64: string): { readonly fileId: string; readonly bytes: number } {
  return keep(session, name, Buffer.from(base64, 'base64'))
}

/** Takes in the bundled workbook as if it had been chosen. */
export function stageSample(session: Session): { readonly fileId: string; readonly name: string; readonly bytes: number } {
  const name = basename(SAMPLE_WORKBOOK)
  return { ...keep(session, name, readFileSync(SAMPLE_WORKBOOK)), name }
}

function keep(session: Session, name: string, bytes: Uint8Array): { readonly fileId: string; readonly bytes: number } {
  const file = basename(name.replaceAll('\\', '/'))
  if (bytes.length > MAX_BYTES) throw new OperationError('file_too_large', { file, size: `${(bytes.length / 1048576).toFixed(1)} MB`, limit: '20 MB' })
  const oldest = session.staged.size >= MAX_STAGED ? session.staged.keys().next().value : undefined
  if (oldest !== undefined) session.staged.delete(oldest)
  const id = session.newId()
  session.staged.set(id, { id, name: file, bytes })
  return { fileId: id, bytes: bytes.length }
}
