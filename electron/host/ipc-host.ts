import { refusalText } from '../vocabulary/refusals.ts'
import type { HostEvent, Reply } from '../contract/messages.ts'
import { isTrustedSender, type SenderFrame } from '../security-policy.ts'
import { saidByPage, type Core } from './dispatch.ts'

/** The channels between page and program; there are no others. */
export const CALL_CHANNEL = 'call'
export const EVENT_CHANNEL = 'event'
export const PDF_CHANNEL = 'pdf'

/** What Electron tells about the sender of a call. */
export interface CallEvent {
  readonly senderFrame: SenderFrame | null
}

/** Answers `ipcMain.handle(CALL_CHANNEL, …)`: checks who asks, then hands name, input and circumstances to the core as they are. */
export function createIpcHandler(
  core: Core,
): (event: CallEvent, name: unknown, input: unknown, circumstances?: unknown) => Promise<Reply<unknown>> {
  return (event, name, input, circumstances) => {
    if (!isTrustedSender(event.senderFrame))
      return Promise.resolve({
        ok: false,
        error: { code: 'unauthorized', details: {}, message: refusalText('unauthorized') },
      })
    return core.call(typeof name === 'string' ? name : '', input, saidByPage(circumstances))
  }
}

/** The part of a window's contents that prints. */
export interface Printer {
  readonly printToPDF: (options: {
    readonly preferCSSPageSize: boolean
    readonly printBackground: boolean
  }) => Promise<Buffer>
}

/** Answers `ipcMain.handle(PDF_CHANNEL, …)`: the page that asks, printed to PDF; null for anybody who is not our page. */
export function createPdfHandler(): (event: CallEvent & { readonly sender: Printer }) => Promise<string | null> {
  return async (event) => {
    if (!isTrustedSender(event.senderFrame)) return null
    return (await event.sender.printToPDF({ preferCSSPageSize: true, printBackground: true })).toString('base64')
  }
}

export interface EventTarget {
  readonly isDestroyed: () => boolean
  readonly send: (channel: string, event: HostEvent) => void
}

/** Passes the core's events to the windows that are open. Returns the way to stop. */
export function forwardEvents(core: Core, windows: () => readonly EventTarget[]): () => void {
  return core.onEvent((event) => {
    for (const window of windows()) if (!window.isDestroyed()) window.send(EVENT_CHANNEL, event)
  })
}

/**
 * Holds back quitting until the core has made its copy and closed the file. A core that cannot close does not trap the user:
 * what was acknowledged is on the disk already.
 */
export function createQuitGate(core: Core, quit: () => void): (event: { readonly preventDefault: () => void }) => void {
  let state: 'open' | 'closing' | 'closed' = 'open'
  return (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    const leave = () => {
      state = 'closed'
      quit()
    }
    core.close().then(leave, leave)
  }
}

export interface LaunchArguments {
  readonly book: string | null
  readonly data: string | null
  /** `--self-test`: try the program on this PC and leave a report. */
  readonly selfTest: boolean
  /** `--self-test-writer=DIR`: the process the self-test kills. */
  readonly writer: string | null
}

/** `--book=P` and `--data=DIR` of the command line; a .dingbian file opened from the file manager comes as a bare path. */
export function readLaunchArguments(argv: readonly string[]): LaunchArguments {
  const value = (name: string) =>
    argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? null
  const bare = argv.find((argument) => !argument.startsWith('-') && argument.endsWith('.dingbian')) ?? null
  return {
    book: value('book') ?? bare,
    data: value('data'),
    selfTest: argv.includes('--self-test'),
    writer: value('self-test-writer'),
  }
}
