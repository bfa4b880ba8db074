import { bureauWords, type BureauList } from '../../vocabulary/bureau-words.ts'
import { fitChoice } from '../fill/fit-choices.ts'
import { readResidentId } from '../identity/resident-id.ts'
import { FIRST_ROW, type Bounce, type BureauColumn, type BureauSheet, type FilledSheet } from './bureau-form.ts'

/* Fills a sheet, and says of every cell what the system it is for would send back. What fits no list is left as the book has it, so that it is seen. */

/** What the county's own words were said to mean: list and word to the list's word. */
export type MeantWords = (list: BureauList, word: string) => string | null

export function fillSheet<Row>(
  sheet: BureauSheet<Row>,
  meant: MeantWords,
): { readonly filled: FilledSheet; readonly bounces: readonly Bounce[] } {
  const bounces: Bounce[] = []
  const seen = new Map<string, number>()
  const rows = sheet.rows.map((row, place) => {
    const values = sheet.columns.map((column) => cellOf(column, row, meant))
    const at = FIRST_ROW + place
    const say = (column: BureauColumn<Row>, code: Bounce['code'], value: string, message: string) =>
      void bounces.push({
        sheet: sheet.name,
        row: at,
        about: sheet.about(row),
        column: column.title,
        code,
        value,
        message,
        list: code === 'word' ? (column.list ?? null) : null,
      })
    for (const [index, column] of sheet.columns.entries()) {
      const value = values[index] ?? ''
      const problem = problemOf(column, value)
      if (problem !== null) say(column, problem.code, value, problem.message)
      if (column.idNumber === true && sheet.rowAPerson === true && value !== '') {
        const earlier = seen.get(value)
        if (earlier === undefined) seen.set(value, at)
        else say(column, 'twice', value, `与第 ${earlier} 行是同一个身份证号，系统按号码认人，会退回后一行`)
      }
    }
    for (const { column, message } of disagreements(sheet.columns, values)) say(column, 'disagrees', '', message)
    return values
  })
  const columns = sheet.columns.map(({ title, required, list, date }) => ({
    title,
    required: required === true,
    list: list ?? null,
    date: date ?? null,
  }))
  return { filled: { name: sheet.name, title: sheet.title, columns, rows }, bounces }
}

function cellOf<Row>({ list, date, field, of }: BureauColumn<Row>, row: Row, meant: MeantWords): string {
  const value = of(row)
  if (value === null || value === '') return ''
  if (date === 'digits') return value.replaceAll('-', '')
  if (list === undefined) return value
  const words = bureauWords(list)
  if (words.includes(value)) return value
  return meant(list, value) ?? (field === undefined ? null : fitChoice(field, value, words)) ?? value
}

interface Problem {
  readonly code: Bounce['code']
  readonly message: string
}

function problemOf<Row>(
  { title, required, list, date, idNumber, name }: BureauColumn<Row>,
  value: string,
): Problem | null {
  if (value === '') return required === true ? { code: 'missing', message: `必填，编制本没有登记${title}` } : null
  if (list !== undefined && !bureauWords(list).includes(value))
    return { code: 'word', message: `“${value}”不在下拉里，请选它对应哪一项` }
  if (date === 'digits' && !/^\d{6}(?:\d{2})?$/u.test(value))
    return { code: 'date', message: `“${value}”应是 6 位或 8 位数字` }
  if (date === 'day' && !/^\d{4}-\d{2}-\d{2}$/u.test(value))
    return { code: 'date', message: '编制本只到月，这张表要写到日' }
  if (idNumber === true) {
    const reading = readResidentId(value)
    if (reading.verdict === 'invalid') return { code: 'idNumber', message: reading.problem ?? '号码不符合规则' }
  }
  if (name === true && /\s/u.test(value)) return { code: 'word', message: '姓名中间不能有空格' }
  return null
}

/** Sex and birth that say otherwise than the number beside them. */
function disagreements<Row>(
  columns: readonly BureauColumn<Row>[],
  values: readonly string[],
): readonly { readonly column: BureauColumn<Row>; readonly message: string }[] {
  const number = values[columns.findIndex(({ idNumber }) => idNumber === true)] ?? ''
  if (number === '') return []
  const { birth, sex } = readResidentId(number)
  return columns.flatMap((column, index) => {
    const value = values[index] ?? ''
    if (value === '') return []
    if (column.field === 'sex' && sex !== null && value !== sex)
      return [{ column, message: `与身份证号不符，号码里是${sex}` }]
    if (
      column.field === 'birth' &&
      birth !== null &&
      value.replaceAll('-', '').slice(0, 6) !== birth.replaceAll('-', '').slice(0, 6)
    )
      return [{ column, message: `与身份证号不符，号码里是 ${birth.slice(0, 7)}` }]
    return []
  })
}
