/* An entry of the journal as it is read back. */

export interface JournalRecord {
  readonly seq: number
  /** UTC instant, ISO 8601. */
  readonly recordedAt: string
  readonly actor: string
  readonly operation: string
  readonly effectiveOn: string | null
  readonly documentNumber: string | null
  readonly reason: string | null
  /** People stand in it as marks. */
  readonly summary: string
  /** How many rows it changed. */
  readonly changes: number
  readonly hash: string
}

export interface HistoryRecord extends JournalRecord {
  /** The entry this one takes back. */
  readonly reverses: number | null
}
