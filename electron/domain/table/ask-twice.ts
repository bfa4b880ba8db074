import type { AnswerId } from '../../vocabulary/answers.ts'
import { repeated } from '../model/one-or-more.ts'
import { markSecond } from './mark-second-posts.ts'
import { LEAVE_ROWS_OUT, type QuestionDesk } from './question-desk.ts'
import { shownText } from './raw-workbook.ts'
import { recordName } from './record-name.ts'
import type { NamedRecord } from './resolve-unit-names.ts'
import { compact } from './sheet-grid.ts'

/**
 * One person (by ID number and name) with a row in two offices, neither of which says 兼: where the seat is, only the clerk can say. On two sides of
 * one row it is one person told of in two ways, and one of them is left out (`left`).
 */
export function askTwice(records: readonly NamedRecord[], desk: QuestionDesk, left: Set<NamedRecord['record']>): void {
  for (const { rows, units, first, name, beside } of toldTwice(records)) {
    const places = rows.map((one) => `“${textOf(one, 'unit')}”（${one.sheet}第 ${one.record.row + 1} 行）`).join('、')
    const answer = desk.ask(
      {
        id: idOf(name, units),
        kind: 'which',
        sheet: first.sheet,
        column: first.record.values.get('unit')?.letters ?? null,
        text: beside
          ? `第 ${first.record.row + 1} 行左右两栏都是${name}，机构一栏写“${units.join('”，一栏写“')}”。用哪一个？`
          : `${name}在${places}各有一行，身份证号相同。编制在哪个机构？`,
        choices: [
          ...units.map((unit) => ({ value: unit, text: beside ? `用“${unit}”` : `编制在${unit}，另一行是兼任` })),
          ...(beside ? [LEAVE_ROWS_OUT] : []),
        ],
        suggested: null,
        free: false,
      },
      first.record.row + 1,
    )
    if (answer === undefined) continue
    for (const one of rows) {
      if (textOf(one, 'unit') === answer) continue
      if (beside) left.add(one.record)
      else markSecond(one.record)
    }
  }
}

/** Of one person's two sides that which an answer left out before: nothing is asked of it again. */
export function leftBefore(records: readonly NamedRecord[], desk: QuestionDesk): ReadonlySet<NamedRecord['record']> {
  if (!desk.has('twice')) return new Set()
  return new Set(
    toldTwice(records).flatMap(({ rows, units, name, beside }) => {
      const answer = beside ? desk.answerTo(idOf(name, units)) : undefined
      return answer === undefined
        ? []
        : rows.filter((one) => textOf(one, 'unit') !== answer).map(({ record }) => record)
    }),
  )
}

const idOf = (name: string, units: readonly string[]): AnswerId => `twice:${name}:${units.join('|')}`
const textOf = ({ record }: NamedRecord, field: string) => compact(shownText(record.values.get(field)?.cell))

interface ToldTwice {
  readonly rows: readonly NamedRecord[]
  readonly first: NamedRecord
  readonly units: readonly string[]
  readonly name: string
  /** On two sides of one row. */
  readonly beside: boolean
}

function toldTwice(records: readonly NamedRecord[]): readonly ToldTwice[] {
  const numbered = records.filter((one) => textOf(one, 'idNumber') !== '')
  const byPerson = repeated(numbered, (one) => textOf(one, 'idNumber').toUpperCase()).flatMap((rows) =>
    repeated(rows, ({ record }) => recordName(record)),
  )
  return byPerson.flatMap((rows): readonly ToldTwice[] => {
    const units = [...new Set(rows.map((one) => textOf(one, 'unit')))].filter((unit) => unit !== '')
    const [first] = rows
    if (first === undefined || units.length < 2 || units.length !== rows.length) return []
    const beside = rows.every(({ sheet, record }) => sheet === first.sheet && record.row === first.record.row)
    return [{ rows, first, units, name: textOf(first, 'name'), beside }]
  })
}
