import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeBookFile, createBookFile, type OpenBook, type OpenOptions } from '../../electron/store/open.ts'

/** A new folder for one test's files; `dispose` removes it. */
export function temporaryFolder(): { readonly path: string; readonly dispose: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'dingbian-'))
  return { path, dispose: () => rmSync(path, { recursive: true, force: true }) }
}

/** Runs `work` on a fresh book file that is removed afterwards. */
export async function withBook(
  work: (book: OpenBook, folder: string) => Promise<void>,
  options: OpenOptions = {},
): Promise<void> {
  const folder = temporaryFolder()
  const book = await createBookFile(join(folder.path, '试验乡.dingbian'), options)
  try {
    await work(book, folder.path)
  } finally {
    await closeBookFile(book)
    folder.dispose()
  }
}

export const RECORDED_AT = '2026-11-22T02:00:00.000Z'
