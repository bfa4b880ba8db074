import type { QuestionDesk } from './question-desk.ts'
import { shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import type { SheetGroup } from './recognised-workbook.ts'
import { compact } from './sheet-grid.ts'
import { LEAVE_OUT } from './table-types.ts'
import { isWholeTownship } from './unit-words.ts'

/*
 * What she says without being asked: the office or the 编制 of everybody below a heading or on a sheet, and what a word in a column means.
 */

export interface ByHandContext {
  readonly key: string
  readonly township: string | null
  readonly desk: QuestionDesk
}

const PLACES = [
  { field: 'unit', said: '单位按您的指定' },
  { field: 'category', said: '编制按您的指定' },
] as const
type Place = (typeof PLACES)[number]['field']

/** The whole sheet, where a heading's words would stand. */
const WHOLE = '*'

/** What an answer for a group is given under. `heading` null: the whole sheet. */
export function placeId(field: Place, key: string, heading: string | null): string {
  return `place:${field}:${key}:${heading ?? WHOLE}`
}

/** Puts her answers into the records they are about. Returns those that stay. */
export function placeByHand(records: readonly DraftRecord[], context: ByHandContext): readonly DraftRecord[] {
  const { desk } = context
  if (!desk.has('value') && !desk.has('place')) return records
  return records.filter(
    (record) => meanings(record, context.desk) && PLACES.every((place) => put(record, place, context)),
  )
}

/** Words that mean something else, in whatever column; false: rows with that word are left out. */
function meanings(record: DraftRecord, desk: QuestionDesk): boolean {
  for (const [field, value] of record.values) {
    const word = compact(shownText(value.cell))
    const meant = word === '' ? undefined : desk.answerTo(`value:${field}:${word}`)
    if (meant === LEAVE_OUT) return false
    if (meant !== undefined && meant !== word)
      record.values.set(field, { ...value, cell: meant, from: `“${word}”记为${meant}` })
  }
  return true
}

function put(record: DraftRecord, { field, said }: (typeof PLACES)[number], context: ByHandContext): boolean {
  const answer = answerFor(record, field, context)
  if (answer === undefined) return true
  if (answer === LEAVE_OUT) return false
  const own = record.values.get(field)
  const text = own === undefined ? '' : compact(shownText(own.cell))
  // What a row says of itself goes before what is said of its group, unless it names the whole township.
  if (text !== '' && !(field === 'unit' && isWholeTownship(text, context.township))) return true
  record.values.set(field, { cell: answer, letters: own?.letters ?? '', header: own?.header ?? '', from: said })
  return true
}

/** The nearest heading that was answered for; the sheet's answer only where no heading inside the table says it. */
function answerFor(record: DraftRecord, field: Place, { key, desk }: ByHandContext): string | undefined {
  const { stack } = record.group
  for (const { title } of stack.toReversed()) {
    const answer = desk.answerTo(placeId(field, key, title.bare))
    if (answer !== undefined) return answer
  }
  const said = record.group[field]
  return said !== null && stack.includes(said) ? undefined : desk.answerTo(placeId(field, key, null))
}

/** The whole sheet and every heading with people below it, in the order of the rows. */
export function groupsOf(records: readonly DraftRecord[], key: string): readonly SheetGroup[] {
  if (records.length === 0) return []
  const below = new Map<number, { readonly text: string; readonly bare: string; readonly people: DraftRecord[] }>()
  for (const record of records)
    for (const { row, title } of record.group.stack) {
      if (row === null) continue
      const known = below.get(row) ?? { text: title.written, bare: title.bare, people: [] }
      known.people.push(record)
      below.set(row, known)
    }
  const group = (
    row: number | null,
    text: string,
    bare: string | null,
    people: readonly DraftRecord[],
  ): SheetGroup => ({
    row,
    text,
    people: people.length,
    unit: common(people, 'unit'),
    category: common(people, 'category'),
    unitId: placeId('unit', key, bare),
    categoryId: placeId('category', key, bare),
  })
  return [
    group(null, '', null, records),
    ...[...below].toSorted(([a], [b]) => a - b).map(([row, { text, bare, people }]) => group(row, text, bare, people)),
  ]
}

function common(people: readonly DraftRecord[], field: Place): string | null {
  const textOf = ({ values }: DraftRecord) => compact(shownText(values.get(field)?.cell))
  const [first] = people
  const only = first === undefined ? '' : textOf(first)
  // The whole sheet as a rule says several: the first that differs ends it.
  return only !== '' && people.every((record) => textOf(record) === only) ? only : null
}
