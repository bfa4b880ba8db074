import { keyOf, monthIn, shareOf } from './choose-sheets.ts'
import type { QuestionDesk } from './question-desk.ts'
import type { DraftRecord } from './read-table.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { SheetReading } from './sheet-reading.ts'

/* 9月, 10月 and 11月 below one another on a sheet: one list of which one month counts. */

/** The people of a sheet without those of other months than the one she takes; until she says which, of the last. */
export function chooseMonth(reading: SheetReading, key: string, desk: QuestionDesk): readonly DraftRecord[] {
  if (reading.cards || reading.turned) return reading.people
  const titled = listsOf(reading)
  if (titled.length < 2) return reading.people
  const months = new Map(
    titled.flatMap(({ title, people }) => (title === null ? [] : [[monthIn(title), { title, people }]])),
  )
  if (months.size !== titled.length || !sameList(titled.map(({ people }) => people))) return reading.people
  const order = [...months].toSorted(([one], [other]) => one - other)
  const last = order.at(-1)?.[1]
  const name = reading.source.name
  const answer = desk.ask({
    id: `which:${key}:months`,
    kind: 'which',
    sheet: name,
    column: null,
    text: `“${name}”里${order.map(([, { title }]) => `“${title}”`).join('、')}是同一批人几个月的名单。用哪一个月？`,
    choices: order.map(([, { title }]) => ({ value: title, text: `用“${title}”` })),
    suggested: last?.title ?? null,
    free: false,
  })
  return (order.find(([, { title }]) => title === answer)?.[1] ?? last)?.people ?? reading.people
}

interface MonthList {
  readonly title: string | null
  readonly people: DraftRecord[]
}

/** The people below each text that names a month; a head that is repeated makes no table of its own. */
function listsOf({ grid, people }: SheetReading): readonly MonthList[] {
  const lists: MonthList[] = []
  let above = -1
  for (const record of people) {
    const title = monthTitle(grid, above, record.row)
    const open = lists.at(-1)
    if (open === undefined || title !== null) lists.push({ title, people: [record] })
    else open.people.push(record)
    above = record.row
  }
  return lists
}

/** The nearest text between two rows of people that names a month. */
function monthTitle(grid: SheetGrid, above: number, below: number): string | null {
  for (let row = below - 1; row > above; row -= 1) {
    const [column, ...more] = grid.filled(row)
    const text = column === undefined || more.length > 0 ? '' : grid.text(row, column)
    if (/\d{1,2}月/u.test(text) && !/[:：]|填报|制表|截[至止]/u.test(text)) return text
  }
  return null
}

/** Each month has most of the people of the month before. */
function sameList(tables: readonly (readonly DraftRecord[])[]): boolean {
  const keys = tables.map((people) => new Set(people.map(keyOf)))
  return keys.every((own, at) => at === 0 || shareOf(keys[at - 1] ?? new Set(), own) >= 0.5)
}
