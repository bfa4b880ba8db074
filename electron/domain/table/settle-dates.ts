import { readResidentId } from '../identity/resident-id.ts'
import type { MonthOrDate } from '../model/plain-date.ts'
import type { KnownBook } from './known-book.ts'
import { rowsText, type QuestionDesk } from './question-desk.ts'
import { shownText } from './raw-workbook.ts'
import { readMonthOrDate } from './read-date.ts'
import type { DraftRecord } from './read-table.ts'
import { compact } from './sheet-grid.ts'
import { LEAVE_OUT, type PlacedCell } from './table-types.ts'

/*
 * 2010.1 is January, or October whose cell lost its 0: settled for a whole column where other cells of it prove which, else asked once.
 */

interface Context {
  readonly sheet: string
  readonly key: string
  readonly book: KnownBook
  readonly desk: QuestionDesk
}

/** A cell that may mean two months. */
interface Doubtful {
  readonly record: DraftRecord
  readonly value: PlacedCell
  readonly either: readonly MonthOrDate[]
  /** What the person's own ID number says, of a birth. */
  readonly proved: '01' | '10' | null
}

type Way = '01' | '10'
const WAYS: Readonly<Record<Way, string>> = { '01': '1 月', '10': '10 月' }

/** Puts the month into every cell of a column of dates that is settled, in place. */
export function settleDates(records: readonly DraftRecord[], context: Context): void {
  for (const field of dateFields(context.book)) {
    // Nearly every column of dates is in order: looked at before anything is made of it.
    if (!records.some(({ values }) => isDoubtfulIn(values, field))) continue
    const cells = records.flatMap((record) => {
      const value = record.values.get(field)
      return value === undefined ? [] : [{ record, value }]
    })
    for (const column of Map.groupBy(cells, ({ value }) => value.letters).values()) {
      const doubtful = column.flatMap(({ record, value }) => doubtOf(field, record, value))
      settleColumn(
        field,
        doubtful,
        column.map(({ value }) => value),
        context,
      )
    }
  }
}

function dateFields({ catalogue }: KnownBook): readonly string[] {
  return catalogue.names.filter((name) => ['month', 'date'].includes(catalogue.entry(name).kind))
}

function isDoubtfulIn(values: DraftRecord['values'], field: string): boolean {
  const value = values.get(field)
  return value !== undefined && isDoubtful(value)
}

/** By its looks; whether it is one is for the reading of dates. */
function isDoubtful({ cell }: PlacedCell): boolean {
  return /\D1\s*$/u.test(shownText(cell))
}

function entryOf(field: string, { catalogue }: KnownBook) {
  const name = catalogue.names.find((one) => one === field)
  return name === undefined ? null : catalogue.entry(name)
}

function doubtOf(field: string, record: DraftRecord, value: PlacedCell): readonly Doubtful[] {
  const reading = readMonthOrDate(value.cell, false)
  if (reading.kind !== 'refused' || reading.either === undefined) return []
  const number = compact(shownText(record.values.get('idNumber')?.cell))
  const birth = field === 'birth' && number !== '' ? readResidentId(number).birth : null
  const meant = birth === null ? undefined : reading.either.find((month) => birth.startsWith(month))
  return [{ record, value, either: reading.either, proved: meant === undefined ? null : wayOf(meant) }]
}

const wayOf = (month: string): Way => (month.endsWith('-10') ? '10' : '01')

function settleColumn(
  field: string,
  doubtful: readonly Doubtful[],
  column: readonly PlacedCell[],
  context: Context,
): void {
  // Each birth with its own ID number is read by that.
  const open = doubtful.filter(({ proved }) => proved === null)
  const [first] = open
  if (first === undefined) return
  const evidence = proofIn(doubtful, column)
  const way = evidence?.way ?? ask(field, open, context)
  if (way === undefined) return
  for (const { record, value, either } of open) {
    const shown = shownText(value.cell).trim()
    const meant = either.find((month) => wayOf(month) === way)
    if (way === LEAVE_OUT || meant === undefined) record.values.delete(field)
    else record.values.set(field, { ...value, cell: meant, from: `“${shown}”记为 ${meant}` })
  }
  if (evidence === null) return
  const rows = rowsText(open.map(({ record }) => record.row + 1))
  const place = `“${context.sheet}”的“${titleOf(field, first.value, context)}”${rows}`
  context.desk.note(
    `${place}写作“${shownText(first.value.cell).trim()}”这样，分不清是 1 月还是 10 月：${evidence.words}，` +
      `按 ${WAYS[evidence.way]}收进，请核对。`,
  )
}

/** What other cells of the column prove; null: nothing, or one thing and its opposite. */
function proofIn(
  doubtful: readonly Doubtful[],
  column: readonly PlacedCell[],
): { readonly way: Way; readonly words: string } | null {
  const byNumber = new Set(doubtful.flatMap(({ proved }) => proved ?? []))
  const [only] = byNumber
  if (byNumber.size > 1) return null
  if (only !== undefined) return { way: only, words: `同一列里身份证号对得上的都是 ${WAYS[only]}` }
  const texts = column.map(({ cell }) => compact(shownText(cell)))
  const kept = texts.find((text) => /^\d{2,4}[.．]10$/u.test(text))
  const padded = texts.find((text) => /^\d{2,4}[.．]0[1-9]$/u.test(text))
  const bare = texts.some((text) => /^\d{2,4}[.．][2-9]$/u.test(text))
  if (kept !== undefined && padded === undefined) return { way: '01', words: `同一列里 10 月写作“${kept}”` }
  const isNumber = doubtful.every(({ value }) => typeof value.cell === 'object' && value.cell?.kind === 'number')
  if (padded !== undefined && kept === undefined && !bare && isNumber)
    return { way: '10', words: `同一列里一位数的月份写作“${padded}”，10 月的 0 丢在数字格里` }
  return null
}

function titleOf(field: string, { header }: PlacedCell, { book }: Context): string {
  return header !== '' ? header : (entryOf(field, book)?.title ?? field)
}

function ask(field: string, open: readonly Doubtful[], context: Context): Way | typeof LEAVE_OUT | undefined {
  const [first] = open
  if (first === undefined) return undefined
  const { sheet, key, desk } = context
  const title = titleOf(field, first.value, context)
  let answer: string | undefined
  for (const { record } of open)
    answer = desk.ask(
      {
        id: `dateTenth:${key}:${field}`,
        kind: 'value',
        sheet,
        column: first.value.letters === '' ? null : first.value.letters,
        text: `“${title}”里有 ${open.length} 格写作“${shownText(first.value.cell).trim()}”这样，分不清是 1 月还是 10 月（数字格会丢掉末尾的 0）。是哪一个？不一样的，请逐格改正。`,
        choices: [
          { value: '01', text: '都是 1 月' },
          { value: '10', text: '都是 10 月' },
          { value: LEAVE_OUT, text: '这几格先空着' },
        ],
        suggested: null,
        free: false,
      },
      record.row + 1,
    )
  return answer === '01' || answer === '10' || answer === LEAVE_OUT ? answer : undefined
}
