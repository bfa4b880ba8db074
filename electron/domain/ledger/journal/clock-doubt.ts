/*
 * Is the computer's clock right? Nothing on a computer without a network tells; what the journal has written down already does. Entries follow
 * one another by their number, so a wrong clock spoils no order: it is only said.
 */

/** `behind`: before what was written last; `ahead`: so long after it that the year may be wrong. */
export interface ClockDoubt {
  readonly kind: 'behind' | 'ahead'
  /** Instant of the newest entry, UTC. */
  readonly last: string
}

const HOUR_MS = 3_600_000
/** Two computers of one office may differ by minutes. */
const BEHIND_MS = HOUR_MS
/** A book that nobody wrote into for over a year is rare; a battery that lost the date is not. */
const AHEAD_MS = 400 * 24 * HOUR_MS

/** @param now, last UTC instants; `last` null: no entry yet */
export function clockDoubt(now: string, last: string | null): ClockDoubt | null {
  if (last === null) return null
  const since = Date.parse(now) - Date.parse(last)
  if (since < -BEHIND_MS) return { kind: 'behind', last }
  return since > AHEAD_MS ? { kind: 'ahead', last } : null
}

/** The instant of the entry before, where this one says an earlier one by more than computers differ: its clock, or that one's, was wrong. */
export function earlierThan(recordedAt: string, before: string | undefined): string | null {
  return before !== undefined && clockDoubt(recordedAt, before)?.kind === 'behind' ? before : null
}
