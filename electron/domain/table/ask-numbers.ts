import { readResidentId } from '../identity/resident-id.ts'
import type { KnownBook } from './known-book.ts'
import { LEAVE_ROWS_OUT, type QuestionDesk } from './question-desk.ts'
import { shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import { recordName } from './record-name.ts'
import type { NamedRecord } from './resolve-unit-names.ts'
import { compact } from './sheet-grid.ts'
import { LEAVE_OUT } from './table-types.ts'

/*
 * Somebody of the book under another ID number: a slip put right, a slip made, or somebody else of the name. A number that fails its own check
 * replaces none, whatever is answered: that is the plan's.
 */

/** Answers: the sheet's number or name, the book's. */
const [TAKE, KEEP] = ['+', '=']
/** So many others, each under another number than the book's: it is somebody else's column. */
const MANY = 3

/** Written as it is kept. */
const PLAIN = /^\d{17}[\dX]$/

interface Told {
  readonly sheet: string
  readonly record: DraftRecord
  readonly name: string
  readonly unit: string | null
  readonly number: string
}

/** Asks whose number counts and whose name, one question for all of them. `left` gains the rows that stay out. */
export function askNumbers(
  records: readonly NamedRecord[],
  book: KnownBook,
  desk: QuestionDesk,
  left: Set<DraftRecord>,
): void {
  const told = records.flatMap(({ sheet, record }): Told[] => {
    const cell = record.values.get('idNumber')?.cell
    const name = recordName(record)
    const unit = compact(shownText(record.values.get('unit')?.cell))
    if (cell === undefined || name === '') return []
    const [written, office] = [shownText(cell), unit === '' ? null : unit]
    // Whom the book knows neither by number nor by name is nobody to ask about: of a first import that is everybody.
    if (PLAIN.test(written) && book.ownerOf(written) === null && book.numberOf(name, office) === null) return []
    const { verdict, normalized } = readResidentId(written)
    return verdict === 'valid' ? [{ sheet, record, name, unit: office, number: normalized }] : []
  })
  for (const one of told) askName(one, book, desk, left)
  const known = told.flatMap((one) => {
    const own = book.numberOf(one.name, one.unit)
    return own === null || left.has(one.record) ? [] : [{ ...one, own }]
  })
  const other = known.filter(({ number, own }) => number !== own && !book.hasNumber(number))
  const all = other.length >= MANY && other.length === known.length
  for (const { sheet, record, name, number, own } of other) {
    const answer = desk.ask(
      {
        id: `number:${name}:${number.slice(-4)}`,
        kind: 'value',
        sheet,
        column: record.values.get('idNumber')?.letters ?? null,
        text: `${name}在编制本里的身份证号末四位是 ${own.slice(-4)}，表里是 ${number.slice(-4)}。以哪个为准？`,
        choices: [
          { value: KEEP, text: '照编制本，表里的号码不用' },
          { value: TAKE, text: '是同一个人，改为表里的' },
          LEAVE_ROWS_OUT,
        ],
        suggested: all ? KEEP : null,
        free: false,
        joint: {
          id: 'all:number',
          word: name,
          text: (words) =>
            `${words}的身份证号，表里与编制本里的不同${all ? '，一个也对不上，像是别人的号码' : ''}。以哪个为准？`,
        },
      },
      record.row + 1,
    )
    if (answer === LEAVE_OUT) left.add(record)
    else if (answer === KEEP) record.values.delete('idNumber')
  }
}

/** A number of the book under another name in the same office: a slip in the name, or in the number. */
function askName(
  { sheet, record, name, unit, number }: Told,
  book: KnownBook,
  desk: QuestionDesk,
  left: Set<DraftRecord>,
): void {
  const owner = book.ownerOf(number)
  const plain = name.replaceAll(/[（(].*?[）)]/gu, '')
  if (owner === null || owner.name === name || owner.name === plain || unit === null || !owner.units.includes(unit))
    return
  // Somebody else of the name sits there: the number is the slip, and is set aside.
  if (book.countOf(plain, unit) > 0) return
  const answer = desk.ask(
    {
      id: `sameNumber:${name}:${owner.name}`,
      kind: 'value',
      sheet,
      column: record.values.get('name')?.letters ?? null,
      text: `末四位 ${number.slice(-4)} 的身份证号，编制本里是${owner.name}，表里写的是${name}，都在${unit}。是同一个人吗？`,
      choices: [
        { value: KEEP, text: `是，姓名照编制本：${owner.name}` },
        { value: TAKE, text: '不是，另一个人，号码先搁置' },
        LEAVE_ROWS_OUT,
      ],
      suggested: KEEP,
      free: false,
    },
    record.row + 1,
  )
  const value = record.values.get('name')
  if (answer === LEAVE_OUT) left.add(record)
  else if (answer === KEEP && value !== undefined)
    record.values.set('name', {
      ...value,
      cell: owner.name,
      from: `身份证号是编制本里${owner.name}的，表里写“${name}”`,
    })
}
