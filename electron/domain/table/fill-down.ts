import type { DraftRecord } from './read-table.ts'
import { MERGED, type PlacedCell } from './table-types.ts'

/** How the blanks of a column of offices are to be read. */
export type BlankReading = 'none' | 'down' | 'unsure'

/**
 * An office written once over several rows: the blanks below are its people. Where every row writes its office and a few are blank, they were
 * forgotten; where offices are merged cells, a blank outside of them was forgotten too.
 */
export function readBlanks(records: readonly DraftRecord[], field: string): BlankReading {
  const own = records.map((record) => record.values.get(field))
  const blanks = own.filter((value) => value === undefined).length
  if (blanks === 0 || own.every((value) => value === undefined)) return 'none'
  if (own[0] === undefined) return 'unsure'
  if (own.some((value) => value?.from === MERGED)) return isOnlyOverleaf(records, field) ? 'down' : 'unsure'
  let repeated = 0
  for (let index = 1; index < own.length; index += 1) {
    const [before, now] = [own[index - 1], own[index]]
    // The first row beside or overleaf says its office again.
    const samePart = records[index - 1]?.part === records[index]?.part
    // A new office says its 编制 again.
    if (isRepeated(now) || (field === 'category' && startsOffice(records[index]))) continue
    if (samePart && before !== undefined && now !== undefined && text(before.cell) === text(now.cell)) repeated += 1
  }
  if (repeated > 0) return 'unsure'
  const filled = own.filter((value) => value !== undefined && !isRepeated(value)).length
  return blanks * 2 >= filled ? 'down' : 'unsure'
}

/** A merged cell ends with its page: overleaf it goes on as blanks. True where there are such cells and no other blank. */
export function isOnlyOverleaf(records: readonly DraftRecord[], field: string): boolean {
  if (records.every(({ values }) => values.get(field)?.from !== MERGED)) return false
  let [told, part, overleaf] = [false, records[0]?.part, false]
  for (const record of records) {
    if (record.part !== part) [part, overleaf] = [record.part, told]
    if (record.values.has(field)) [told, overleaf] = [true, false]
    else if (!overleaf) return false
  }
  return true
}

function startsOffice(record: DraftRecord | undefined): boolean {
  const unit = record?.values.get('unit')
  return unit !== undefined && unit.from === null
}

/** 〃 and 同上: written once above, as a blank would be. */
function isRepeated(value: PlacedCell | undefined): boolean {
  return value?.from?.startsWith('上一行') === true
}

function text(cell: unknown): string {
  return typeof cell === 'string' ? cell : JSON.stringify(cell)
}
