import type { CountedPerson } from '../../domain/fill/counted-person.ts'
import { valueText, type FillCell, type FillValue } from '../../domain/fill/fill-request.ts'
import { placeByPost, placeByUnit, type KeyedPerson, type PrintedKey } from '../../domain/fill/printed-keys.ts'
import { namedUnits } from '../../domain/fill/unit-labels.ts'
import { formRows } from '../../domain/fill/values/form-rows.ts'
import { shownText } from '../../domain/table/raw-workbook.ts'
import type { BookView } from '../../domain/views/book-view.ts'
import type { GatheredPart } from './gather-template.ts'
import { cellName, NOTHING, type PartFilling, type PlacedProblem } from './part-result.ts'
import { put, type PlacedColumn } from './placed-columns.ts'

/* Lists of which the superior has printed something: names, or the posts and units whose names are still to be written. */

/** The superior has printed the names: each row's empty cells get what is known of that person. */
export function fillPrintedNames(
  { part }: GatheredPart,
  view: BookView,
  everybody: readonly CountedPerson[],
  placed: readonly PlacedColumn[],
): PartFilling {
  const cells: FillCell[] = []
  const problems: PlacedProblem[] = []
  const unit = placed.find(({ field }) => field === 'unit')?.index
  let rows = 0
  for (const { row, labels } of part.printed) {
    const name = labels.at(-1) ?? ''
    const told = unit === undefined ? '' : shownText(part.sheet.rows[row]?.[unit]).replaceAll(/\s/gu, '')
    const same = everybody.filter((person) => person.name === name)
    const found =
      same.length > 1 && told !== '' ? same.filter(({ unitId }) => view.unitName(unitId ?? '') === told) : same
    const entry = found.length === 1 ? view.entryOf(found[0]?.personId ?? '') : undefined
    if (entry === undefined) {
      problems.push({
        cell: cellName(row, placed.find(({ field }) => field === 'name')?.index ?? 0),
        place: null,
        text:
          found.length > 1
            ? `有 ${found.length} 个“${name}”，分不清是谁，没有填`
            : `编制本的名单里没有“${name}”，没有填`,
      })
      continue
    }
    rows += 1
    const read = formRows(view, placed, [entry])[0]
    for (const [index, column] of placed.entries()) {
      if (column.field === 'sequence' || shownText(part.sheet.rows[row]?.[column.index]).trim() !== '') continue
      put(part.sheet, cells, problems, name, row, column, read, index)
    }
  }
  return { ...NOTHING, cells, problems, rows }
}

/** Fewer rows are a hint or an example. */
const FEWEST_KEYS = 2

/** Posts or units are printed and the names are not: each row takes whoever it is about. Null: nothing of the kind. */
export function fillPrintedKeys(
  { part }: GatheredPart,
  view: BookView,
  people: readonly CountedPerson[],
  placed: readonly PlacedColumn[],
): PartFilling | null {
  const name = placed.find(({ field }) => field === 'name')
  const key = ['post', 'unit'].flatMap((field) => placed.find((one) => one.field === field) ?? [])
  if (name === undefined) return null
  for (const column of key) {
    const keys = keysOf(part, column.index, name.index)
    if (keys.length < FEWEST_KEYS) continue
    const keyed = column.field === 'post' ? byPost(view, people, keys) : byUnit(view, people, keys)
    if (keyed === null) continue
    const cells: FillCell[] = []
    const problems: PlacedProblem[] = keyed.open.map(({ row, why }) => ({
      cell: cellName(row, column.index),
      place: null,
      text: why,
    }))
    for (const { row, personId } of keyed.placed) {
      const entry = view.entryOf(personId)
      const read = entry === undefined ? undefined : formRows(view, placed, [entry])[0]
      for (const [index, one] of placed.entries())
        if (one.field !== 'sequence' && shownText(part.sheet.rows[row]?.[one.index]).trim() === '')
          put(part.sheet, cells, problems, view.personName(personId), row, one, read, index)
    }
    return { ...NOTHING, cells, problems, rows: keyed.placed.length }
  }
  return null
}

const NO_KEY = /^(?:合计|总计|小计|共计|注|备注|说明|填表人|审核|制表|负责人)|[:：]/u

/** The texts of a column below the head, of rows without a name; a row merged into the one above is one more of it. */
function keysOf({ sheet, headerRows, lastRow }: GatheredPart['part'], column: number, name: number): PrintedKey[] {
  const text = (row: number, at: number) => shownText(sheet.rows[row]?.[at]).replaceAll(/\s/gu, '')
  const keys: PrintedKey[] = []
  for (let row = headerRows[1]; row < lastRow; row += 1) {
    const merge = sheet.merges.find(
      ({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right,
    )
    const own = text(merge?.top ?? row, merge?.left ?? column)
    if (own === '' || text(row, name) !== '' || NO_KEY.test(own)) continue
    if (merge === undefined || merge.left === column) keys.push({ row, text: own })
  }
  return keys
}

function byPost(view: BookView, people: readonly CountedPerson[], keys: readonly PrintedKey[]) {
  const entries = people.flatMap(({ personId }) => view.entryOf(personId) ?? [])
  const posts = formRows(view, [{ field: 'post', format: null }], entries).map(({ values }) => values[0] ?? null)
  const held = entries.map(({ personId }, at): KeyedPerson => ({
    personId,
    name: view.personName(personId),
    key: textOf(posts[at] ?? null),
  }))
  const found = placeByPost(keys, held)
  return found.placed.length > 0 ? found : null
}

const textOf = (value: FillValue) => (value === null ? '' : valueText(value))

function byUnit(view: BookView, people: readonly CountedPerson[], keys: readonly PrintedKey[]) {
  const units = [...new Set(people.flatMap(({ unitId }) => unitId ?? []))].map((id) => ({
    id,
    name: view.unitName(id),
  }))
  const named = namedUnits(
    keys.map(({ text }) => text),
    units,
  )
  if (!named.some((one) => one !== null)) return null
  const own = keys.map((key, at) => ({ ...key, text: named[at]?.unit.name ?? key.text }))
  return placeByUnit(
    own,
    people.map(({ personId, name, unitId }) => ({ personId, name, key: view.unitName(unitId ?? '') })),
  )
}
