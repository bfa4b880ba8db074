import { maskIdNumber } from '../identity/resident-id.ts'
import { differingColumns, type Image } from '../ledger/rows/fact-columns.ts'
import type { RowChange } from '../ledger/journal/reverse-entry.ts'
import { HOLDING_KIND_NAMES, OFF_QUOTA_KIND_NAMES } from '../model/person.ts'
import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import { columnTitle } from '../ledger/rows/table-titles.ts'

const MOST = 8

/** What an entry corrected, column by column: `学历：大专 → 大学本科`. Null when it only added, ended or removed. ID numbers are masked. */
export function changeWords(changes: readonly RowChange[]): string | null {
  const words = changes.flatMap(({ before, after }) =>
    before === null || after === null ? [] : wordsOf(before, after),
  )
  if (words.length === 0) return null
  return words.slice(0, MOST).join('，') + (words.length > MOST ? ` 等 ${words.length} 项` : '')
}

/** Columns that say nothing to a clerk, or that the entry's own sentence says: ids, when it was written, when a range ends, what the program alone reads. */
const UNTOLD = new Set(['id', 'recorded_at', 'valid_from', 'valid_to', 'sort_order', 'fingerprint', 'mapping'])

function wordsOf(before: Image, after: Image): readonly string[] {
  return differingColumns(before, after)
    .filter((column) => !UNTOLD.has(column) && !column.endsWith('_id'))
    .map(
      (column) =>
        `${columnTitle(column)}：${valueWords(column, before[column] ?? null)} → ${valueWords(column, after[column] ?? null)}`,
    )
}

const NAMES: Readonly<Record<string, string>> = {
  ...QUOTA_CATEGORY_NAMES,
  ...HOLDING_KIND_NAMES,
  ...OFF_QUOTA_KIND_NAMES,
}
const CODED = new Set(['category', 'kind', 'off_quota_kind'])
const NUMBERS = new Set(['id_number', 'disputed_id_number'])
const FLAGS = new Set(['occupies_quota', 'occupies_leadership', 'overlap_allowed', 'is_correction'])

function valueWords(column: string, value: string | number | null): string {
  if (value === null || value === '') return '空'
  if (FLAGS.has(column)) return value === 1 ? '是' : '否'
  if (NUMBERS.has(column)) return maskIdNumber(String(value))
  return CODED.has(column) ? (NAMES[value] ?? String(value)) : String(value)
}
