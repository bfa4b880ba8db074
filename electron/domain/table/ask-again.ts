import { repeated } from '../model/one-or-more.ts'
import { markSecond } from './mark-second-posts.ts'
import { rowsText, type QuestionDesk } from './question-desk.ts'
import { shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import { recordName } from './record-name.ts'
import type { NamedRecord } from './resolve-unit-names.ts'
import { compact } from './sheet-grid.ts'

/* One person (by ID number and name) with two rows in one office of one sheet: handed in twice, copied twice, or one row for each of two posts. */

const [FIRST, LAST, BOTH] = ['first', 'last', 'both']
/** What says nothing of the person. */
const ASIDE = new Set(['sequence', 'number'])

/** Rows that say the same are one, and that is said; of others she says which one counts. `left` gains those that do not. */
export function askAgain(records: readonly NamedRecord[], desk: QuestionDesk, left: Set<DraftRecord>): void {
  const numberOf = ({ record }: NamedRecord) => textOf(record, 'idNumber').toUpperCase()
  const keyOf = (one: NamedRecord) =>
    [one.sheet, numberOf(one), recordName(one.record), textOf(one.record, 'unit')].join('\u0001')
  const numbered = records.filter(({ record }) => textOf(record, 'idNumber') !== '')
  // Nearly everybody's number is theirs alone: the longer key is made of the others only.
  const shared = new Set(repeated(numbered, numberOf).flat())
  const same: NamedRecord[] = []
  for (const rows of repeated(
    numbered.filter((one) => shared.has(one)),
    keyOf,
  )) {
    const [first, ...more] = rows
    if (first === undefined || textOf(first.record, 'unit') === '') continue
    const again = more.filter(({ record }) => saysSame(first.record, record))
    same.push(...again)
    for (const { record } of again) left.add(record)
    const rest = [first, ...more.filter((one) => !again.includes(one))]
    if (rest.length > 1) askWhich(rest, desk, left)
  }
  for (const [sheet, rows] of Map.groupBy(same, (one) => one.sheet))
    desk.note(
      `“${sheet}”${rowsText(rows.map(({ record }) => record.row + 1).toSorted((a, b) => a - b))}和上面的某一行是同一个人，写的也一样，只收一行。`,
    )
}

function saysSame(one: DraftRecord, other: DraftRecord): boolean {
  const fields = new Set([...one.values.keys(), ...other.values.keys()].filter((field) => !ASIDE.has(field)))
  return [...fields].every((field) => textOf(one, field) === textOf(other, field))
}

function askWhich(rows: readonly NamedRecord[], desk: QuestionDesk, left: Set<DraftRecord>): void {
  const [first] = rows
  const last = rows.at(-1)
  if (first === undefined || last === undefined) return
  const name = recordName(first.record)
  const posts = new Set(rows.map(({ record }) => textOf(record, 'post')))
  const answer = desk.ask(
    {
      id: `twice:${name}:${textOf(first.record, 'unit')}`,
      kind: 'which',
      sheet: first.sheet,
      column: first.record.values.get('name')?.letters ?? null,
      text: `${name}在“${first.sheet}”里有${rows.length}行，单位和身份证号都一样，别的写得不同。用哪一行？`,
      choices: [
        { value: LAST, text: '用后面的一行' },
        { value: FIRST, text: '用前面的一行' },
        { value: BOTH, text: '一人兼几岗：前面的一行是主职，后面的是兼任' },
      ],
      // Two posts are two posts, more likely than a slip.
      suggested: posts.size > 1 ? null : LAST,
      free: false,
      joint: {
        id: 'all:twice',
        word: name,
        text: (words) => `${words}各有几行，单位和身份证号都一样，别的写得不同。用哪一行？`,
      },
    },
    first.record.row + 1,
  )
  if (answer === undefined) return
  const kept = answer === LAST ? last : first
  for (const one of rows)
    if (one !== kept) {
      if (answer === BOTH) markSecond(one.record)
      else left.add(one.record)
    }
}

const textOf = ({ values }: DraftRecord, field: string) => compact(shownText(values.get(field)?.cell))
