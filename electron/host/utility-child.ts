import type { ChildReply } from '../excel/child-protocol.ts'
import { systemUsage, type ChildUsage } from './child-meter.ts'
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
 * `fork` is `utilityProcess.fork`; `usageOf` what Electron knows of a process on systems that have no /proc.
 */
export function createUtilityFork(
  fork: (entry: string, execArgv: string[]) => UtilityProcess,
  usageOf: (pid: number) => ChildUsage | null = () => null,
): ForkExcelChild {
  return (entry, execArgv) => {
    const child = fork(entry, [...execArgv])
    // Once killed on purpose its exit is no news.
    let listening = true
    const whileListening = (listener: (value: unknown) => void) => (value: unknown) => {
      if (listening) listener(value)
    }
    return {
      pid: () => child.pid,
      usage: () => systemUsage(child.pid) ?? (child.pid === undefined ? null : usageOf(child.pid)),
      send: child.postMessage.bind(child),
      // Only our own child writes to this channel.
      onReply: (listener) =>
        void child.on(
          'message',
          whileListening((message) => listener(message as ChildReply)),
        ),
      onExit: (listener) => void child.on('exit', whileListening(listener)),
      kill: () => {
        listening = false
        child.kill()
      },
    }
  }
}

/** The part of Electron's `app.getAppMetrics()` that is read. Memory in kilobytes; time in seconds, where this Electron counts it. */
export interface ProcessMetric {
  readonly pid: number
  readonly cpu: { readonly cumulativeCPUUsage?: number }
  readonly memory: { readonly workingSetSize: number }
}

/** One process out of what Electron knows of its own; null where it does not count processor time. */
export function usageOf(metrics: readonly ProcessMetric[], pid: number): ChildUsage | null {
  const metric = metrics.find((one) => one.pid === pid)
  const seconds = metric?.cpu.cumulativeCPUUsage
  return metric === undefined || seconds === undefined
    ? null
    : { processorMs: seconds * 1000, residentBytes: metric.memory.workingSetSize * 1024 }
}
