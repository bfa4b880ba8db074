import type { ChildReply } from '../excel/child-protocol.ts'
import type { ForkExcelChild } from './spawn-excel.ts'

/** The part of Electron's UtilityProcess the adapter uses. */
export interface UtilityProcess {
  readonly pid: number | undefined
  readonly postMessage: (message: unknown) => void
  readonly on: {
    (event: 'message', listener: (message: unknown) => void): unknown
    (event: 'exit', listener: (code: number) => void): unknown
  }
  readonly kill: () => boolean
}

/**
 * Electron's way to a child that runs plain Node: with the runAsNode fuse off, `child_process.fork` would start a second program window.
 * `fork` is `utilityProcess.fork`.
 */
export function createUtilityFork(fork: (entry: string, execArgv: string[]) => UtilityProcess): ForkExcelChild {
  return (entry, execArgv) => {
    const child = fork(entry, [...execArgv])
    // Once killed on purpose its exit is no news.
    let listening = true
    const whileListening = (listener: (value: unknown) => void) => (value: unknown) => {
      if (listening) listener(value)
    }
    return {
      pid: () => child.pid,
      send: child.postMessage.bind(child),
      // Only our own child writes to this channel.
      onReply: (listener) => void child.on('message', whileListening((message) => listener(message as ChildReply))),
      onExit: (listener) => void child.on('exit', whileListening(listener)),
      kill: () => {
        listening = false
        child.kill()
      },
    }
  }
}
