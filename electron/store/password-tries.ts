import type { Tries } from './key-file.ts'

/*
 * At most five wrong passwords in fifteen minutes, counted in the file of keys: closing the program does not begin anew. Time is the
 * machine's running time, which no setting of a clock moves; after a restart of the machine the time it has run is what has passed at least.
 */

export const MOST_TRIES = 5
export const WINDOW_SECONDS = 15 * 60

/** `tries` as they are at `uptime` (seconds since the machine started): those that still count. */
function counting(tries: Tries, uptime: number): readonly number[] {
  // A number from before the machine started again lies further back than it has run.
  const restarted = tries.at.some((at) => at > uptime)
  return tries.at.map((at) => (restarted ? 0 : at)).filter((at) => uptime - at < WINDOW_SECONDS)
}

/** Minutes until the next try is let in; 0: now. */
export function minutesToWait(tries: Tries, uptime: number): number {
  const counted = counting(tries, uptime)
  if (counted.length < MOST_TRIES) return 0
  const oldest = Math.min(...counted.slice(-MOST_TRIES))
  return Math.max(1, Math.ceil((oldest + WINDOW_SECONDS - uptime) / 60))
}

/** One more try, put down before it is made: who kills the program over a wrong one has had it. */
export function withTry(tries: Tries, uptime: number): Tries {
  return { at: [...counting(tries, uptime), uptime].slice(-MOST_TRIES), wrong: tries.wrong + 1 }
}
