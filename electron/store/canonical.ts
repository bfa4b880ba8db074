import { hash } from 'node:crypto'

export type RowImage = Readonly<Record<string, string | number | null>>

/**
 * JSON of a row with its keys sorted, no white space, empty columns left out: the one form that is hashed and stored.
 * Left out, because a column that a later schema adds is empty in every older row: the same row keeps the same image.
 */
export function canonicalRow(row: RowImage): string {
  const order = orderOf(row)
  if (order === null) return JSON.stringify(sorted(row))
  let text = ''
  for (const { column, quoted } of order) {
    const value = row[column]
    if (value !== null && value !== undefined) text += `${text === '' ? '' : ','}${quoted}:${textOf(value)}`
  }
  return `{${text}}`
}

function sorted(row: RowImage): Record<string, string | number> {
  const present: Record<string, string | number> = {}
  for (const key of Object.keys(row).sort()) {
    const value = row[key]
    if (value !== null && value !== undefined) present[key] = value
  }
  return present
}

/** As JSON has it; most texts have nothing to escape. */
function textOf(value: string | number): string {
  if (typeof value === 'string') return ESCAPED.test(value) ? JSON.stringify(value) : `"${value}"`
  return JSON.stringify(value)
}
// oxlint-disable-next-line no-control-regex
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/

interface Column {
  readonly column: string
  readonly quoted: string
}

/** The columns of the row before this one, and their order: rows of one table come one after another. */
let last: { readonly keys: readonly string[]; readonly order: readonly Column[] | null } = { keys: [], order: [] }

/** Null where a key is no column's name: JSON would put 1 before a. */
function orderOf(row: RowImage): readonly Column[] | null {
  const keys = Object.keys(row)
  if (keys.length !== last.keys.length || keys.some((key, place) => key !== last.keys[place]))
    last = {
      keys,
      order: keys.every((key) => /^[A-Za-z]\w*$/u.test(key))
        ? keys.toSorted().map((column) => ({ column, quoted: JSON.stringify(column) }))
        : null,
    }
  return last.order
}

/** SHA-256, hex. */
export function sha256(content: string | Buffer): string {
  return hash('sha256', content)
}

/** Digest of a row image. Salted, so that erasing a person's images and salts later leaves digests that tell nothing, and a chain that still verifies. */
export function imageHash(salt: string, json: string | null): string | null {
  return json === null ? null : sha256(`image/v1\n${salt}\n${json}`)
}

export interface ChainedEntry {
  readonly seq: number
  readonly recordedAt: string
  readonly actor: string
  readonly operation: string
  readonly effectiveOn: string | null
  readonly documentNumber: string | null
  readonly reason: string | null
  readonly summary: string
  readonly reverses: number | null
  readonly changeCount: number
  readonly changesDigest: string
  readonly previousHash: string
}

/** Hash of an entry over all it says and the hash before it. */
export function entryHash(entry: ChainedEntry): string {
  return sha256(
    `entry/v1\n${JSON.stringify([
      entry.seq,
      entry.recordedAt,
      entry.actor,
      entry.operation,
      entry.effectiveOn,
      entry.documentNumber,
      entry.reason,
      entry.summary,
      entry.reverses,
      entry.changeCount,
      entry.changesDigest,
      entry.previousHash,
    ])}`,
  )
}

/** One line a change, fed to the digest of an entry's changes. */
export function changeLine(change: {
  readonly ordinal: number
  readonly table: string
  readonly rowId: string
  readonly beforeHash: string | null
  readonly afterHash: string | null
}): string {
  return `${change.ordinal}|${change.table}|${change.rowId}|${change.beforeHash ?? ''}|${change.afterHash ?? ''}\n`
}

/** A digest as an entry keeps it since schema 19, in 43 letters; entries before have it in 64. */
export function shortDigest(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64url')
}

/** The digest of an entry as it is hashed, however it is kept. */
export function wholeDigest(kept: string): string {
  return kept.length === 64 ? kept : Buffer.from(kept, 'base64url').toString('hex')
}

/** What stands before the first entry. */
export const GENESIS = '0'.repeat(64)
