import { readFileSync } from 'node:fs'

/** What a child process used up to now. */
export interface ChildUsage {
  /** Processor time of all its threads, milliseconds. */
  readonly processorMs: number
  readonly residentBytes: number
}

export interface Meter {
  /** The child's own report, for systems that do not show it. */
  readonly reported: (usage: ChildUsage) => void
  readonly read: () => { readonly spentMs: number; readonly wallMs: number; readonly residentBytes: number }
}

/**
 * Counts what a child spends. Where the system shows its processor time that counts; elsewhere its own reports, and the time since
 * the last of them as if it had all been spent: a child that works without a pause cannot report. Without either the clock counts.
 */
export function createMeter(usage: () => ChildUsage | null, now: () => number = () => performance.now()): Meter {
  const begun = now()
  let last: (ChildUsage & { readonly at: number }) | null = null
  return {
    reported: ({ processorMs, residentBytes }) => {
      last = { processorMs, residentBytes, at: now() }
    },
    read: () => {
      const wallMs = now() - begun
      const seen = usage()
      if (seen !== null) return { spentMs: seen.processorMs, wallMs, residentBytes: seen.residentBytes }
      return last === null
        ? { spentMs: wallMs, wallMs, residentBytes: 0 }
        : { spentMs: last.processorMs + (now() - last.at), wallMs, residentBytes: last.residentBytes }
    },
  }
}

/** Linux counts processor time in hundredths of a second for programs, whatever the kernel's own tick is (proc(5), USER_HZ). */
const TICK_MS = 10
const PAGE = 4096

/** What Linux shows of a process; null elsewhere, or when it is gone. */
export function systemUsage(pid: number | undefined): ChildUsage | null {
  if (pid === undefined || process.platform !== 'linux') return null
  try {
    // The name in brackets may hold blanks; after it the fields are numbered from 3 (proc(5)): utime is 14, stime 15.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    const [user, system] = [Number(fields[11]), Number(fields[12])]
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    return Number.isFinite(user + system + pages)
      ? { processorMs: (user + system) * TICK_MS, residentBytes: pages * PAGE }
      : null
  } catch {
    return null
  }
}
