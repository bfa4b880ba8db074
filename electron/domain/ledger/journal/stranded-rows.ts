import type { PlainDate } from '../../model/plain-date.ts'
import { earlierEnd } from '../book/presence.ts'
import { differingColumns } from '../rows/fact-columns.ts'
import type { FactRows, FactTable } from '../rows/fact-rows.ts'
import type { RowChange } from './reverse-entry.ts'

interface RangedRow {
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
}

/** A row that counts on days on which its post or unit does not exist any more. */
export interface StrandedRow {
  readonly table: 'holding' | 'quota' | 'leadership_quota' | 'entry_approval'
  readonly rowId: string
}

const RANGE = ['valid_from', 'valid_to'] as const

/** What `strandedRows` reads of which table. */
const READ_OF_GROUND: Readonly<Partial<Record<FactTable, readonly string[]>>> = {
  unit_version: ['unit_id', ...RANGE],
  post_version: ['post_id', 'unit_id', ...RANGE],
  holding: ['post_id', 'occupies_quota', ...RANGE],
  quota: ['unit_id', ...RANGE],
  leadership_quota: ['unit_id', ...RANGE],
  entry_approval: ['unit_id', ...RANGE],
}

/** False where changes, made or taken back, can strand nothing: they are of other tables or of columns that do not say where and when. */
export function touchesGround(changes: readonly RowChange[]): boolean {
  return changes.some(({ table, before, after }) => {
    const read = READ_OF_GROUND[table]
    if (read === undefined) return false
    return before === null || after === null || differingColumns(before, after).some((column) => read.includes(column))
  })
}

/**
 * Counted people, 核定 numbers and reserved seats of a post or unit that has gone by some day of their range: they would drop out of
 * every figure of that day. No event leaves any; taking back one of several may.
 */
export function strandedRows(facts: FactRows): readonly StrandedRow[] {
  const units = Map.groupBy(facts.unit_version, (row) => row.unit_id)
  const posts = Map.groupBy(facts.post_version, (row) => row.post_id)
  const inUnit = (unitId: string, range: RangedRow) => covers(units.get(unitId) ?? [], range)
  const seated = (postId: string | null, range: RangedRow) => {
    const versions = posts.get(postId ?? '') ?? []
    return (
      covers(versions, range) &&
      versions.every((version) => outside(version, range) || inUnit(version.unit_id, within(version, range)))
    )
  }
  return [
    ...facts.holding
      .filter((row) => row.occupies_quota === 1 && !seated(row.post_id, row))
      .map((row) => ({ table: 'holding' as const, rowId: row.id })),
    ...(['quota', 'leadership_quota', 'entry_approval'] as const).flatMap((table) =>
      facts[table].filter((row) => !inUnit(row.unit_id, row)).map((row) => ({ table, rowId: row.id })),
    ),
  ]
}

/** Rows of the post and the units a stranded row is of: whoever changed those took the ground from under it. */
export function groundOf(
  facts: FactRows,
  { table, rowId }: StrandedRow,
): readonly { readonly table: 'post_version' | 'unit_version'; readonly rowId: string }[] {
  const postId = table === 'holding' ? facts.holding.find((row) => row.id === rowId)?.post_id : undefined
  const posts = facts.post_version.filter((row) => row.post_id === postId)
  const units = new Set(
    table === 'holding'
      ? posts.map((row) => row.unit_id)
      : facts[table].flatMap((row) => (row.id === rowId ? [row.unit_id] : [])),
  )
  return [
    ...posts.map((row) => ({ table: 'post_version' as const, rowId: row.id })),
    ...facts.unit_version
      .filter((row) => units.has(row.unit_id))
      .map((row) => ({ table: 'unit_version' as const, rowId: row.id })),
  ]
}

/**
 * True when no gap behind one of the versions, which never overlap, takes a day of the range. Days before the first version do not matter: a
 * roster knows when somebody entered, and of a unit only since when it has its number.
 */
function covers(versions: readonly RangedRow[], range: RangedRow): boolean {
  const ordered = versions.toSorted((left, right) => (left.valid_from < right.valid_from ? -1 : 1))
  return ordered.every(({ valid_to: end }, place) => {
    const next = ordered[place + 1]?.valid_from ?? null
    return end === null || next === end || outside({ valid_from: end, valid_to: next }, range)
  })
}

function outside(row: RangedRow, range: RangedRow): boolean {
  return (
    (row.valid_to !== null && row.valid_to <= range.valid_from) ||
    (range.valid_to !== null && range.valid_to <= row.valid_from)
  )
}

function within(row: RangedRow, range: RangedRow): RangedRow {
  return {
    valid_from: row.valid_from > range.valid_from ? row.valid_from : range.valid_from,
    valid_to: earlierEnd(row.valid_to, range.valid_to),
  }
}
