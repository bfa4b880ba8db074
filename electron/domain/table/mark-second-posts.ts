import { repeated } from '../model/one-or-more.ts'
import { shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import { saysNo } from './says-no.ts'
import { compact } from './sheet-grid.ts'

const HELD_BESIDES = /[（(]兼[任职]?[）)]|^兼(?:任)?(?!职工)/u

/**
 * Somebody with two rows of which one says 兼 in its post or remark: that row is a second post, which counts nowhere. Where no row says so,
 * or every one does, the two stay as they are and are asked about.
 */
export function markSecondPosts(records: readonly DraftRecord[]): void {
  for (const record of records) if (saysNo(textOf(record, 'mainPost'))) markSecond(record)
  const numbered = records.filter((record) => textOf(record, 'idNumber') !== '')
  for (const rows of repeated(numbered, (record) => textOf(record, 'idNumber').toUpperCase())) {
    const second = rows.filter(saysBesides)
    const names = new Set(rows.map((record) => textOf(record, 'name')))
    if (second.length !== rows.length - 1 || names.size !== 1) continue
    for (const record of second) markSecond(record)
  }
}

function saysBesides(record: DraftRecord): boolean {
  return HELD_BESIDES.test(textOf(record, 'post')) || /^兼(?:任|职)?$|兼任/u.test(textOf(record, 'remark'))
}

/** Makes a row a second post, as the sheets write it that say it in the name. */
export function markSecond(record: DraftRecord): void {
  const { values } = record
  const name = values.get('name')
  if (name === undefined) return
  if (!/[（(]兼/u.test(shownText(name.cell)))
    values.set('name', { ...name, cell: `${textOf(record, 'name')}（兼任）`, from: '另一行是主职' })
  values.delete('idNumber')
  values.delete('category')
}

function textOf({ values }: DraftRecord, field: string): string {
  return compact(shownText(values.get(field)?.cell))
}
