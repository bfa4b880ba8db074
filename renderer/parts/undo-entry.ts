import { call, toApiError } from '../api/client.ts'
import type { ApiError } from '../api/client.ts'
import { toastDone, toastRefused } from '../ui/toast.tsx'
import { askBeforeUndo } from './undo-question.tsx'

let busy = false
let newest: number | null = null

/** Says which act 撤销 means now, as the top bar shows it. It may be behind: what is taken back without asking is only ever the act named. */
export function tellNewestAct(seq: number | null): void {
  newest = seq
}

/** True where 撤销 means that act, by all the window knows; who names it takes back nothing else. */
export function isNewestAct(seq: number): boolean {
  return seq === newest
}

/**
 * Takes an entry back by a linked reversal, the last one when none is named; asks first where it takes much. Null when done (a toast says so);
 * otherwise the refusal, for who wants to show it. `known`: an entry she just made by a gesture and sees before her; it is not asked about.
 */
export async function undoEntry(seq?: number, known?: number): Promise<ApiError | null> {
  return reverse(async () => {
    // The gesture she sees before her is the newest act: there is nothing to ask, so nothing to work out first.
    const facts =
      known !== undefined && known === newest
        ? { seq: known, ask: false as const }
        : await call('undo.preview', seq === undefined ? {} : { seq })
    if (facts.ask && facts.seq !== known && !(await askBeforeUndo(facts))) return
    // The very entry she was asked about, whatever was written meanwhile.
    const done = await call('journal.undo', { seq: facts.seq })
    toastDone('已撤销', whatOf(done.text), { label: '重做', act: () => void redoEntry(done.seq) })
  })
}

/** Does again what was taken back last. */
export async function redoEntry(seq?: number): Promise<ApiError | null> {
  return reverse(async () => {
    const done = await call('journal.redo', seq === undefined ? {} : { seq })
    toastDone('已重做', whatOf(done.text), { label: '撤销', act: () => void undoEntry(done.seq) })
  })
}

/** "撤销第 5 条：…" beside the word 已撤销 says it twice. */
function whatOf(text: string): string {
  return text.replace(/^(?:撤销|重做)/, '')
}

/** One at a time: Ctrl+Z held down must not take back a whole day. */
async function reverse(act: () => Promise<void>): Promise<ApiError | null> {
  if (busy) return null
  busy = true
  try {
    await act()
    return null
  } catch (cause) {
    const error = toApiError(cause)
    toastRefused(error.message)
    return error
  } finally {
    busy = false
  }
}
