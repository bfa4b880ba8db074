import { call, toApiError } from '../api/client.ts'
import type { ApiError } from '../api/client.ts'
import { toastDone, toastRefused } from '../ui/toast.tsx'

let busy = false

/** Takes an entry back by a linked reversal, the last one when none is named. Null when done (a toast says so); otherwise the refusal, for who wants to show it. */
export async function undoEntry(seq?: number): Promise<ApiError | null> {
  return reverse(async () => {
    const done = await call('journal.undo', seq === undefined ? {} : { seq })
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
