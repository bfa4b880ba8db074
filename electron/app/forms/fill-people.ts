import { Refusal } from '../../vocabulary/refusals.ts'
import type { CountedPerson } from '../../domain/fill/counted-person.ts'
import { firstBlankRow } from '../../domain/fill/blank-row.ts'
import type { FillCell } from '../../domain/fill/fill-request.ts'
import { formRows } from '../../domain/fill/values/form-rows.ts'
import { isDatePart } from '../../domain/fill/date-hints.ts'
import { columnNumber, shownText } from '../../domain/table/raw-workbook.ts'
import type { BookView } from '../../domain/views/book-view.ts'
import { formFields } from '../../domain/fill/form-fields.ts'
import { fillPrintedKeys, fillPrintedNames } from './fill-printed-people.ts'
import type { GatheredPart } from './gather-template.ts'
import { choicesAt, fitted, NO_ROOM, NOTHING, rowsBelow, type PartFilling, type PlacedProblem } from './part-result.ts'
import { placedColumns, put, short, type PlacedColumn } from './placed-columns.ts'

/* A list of people, one row each, and a card of one. */

/** Lists side by side: every field comes again. One list: the columns as they are. */
function sidesOf(columns: readonly PlacedColumn[]): readonly (readonly PlacedColumn[])[] {
  const sides: PlacedColumn[][] = []
  const names = columns.filter(({ field }) => field === 'name')
  if (names.length < 2) return [columns]
  for (const column of columns) {
    const side = sides.at(-1)
    // 年 and 月 of one date are two columns of one side.
    const again = side?.some(
      ({ field, format }) => field === column.field && (!isDatePart(format) || format === column.format),
    )
    if (side === undefined || again === true) sides.push([column])
    else side.push(column)
  }
  // Unless each of them has a name they are no lists of their own.
  return sides.every((side) => side.some(({ field }) => field === 'name')) ? sides : [columns]
}

/** @throws `template_no_name` without a column for the names. */
export function fillPeople(
  gathered: GatheredPart,
  view: BookView,
  people: readonly CountedPerson[],
  everybody: readonly CountedPerson[],
  file: string,
): PartFilling {
  const { part, mapping } = gathered
  const placed = placedColumns(gathered)
  const key = placed.find(({ field }) => field === 'name')
  if (key === undefined) throw new Refusal('template_no_name', { file, row: part.headerRows[0] })
  const printed = part.printed.filter(({ row }) => shownText(part.sheet.rows[row]?.[key.index]).trim() !== '')
  const known = printed.filter(({ labels }) => everybody.some(({ name }) => name === labels.at(-1)))
  if (known.length > 0 && known.length * 2 >= printed.length) return fillPrintedNames(gathered, view, everybody, placed)
  const keyed = printed.length === 0 ? fillPrintedKeys(gathered, view, people, placed) : null
  if (keyed !== null) return keyed
  const sequenceColumns = [
    ...placed.flatMap(({ field, index }) => (field === 'sequence' ? [index] : [])),
    ...part.besideNumbers,
  ]
  const under = { headerLast: part.headerRows[1], until: part.lastRow, sequenceColumns }
  if (firstBlankRow(part.sheet, under) === null) return { ...NOTHING, left: NO_ROOM }
  const sides = sidesOf(placed)
  const [first = placed] = sides
  const entries = people.flatMap(({ personId }) => view.entryOf(personId) ?? [])
  const rows = formRows(view, first, entries)
  const problems: OfSomebody[] = []
  const [top, bottom] = rowsBelow(part)
  const choices = first.map(({ index }) => choicesAt(part.sheet, index, top, bottom))
  const values = rows.map(({ values: row, withoutDay }, place) => {
    const who = view.personName(entries[place]?.personId ?? '')
    return row.map((value, index) => {
      const column = first[index]
      if (column === undefined) return null
      const say = (problem: string) =>
        problems.push({
          cell: mapping.columns[index]?.column ?? '',
          place: sides.length > 1 ? null : place,
          who,
          what: `${short(column.header)}：${problem}`,
        })
      if (withoutDay.includes(index)) say('编制本里只有年月，没有日，没有填')
      const fit = fitted(column.field, value, choices[index] ?? [], column.header)
      if (fit.problem !== null) say(fit.problem)
      return fit.value
    })
  })
  const columns = sides.flat()
  let at = 0
  const places = sides.map((side) => side.map(() => at++))
  const numbers = new Set<string>(
    formFields(view.index.catalogue).flatMap(({ field, shape }) =>
      shape === 'number' && !['sequence', 'age', 'workYears', 'partyYears'].includes(field) ? [field] : [],
    ),
  )
  return {
    ...NOTHING,
    rows: rows.length,
    problems: together(problems),
    block: {
      headerLast: part.headerRows[1],
      keyColumn: key.index,
      sequenceColumns,
      columns: columns.map(({ index }) => index),
      rows: values,
      sides: sides.length > 1 ? places : [],
      until: part.lastRow,
      sumColumns: first.filter(({ field }) => numbers.has(field)).map(({ index }) => index),
    },
  }
}

interface OfSomebody {
  readonly cell: string
  readonly place: number | null
  readonly who: string
  readonly what: string
}

/** Up to so many of one kind are said one by one, each with its cell. */
const ONE_BY_ONE = 3

/** The same of many people is one sentence for the column. */
function together(problems: readonly OfSomebody[]): readonly PlacedProblem[] {
  return [...Map.groupBy(problems, ({ cell, what }) => `${cell} ${what}`).values()].flatMap((same) => {
    const [first] = same
    if (first === undefined || same.length <= ONE_BY_ONE)
      return same.map(({ cell, place, who, what }) => ({ cell, place, text: `${who}，${what}` }))
    const names = same.slice(0, ONE_BY_ONE).map(({ who }) => who)
    return [{ cell: first.cell, place: null, text: `${first.what}（${names.join('、')} 等 ${same.length} 人）` }]
  })
}

/** A card of one person. @throws `template_whose_card` for nobody's. */
export function fillCard({ part, mapping }: GatheredPart, view: BookView, personId: string | undefined): PartFilling {
  const entry = personId === undefined ? undefined : view.entryOf(personId)
  if (entry === undefined) throw new Refusal('template_whose_card')
  const cells: FillCell[] = []
  const problems: PlacedProblem[] = []
  const read = formRows(view, mapping.columns, [entry])[0]
  const who = view.personName(entry.personId)
  for (const [index, { column, field, format }] of mapping.columns.entries()) {
    const [, letters = '', number = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(column) ?? []
    if (letters === '') throw new Refusal('template_changed')
    const header = part.columns.find((one) => one.column === column)?.header ?? ''
    put(
      part.sheet,
      cells,
      problems,
      who,
      Number(number) - 1,
      { index: columnNumber(letters), field, format, header },
      read,
      index,
    )
  }
  return { ...NOTHING, cells, problems, rows: 1 }
}
