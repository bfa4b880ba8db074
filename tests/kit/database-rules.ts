import type { Row } from './recount.ts'

/*
 * What the book's file refuses (migrations/), said again for rows in memory, row by row in the order they are written:
 * a planner whose writes the file would refuse is then found without a file. Written from the schema's text, not from the program.
 */

/** All rows by table, then by id. */
export type RowStore = Map<string, Map<string, Row>>

const KEYS: Readonly<Record<string, readonly string[]>> = {
  unit_version: ['unit_id'],
  quota: ['unit_id', 'category', 'role'],
  leadership_quota: ['unit_id'],
  post_version: ['post_id'],
  person_version: ['person_id'],
  absence: ['person_id'],
  retirement_arrangement: ['person_id'],
  rank_quota: ['unit_id', 'pool'],
  tolerance: ['unit_id', 'category'],
  off_quota_control: ['kind'],
}
const UNIQUE: Readonly<Record<string, readonly string[]>> = {
  basis_document: ['number'],
  person: ['id_number'],
  run_off_plan: ['kind', 'year'],
  notice: ['number'],
}
const REFERENCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  unit_version: { unit_id: 'unit', parent_id: 'unit', document_id: 'basis_document' },
  nameplate: { unit_id: 'unit', document_id: 'basis_document' },
  quota: { unit_id: 'unit', document_id: 'basis_document' },
  leadership_quota: { unit_id: 'unit', document_id: 'basis_document' },
  post_version: { post_id: 'post', unit_id: 'unit' },
  person_version: { person_id: 'person' },
  holding: { person_id: 'person', post_id: 'post', approval_id: 'entry_approval' },
  entry_approval: { unit_id: 'unit', person_id: 'person' },
  over_quota_choice: { unit_id: 'unit', person_id: 'person' },
  ledger_event: { person_id: 'person', unit_id: 'unit', other_unit_id: 'unit' },
  absence: { person_id: 'person' },
  retirement_arrangement: { person_id: 'person' },
  rank_quota: { unit_id: 'unit', document_id: 'basis_document' },
  tolerance: { unit_id: 'unit', document_id: 'basis_document' },
  off_quota_control: { document_id: 'basis_document' },
  attachment: { document_id: 'basis_document' },
  record: { person_id: 'person', unit_id: 'unit' },
}

/** Why the file would refuse the row as written, or null. The row itself may already be in the store. */
export function refusedRow(store: RowStore, table: string, row: Row): string | null {
  const id = row['id']
  const others = () => [...(store.get(table)?.values() ?? [])].filter((other) => other['id'] !== id)
  const range = badRange(row)
  if (range !== null) return `${table}: ${range}`
  for (const [column, target] of Object.entries(REFERENCES[table] ?? {})) {
    const value = row[column] ?? null
    if (value !== null && store.get(target)?.has(String(value)) !== true)
      return `${table}.${column} points at no ${target}`
  }
  const key = KEYS[table]
  if (
    key !== undefined &&
    others().some(
      (other) => key.every((column) => (other[column] ?? null) === (row[column] ?? null)) && meet(other, row),
    )
  )
    return `overlap:${table}`
  const unique = UNIQUE[table]
  if (
    unique !== undefined &&
    unique.every((column) => (row[column] ?? null) !== null) &&
    others().some((other) => unique.every((column) => other[column] === row[column]))
  )
    return `${table} twice`
  if (Number(row['amount'] ?? 1) < (table === 'entry_approval' ? 1 : 0)) return `${table}: amount ${row['amount']}`
  if (table === 'holding') return refusedHolding(others(), row)
  if (
    table === 'leadership_quota' &&
    row['chief_amount'] !== null &&
    row['deputy_amount'] !== null &&
    Number(row['chief_amount']) + Number(row['deputy_amount']) !== row['amount']
  )
    return 'chiefs and deputies do not add up'
  return null
}

function refusedHolding(others: readonly Row[], row: Row): string | null {
  if (row['occupies_quota'] === 1 && row['category'] === null) return 'a quota of no category'
  if ((row['kind'] === 'offQuota') !== (row['off_quota_kind'] !== null)) return 'off-quota of no kind'
  if (row['post_id'] === null && row['kind'] !== 'secondedOut') return 'a holding of no post'
  if (row['occupies_quota'] !== 1) return null
  for (const other of others) {
    if (other['occupies_quota'] !== 1 || !meet(other, row)) continue
    if (other['person_id'] === row['person_id']) return 'overlap:person_quota'
    if (other['post_id'] === row['post_id'] && row['overlap_allowed'] === 0 && other['overlap_allowed'] === 0)
      return 'overlap:post_holder'
  }
  return null
}

/** Why the file would not let a row go, or null: something points at it. */
export function refusedRemoval(store: RowStore, table: string, id: string): string | null {
  for (const [child, columns] of Object.entries(REFERENCES)) {
    for (const [column, target] of Object.entries(columns)) {
      if (target === table && [...(store.get(child)?.values() ?? [])].some((row) => row[column] === id))
        return `${child}.${column} points at the ${table}`
    }
  }
  return null
}

function badRange(row: Row): string | null {
  for (const column of ['valid_from', 'valid_to', 'effective_on', 'due_on', 'expires_on', 'issued_on']) {
    const day = row[column] ?? null
    if (day !== null && !isDay(String(day))) return `${column} ${day}`
  }
  const [from, to] = [row['valid_from'] ?? null, row['valid_to'] ?? null]
  return from !== null && to !== null && to <= from ? `ends on ${to}, begins on ${from}` : null
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

function meet(left: Row, right: Row): boolean {
  const before = (row: Row, other: Row) =>
    (row['valid_to'] ?? null) !== null && String(row['valid_to']) <= String(other['valid_from'])
  return !before(left, right) && !before(right, left)
}
