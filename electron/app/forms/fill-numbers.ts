import { Refusal } from '../../vocabulary/refusals.ts'
import { readAxis, type Axis, type AxisPlace } from '../../domain/fill/count-axis.ts'
import { firstBlankRow } from '../../domain/fill/blank-row.ts'
import { plainLabel } from '../../domain/fill/condition-words.ts'
import { categoriesOf, figureOf, isFigureHeader, UNIT_FIELDS, unitFieldFor } from '../../domain/fill/unit-fields.ts'
import { underGroups } from '../../domain/fill/figure-rows.ts'
import type { PrintedRow } from '../../domain/fill/printed-rows.ts'
import { namedUnits, namesOtherPlaces } from '../../domain/fill/unit-labels.ts'
import type { FigureLine } from '../../domain/model/figures.ts'
import { sumOf, unitRows, unitValue } from '../../domain/fill/values/unit-rows.ts'
import { fillPrintedUnits } from './fill-printed-units.ts'
import { placedColumns, type PlacedColumn } from './placed-columns.ts'
import { NOBODY } from '../../domain/fill/condition-categories.ts'
import { whyUncounted } from './why-empty.ts'
import { choicesAt, fitted, NO_ROOM, NOTHING, rowsBelow, type PartFilling } from './part-result.ts'
import { countedValue, EVERYBODY, isFree, Tally, unitConditions, type NumbersAsked } from './tally-numbers.ts'

/* Tables of numbers: units one below another, and conditions across and down. */

/** What each mapped column counts; null for one that takes something else. */
function columnAxis({ gathered, units, apart }: NumbersAsked): Axis {
  const { part } = gathered
  return readAxis(
    part.columns.map(({ header }) => (header === '' ? [] : header.split('/'))),
    { units, civilServiceApart: apart, heading: '', rows: false, title: part.titles.join('/') },
  )
}

/** One row a unit: the form's blank rows, or the rows whose units are printed. @throws `template_no_name` without a column for them. */
export function fillUnits(asked: NumbersAsked): PartFilling {
  const { gathered, view, people, units, file } = asked
  const { part } = gathered
  const placed = placedColumns(gathered)
  const key = placed.find(({ field }) => field === 'unit')
  if (key === undefined) throw new Refusal('template_no_name', { file, row: part.headerRows[0] })
  const axis = columnAxis(asked)
  const tally = new Tally(asked)
  // 行政, 事业 across is one row a unit; a column that says which 编制 a row is about is one row for each.
  const across = placed.some(({ field }) => (figureOf(field)?.scope ?? 'all') !== 'all')
  const byType = placed.some(({ field }) => field === 'category' || (field === 'funding' && !across))
  const rows = unitRows(view, byType, people)
  const named = namedUnits(
    part.printed.map(({ labels }) => labels.at(-1) ?? ''),
    units,
  )
  const other = namesOtherPlaces(
    part.printed.map(({ labels }) => labels.at(-1) ?? ''),
    units,
  )
  if (other && named.every((one) => one === null)) return { ...NOTHING, left: '表里印的是别的乡镇，没有填' }
  if (named.some((one) => one !== null)) {
    fillPrintedUnits(asked, { tally, rows, placed, axis, named })
    tally.finish()
    return { ...NOTHING, cells: tally.cells, counts: tally.counts, problems: tally.problems, rows: part.printed.length }
  }
  const sequenceColumns = placed.flatMap(({ field, index }) => (field === 'sequence' ? [index] : []))
  const under = { headerLast: part.headerRows[1], until: part.lastRow, sequenceColumns }
  if (firstBlankRow(part.sheet, under) === null) return { ...NOTHING, left: NO_ROOM }
  const [top, bottom] = rowsBelow(part)
  const values = rows.map((row, place) =>
    placed.map((column) => {
      const counts = axis.places[column.index] ?? null
      const header = part.columns[column.index]?.header ?? ''
      if (column.field === 'count') {
        if (counts === null) return null
        const places = [{ ...EVERYBODY, conditions: unitConditions(row) }, counts]
        const counted = tally.count(places)
        tally.tell(part.columns[column.index]?.column ?? '', counted, place)
        return countedValue(counted, places, [header, ...part.titles])
      }
      const value = unitValue(view, row, place, column.field)
      const fit = fitted(column.field, value, choicesAt(part.sheet, column.index, top, bottom))
      if (fit.problem !== null)
        tally.problems.push({
          cell: part.columns[column.index]?.column ?? '',
          place,
          text: `${row.unit.name}，${column.header}：${fit.problem}`,
        })
      return fit.value
    }),
  )
  tally.finish()
  const numbers = new Set<string>(
    UNIT_FIELDS.flatMap(({ field, shape }) => (shape === 'number' && field !== 'sequence' ? [field] : [])),
  )
  return {
    ...NOTHING,
    rows: rows.length,
    counts: tally.counts,
    problems: tally.problems,
    block: {
      headerLast: part.headerRows[1],
      keyColumn: key.index,
      sequenceColumns,
      columns: placed.map(({ index }) => index),
      rows: values,
      sides: [],
      until: part.lastRow,
      // Averages and shares are not summed.
      sumColumns: placed
        .filter(
          ({ field, index }) =>
            numbers.has(field) && (axis.places[index]?.years ?? null) === null && axis.places[index]?.share !== true,
        )
        .map(({ index }) => index),
    },
  }
}

/** Conditions down and across. */
export function fillCounts(asked: NumbersAsked): PartFilling {
  const { gathered, units, apart } = asked
  const { part } = gathered
  const placed = placedColumns(gathered)
  const columns = columnAxis(asked)
  const printed = underGroups(part.printed)
  const rowOptions = {
    units,
    civilServiceApart: apart,
    heading: part.heading,
    rows: true,
    title: part.titles.join('/'),
  }
  const rows = readAxis(
    printed.map(({ labels }) => labels),
    rowOptions,
  )
  const groups = readAxis(
    printed.map(({ labels }) => labels.slice(0, -1)),
    rowOptions,
  )
  const tally = new Tally(asked)
  // Rows of 职务层次 or 年龄 have no 编制, and their 合计 is not that of all of it.
  const seats = rows.places.every(
    (place) => place === null || place.conditions.every(({ aspect }) => OF_SEATS.has(aspect)),
  )
  for (const [index, row] of printed.entries()) {
    const place = rows.places[index]
    const group = row.labels.length > 1 ? (groups.places[index] ?? null) : EVERYBODY
    for (const column of placed)
      if (!seats && figureOf(column.field) !== null) continue
      else if (place !== null && place !== undefined) fillNumber(asked, tally, row, place, column, columns)
      else if (group !== null)
        putFigureRow(asked, tally, { ...row, group, seats: rows.seatsOver[index] ?? null }, column, columns)
  }
  tally.finish()
  return {
    ...NOTHING,
    cells: tally.cells,
    counts: tally.counts,
    problems: tally.problems,
    rows: rows.places.filter((place) => place !== null).length,
    emptyRows: printed.flatMap(({ row, labels }, index) =>
      rows.places[index] === null && !tally.cells.some((cell) => cell.row === row) && hasFreeCell(asked, row)
        ? [{ column: String(row + 1), header: labels.join('/'), why: whyUncounted(labels.join('/')) }]
        : [],
    ),
  }
}

/** Everything that is written in a row: its unit may say that it is in per cent. */
function textsOf({ gathered }: NumbersAsked, row: number): readonly string[] {
  return (gathered.part.sheet.rows[row] ?? []).filter((cell) => typeof cell === 'string')
}

function hasFreeCell({ gathered }: NumbersAsked, row: number): boolean {
  const { part, mapping } = gathered
  return mapping.columns.length > 0 && part.sheet.rows[row]?.some((cell) => cell === null) !== false
}

function fillNumber(
  asked: NumbersAsked,
  tally: Tally,
  { row, labels }: PrintedRow,
  place: AxisPlace,
  { index, field }: PlacedColumn,
  columns: Axis,
): void {
  if (!isFree(asked.gathered.part.sheet.rows[row]?.[index])) return
  const figure = figureOf(field)
  if (figure !== null) {
    const lines = linesOf(asked, place)
    if (lines !== null) {
      const value = sumOf(lines, categoriesOf(figure.scope), figure.measure)
      tally.put(row, index, value === null ? null : { kind: 'number', value })
    }
    return
  }
  const column = columns.places[index] ?? null
  if (field === 'count' && column !== null)
    tally.putCount(
      row,
      index,
      [place, column],
      [asked.gathered.part.columns[index]?.header ?? '', ...labels, ...textsOf(asked, row)],
    )
}

interface FigureRow extends PrintedRow {
  /** Of whom the labels before its own are. */
  readonly group: AxisPlace
  /** 核定编制数 over 其中：行政编制; null: no such row stands over it. */
  readonly seats: string | null
}

/** 核定行政编制数, 空编数: a row that asks for a figure, under a head that only says 数量; of the group it stands in, where it stands in one. */
function putFigureRow(
  asked: NumbersAsked,
  tally: Tally,
  { row, labels, group, seats }: FigureRow,
  { index, field }: PlacedColumn,
  columns: Axis,
): void {
  const label = plainLabel(labels.at(-1) ?? '')
  const column = columns.places[index] ?? null
  const path = seats === null || seats === label ? [label] : [seats, label]
  const figure = isFigureHeader(path) ? figureOf(unitFieldFor(path) ?? '') : null
  // Under 实有 nobody asks for 核定.
  const said = /实有|现有|在编|在岗|在册|实配|现配/u.test(asked.gathered.part.columns[index]?.header ?? '')
  if (figure === null || said || field !== 'count' || column === null || column.years !== null || column.share) return
  // A part nobody could name is not the whole.
  if (path.length > 1 && figure.scope === 'all') return
  const [own, within] = [linesOf(asked, column), linesOf(asked, group)]
  const wanted = new Set(within)
  const lines = own === null || within === null ? null : own.filter((line) => wanted.has(line))
  const value = lines === null ? null : sumOf(lines, categoriesOf(figure.scope), figure.measure)
  tally.put(row, index, value === null ? null : { kind: 'number', value })
}

/** The lines of 编制 a row is about; null for a row that is about people. */
function linesOf({ view, people }: NumbersAsked, place: AxisPlace): readonly FigureLine[] | null {
  const { figures, snapshot } = view.state
  if (place.except.length > 0) return null
  if (![place.conditions, ...place.oneOf].flat().every(({ aspect }) => OF_SEATS.has(aspect))) return null
  const kinds = new Map(snapshot.units.map(({ id, kind }) => [id, kind]))
  return figures.lines.filter(
    ({ unitId, category }) =>
      (people.categories?.includes(category) ?? true) &&
      (people.unitIds?.includes(unitId) ?? true) &&
      meets(place.conditions, { ...NOBODY, unitId, unitKind: kinds.get(unitId) ?? null, category }) &&
      (place.oneOf.length === 0 ||
        place.oneOf.some((line) => meets(line, { ...NOBODY, unitId, unitKind: kinds.get(unitId) ?? null, category }))),
  )

  function meets(conditions: AxisPlace['conditions'], seat: typeof NOBODY): boolean {
    return conditions.every((one) => one.holds(seat, snapshot.asOf) === true)
  }
}

const OF_SEATS: ReadonlySet<string> = new Set(['category', 'unit', 'nature'])
