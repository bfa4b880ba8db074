import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, parse } from 'node:path'
import type { Input, Output } from '../contract/operations.ts'
import type { Session } from './session.ts'
import { stageFile } from './staged-files.ts'

/* A copy handed to the system's own program, and watched for what is saved in it. One at a time: the next takes its place. */

/** Where such copies lie. */
const FOLDER = '在 WPS 里打开的副本'

/** Writes the copy where only this user reads and opens it; without a way to open it (a browser), nothing is written. */
export async function openCopy(
  session: Session,
  { fileName, base64 }: Input<'viewCopy.open'>,
): Promise<Output<'viewCopy.open'>> {
  if (session.openPath === null) return { opened: false }
  const folder = join(session.dataFolder, FOLDER)
  forgetLent(session)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = freePath(folder, fileName.replaceAll(/[\\/:*?"<>|]/g, ' '))
  writeFileSync(path, Buffer.from(base64, 'base64'), { mode: 0o600 })
  const opened = await session.openPath(path)
  if (opened) session.lent.current = { path, seenMs: statSync(path).mtimeMs }
  else rmSync(path, { force: true })
  return { opened }
}

/** One that was saved and not taken back is never written over. */
function freePath(folder: string, name: string): string {
  const { name: stem, ext } = parse(basename(name))
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, `${stem}${copy === 1 ? '' : `（${copy}）`}${ext}`)
    if (!existsSync(path)) return path
  }
}

/** Whether the copy was saved since it went out; `take` hands it in like a chosen file. */
export function lookAtCopy(session: Session, { take = false }: Input<'viewCopy.look'>): Output<'viewCopy.look'> {
  const lent = session.lent.current
  if (lent === null) return { fileName: null, changed: false, staged: null }
  const fileName = basename(lent.path)
  try {
    const { mtimeMs } = statSync(lent.path)
    const changed = mtimeMs > lent.seenMs
    if (!take) return { fileName, changed, staged: null }
    const staged = stageFile(session, fileName, readFileSync(lent.path).toString('base64'))
    session.lent.current = { ...lent, seenMs: mtimeMs }
    return { fileName, changed, staged }
  } catch {
    // Moved away, or held by the program while it saves: she can still choose it by hand.
    return { fileName, changed: false, staged: null }
  }
}

/** Takes the copy away where nothing is lost with it: as it went out, or taken back since. One that was saved and not taken back stays. */
export function forgetLent({ lent }: Pick<Session, 'lent'>): void {
  const { current } = lent
  lent.current = null
  if (current === null) return
  try {
    if (statSync(current.path).mtimeMs <= current.seenMs) rmSync(current.path, { force: true })
  } catch {
    // Still open in the other program (Windows holds it), or moved by her: it is hers then.
  }
}
