import { createHash, type Hash } from 'node:crypto'
import type Database from 'better-sqlite3-multiple-ciphers'
import type { Check } from './integrity-problem.ts'

/* What the book notes of an erasure, as a setting: which details of the journal were erased, and a digest of what was left of them. */

export interface Erasure {
  readonly personId: string
  /** Number of the entry and place of the detail in it, in order. */
  readonly details: readonly (readonly [seq: number, ordinal: number])[]
  /** SHA-256 over `erasedLine` of each. */
  readonly digest: string
}

/** Settings of this name are erasures. */
export const ERASED = 'erased.'

/** One erased detail, as it goes into the digest. */
export function erasedLine(seq: number, ordinal: number, before: string | null, after: string | null): string {
  return `${JSON.stringify([seq, ordinal, before, after])}\n`
}

export interface ErasedDetails {
  /** Takes a detail without salt; false where no erasure names it. */
  readonly take: (seq: number, ordinal: number, before: string | null, after: string | null) => boolean
  /** What does not come to what was noted; to be asked once all details were taken. */
  readonly problems: () => Check
}

/** The erasures of a book, to hold its erased details against. They are settings: that they are those of the chain is told with all other facts. */
export function readErasures(raw: Database.Database): ErasedDetails {
  const known = new Map<string, Hash>()
  const noted: { readonly hash: Hash; readonly digest: string }[] = []
  const rows = raw
    .prepare<[string], string>('SELECT value FROM setting WHERE id LIKE ? ORDER BY id')
    .pluck()
    .all(`${ERASED}%`)
  for (const value of rows) {
    const erasure = parse(value)
    if (erasure === null) continue
    const hash = createHash('sha256')
    noted.push({ hash, digest: erasure.digest })
    for (const [seq, ordinal] of erasure.details) known.set(`${seq}.${ordinal}`, hash)
  }
  return {
    take: (seq, ordinal, before, after) => {
      const hash = known.get(`${seq}.${ordinal}`)
      hash?.update(erasedLine(seq, ordinal, before, after))
      return hash !== undefined
    },
    problems: function* () {
      for (const { hash, digest } of noted)
        yield hash.digest('hex') === digest ? null : { seq: null, text: '清除个人信息时留下的台账明细被改过' }
    },
  }
}

function parse(value: string): Erasure | null {
  try {
    return JSON.parse(value) as Erasure
  } catch {
    return null
  }
}
