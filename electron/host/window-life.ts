import { resolve } from 'node:path'
import { refusalText, isRefusalCode } from '../vocabulary/refusals.ts'
import type { HostEvent, Reply } from '../contract/messages.ts'
import type { Core } from './dispatch.ts'
import { readLaunchArguments } from './ipc-host.ts'

/* What the window does when something goes another way than usual: decided here, wired in main.ts. */

/** What a clerk reads where the program cannot start. Says nothing that a message might quote from a book. */
export function startFailure(error: unknown, dataFolder: string): { readonly title: string; readonly text: string } {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const text =
    code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
      ? `数据文件夹 ${dataFolder} 不能写入。请检查它的权限，或换一个用户登录再打开。`
      : code === 'ENOSPC'
        ? '磁盘已满，程序打不开。请清理磁盘后再打开。'
        : isRefusalCode(code)
          ? refusalText(code, detailsOf(error))
          : `程序没有打开，编制本没有改动。请重启电脑再试；仍打不开请重新安装。记录在 ${dataFolder} 里，可以交给维护人员。`
  return { title: '定编没有打开', text }
}

function detailsOf(error: unknown): Readonly<Record<string, string>> {
  const details: unknown = typeof error === 'object' && error !== null && 'details' in error ? error.details : {}
  return Object.fromEntries(Object.entries(details ?? {}).map(([name, value]) => [name, String(value)]))
}

/** The question before a window with something half filled in closes. */
export const LEAVE_QUESTION = {
  type: 'question',
  title: '定编',
  message: '还有没保存的内容',
  detail: '有一张表填了一半还没有保存，关掉就没有了。已经保存的都在。',
  buttons: ['留下继续填', '不保存，关掉'],
  defaultId: 0,
  cancelId: 0,
  noLink: true,
} as const
/** The button that leaves. */
export const LEAVES = 1

/** The address of the page: the screen that opens a book, for one that could not be opened without asking. */
export function addressFor(page: string, wanted: string | null): string {
  return wanted === null ? page : `${page}#/start?${new URLSearchParams({ open: wanted }).toString()}`
}

/** The book a second start names, as a whole path: what was typed there is meant from there. */
export function bookOfSecondStart(argv: readonly string[], workingDirectory: string): string | null {
  const { book } = readLaunchArguments(argv.slice(1))
  return book === null ? null : resolve(workingDirectory === '' ? '.' : workingDirectory, book)
}

/** Tells the windows that a book is to be opened: the page opens it as if it had been chosen there, and asks what must be asked. */
export function openWanted(path: string): HostEvent {
  return { type: 'openWanted', path }
}

/** The core, telling which books were opened: the system keeps the list of recent documents. */
export function tellingOpened(core: Core, tell: (path: string) => void): Core {
  return {
    ...core,
    call: async (name, input, circumstances) => {
      const reply = await core.call(name, input, circumstances)
      const path = OPENS.has(name) ? pathOf(reply) : null
      if (path !== null) tell(path)
      return reply
    },
  }
}

const OPENS: ReadonlySet<string> = new Set(['book.open', 'book.create'])

function pathOf(reply: Reply<unknown>): string | null {
  const value = reply.ok ? reply.value : null
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string'
    ? value.path
    : null
}

const RELOADS = 3
const WITHIN_MS = 60_000

/** Whether a page that died is shown again: a few times a minute; one that dies at once again and again is not. */
export function createReviver(now: () => number = () => performance.now()): () => boolean {
  let died: number[] = []
  return () => {
    died = [...died.filter((at) => now() - at < WITHIN_MS), now()]
    return died.length <= RELOADS
  }
}

/** Asks the system to wait: Electron hands the event along, its types do not say so. */
export function holdBack(event: unknown): void {
  if (
    typeof event === 'object' &&
    event !== null &&
    'preventDefault' in event &&
    typeof event.preventDefault === 'function'
  )
    event.preventDefault()
}
