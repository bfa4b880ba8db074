import { columnLetters, shownText } from '../table/raw-workbook.ts'
import { readPaths } from '../table/find-tables.ts'
import { originOf, type SheetGrid } from '../table/sheet-grid.ts'
import { countsBlock } from './find-counts.ts'
import type { FormBlock } from './form-block.ts'
import type { Aspect } from './counted-person.ts'
import type { NamedUnit } from './label-context.ts'
import { namedUnits } from './unit-labels.ts'
import { namesCivilServiceApart } from './axis-beside.ts'
import { readAxis } from './count-axis.ts'
import { dateHint, datePart, isDatePart } from './date-hints.ts'
import { asksForCategory, fieldOfWords } from './fit-choices.ts'
import { formFieldFor, isAboutOthers, isDateField, isWholeHead, isWithinHead } from './form-fields.ts'
import type { TemplateColumn } from './template-column.ts'
import { figureOf, isFigureHeader, leadersOf, unitFieldFor } from './unit-fields.ts'

/*
 * Where the tables of a blank sheet are. A header may have any number of rows and stand several times on a sheet; what is below it decides
 * whether people, units or numbers go in.
 */

const HIGHEST = 5
const SEARCHED_ROWS = 400

/** Every block of a sheet from top to bottom; `at` (0-based): the one whose header holds that row. */
export function findFormBlocks(
  grid: SheetGrid,
  at: number | undefined,
  units: readonly NamedUnit[],
): readonly FormBlock[] {
  const found: FormBlock[] = []
  for (let first = 0; first < Math.min(grid.height, SEARCHED_ROWS); first += 1) {
    if (at !== undefined && (first > at || first + HIGHEST <= at)) continue
    if (grid.filled(first).length < 2 || (at === undefined && cutsHeads(grid, first))) continue
    for (let last = first; last < Math.min(grid.height, first + HIGHEST); last += 1) {
      if (last > first && !continuesHeader(grid, first, last)) break
      if (at !== undefined && last < at) continue
      if (at === undefined && reachesBelow(grid, first, last)) continue
      const paths = readPaths(grid, first, last)
      for (const kind of ['people', 'units', 'counts'] as const) {
        const block = readBlock(grid, first, last, paths, kind, units)
        if (block !== null) found.push(block)
      }
    }
  }
  return choose(
    found.filter((block) => !found.some((shorter) => takesRows(shorter, block, grid))),
    grid,
  )
}

/** A row that a head merged down from above passes through is a lower row of that header. */
function cutsHeads(grid: SheetGrid, row: number): boolean {
  return grid.sheet.merges.some(
    ({ top, bottom }) => top < row && row <= bottom && bottom - top < HIGHEST && grid.filled(top).length >= 2,
  )
}

/** A head merged down to a row with more heads: the header ends there and not above it. */
function reachesBelow(grid: SheetGrid, first: number, last: number): boolean {
  return (
    last + 1 < Math.min(grid.height, first + HIGHEST) &&
    continuesHeader(grid, first, last + 1) &&
    grid.sheet.merges.some(({ top, bottom }) => top >= first && top <= last && bottom > last && bottom - top < HIGHEST)
  )
}

/** A row goes on with a header where it stands under something wider or beside something taller. */
function continuesHeader(grid: SheetGrid, first: number, row: number): boolean {
  if (grid.filled(row).length >= 2) return true
  return (
    grid.filled(row).length === 1 &&
    Array.from({ length: grid.width }, (_, column) => originOf(grid, row, column)).some(
      (origin) => origin.row < row && origin.row >= first,
    )
  )
}

function readBlock(
  grid: SheetGrid,
  first: number,
  last: number,
  paths: readonly (readonly string[])[],
  kind: FormBlock['kind'],
  units: readonly NamedUnit[],
): FormBlock | null {
  const below = Math.max(
    last,
    ...grid.sheet.merges.filter((one) => one.top >= first && one.top <= last).map((one) => one.bottom),
  )
  const base = { kind, first, last: below, paths }
  if (kind === 'people') {
    const columns = listColumns(grid, below, paths)
    const fields = new Set(columns.flatMap(({ field }) => field ?? []))
    if (!fields.has('name') || fields.size < 2) return null
    return {
      ...base,
      columns,
      labelColumns: columns.flatMap(({ field }, index) => (field === 'name' ? [index] : [])).slice(0, 1),
      // 年 and 月 told apart are more than one date.
      score: new Set(
        columns.flatMap(({ field, format }) => (field === null ? [] : [`${field}${isDatePart(format) ? format : ''}`])),
      ).size,
    }
  }
  if (kind === 'units') {
    const columns = unitColumns(paths, units)
    const fields = columns.flatMap(({ field }) => field ?? [])
    const told = fields.filter((field) => field === 'count' || figureOf(field) !== null || leadersOf(field) !== null)
    if (!fields.includes('unit') || told.length === 0) return null
    if (
      namesConditions(
        grid,
        below,
        columns.findIndex(({ field }) => field === 'unit'),
        units,
      )
    )
      return null
    return {
      ...base,
      columns,
      labelColumns: [columns.findIndex(({ field }) => field === 'unit')],
      // Numbers alone are two of them at least, and nobody's names.
      score:
        told.every((field) => field === 'count') && told.length < 2
          ? 0
          : new Set(columns.flatMap(({ field, header }) => (field === null ? [] : [header]))).size,
    }
  }
  return countsBlock(grid, base, units)
}

/** 行政编制, 事业编制 printed under 机构: the rows are conditions, and no units are to be listed there. */
function namesConditions(grid: SheetGrid, last: number, column: number, units: readonly NamedUnit[]): boolean {
  const labels: string[] = []
  for (let row = last + 1; row < Math.min(grid.height, last + 1 + LABELS_LOOKED_AT); row += 1) {
    const label = grid.text(row, column)
    if (label !== '') labels.push(label)
    // Rows left blank are for what the book knows; what is printed below them is another matter.
    else if (labels.length === 0 && isBlankRow(grid, row)) return false
  }
  if (labels.length === 0 || namedUnits(labels, units).some((one) => one !== null)) return false
  const read = readAxis(
    labels.map((label) => [label]),
    { units: [], civilServiceApart: false, heading: '', rows: true },
  )
  return read.places.some((place) => place !== null && place.conditions.length > 0)
}

/** Nothing but the form's own formulas. */
function isBlankRow(grid: SheetGrid, row: number): boolean {
  return (grid.sheet.rows[row] ?? []).every(
    (cell) => shownText(cell).trim() === '' || (cell !== null && typeof cell !== 'string' && cell.formula === true),
  )
}

const LABELS_LOOKED_AT = 12

/** What each column of a list of people takes, by its heads and by what its cells accept; `last` (0-based): the lowest row of its header. */
export function listColumns(
  grid: SheetGrid,
  last: number,
  paths: readonly (readonly string[])[],
): readonly TemplateColumn[] {
  return withListedFields(grid.sheet, last, peopleColumns(paths, hintsBelow(grid, last)))
}

/** Columns of a list of people. Two lists side by side have the same heads twice. */
function peopleColumns(
  paths: readonly (readonly string[])[],
  hints: (column: number) => readonly string[],
): readonly TemplateColumn[] {
  const starts = sideStarts(paths)
  let taken = new Set<string>()
  const asked = paths.map((path) => formFieldFor(path))
  const rooms = paths.some((path, index) => asked[index] === 'unit' && isWithinHead(path))
  return paths.map((path, index): TemplateColumn => {
    if (starts.includes(index)) taken = new Set()
    const part = datePart(path)
    const whole = part === null ? (asked[index] ?? null) : formFieldFor(part.path)
    const plain = part === null || (whole !== null && isDateField(whole)) ? whole : null
    const field = plain === 'unit' && rooms && isWholeHead(path) ? 'ownTownship' : plain
    const key = `${field ?? ''}${part?.format ?? ''}`
    const fresh = field !== null && !taken.has(key) && !(part !== null && taken.has(field))
    if (fresh) taken.add(key)
    return {
      column: columnLetters(index),
      header: path.join('/'),
      field: fresh ? field : null,
      format: fresh ? (part?.format ?? firstHint([path.join(''), ...hints(index)])) : null,
    }
  })
}

/** 人员类别 is of several things. */
const VAGUE = /类别|类型|身份|性质/u

/** A head nobody knows, or a vague one, over cells that take 正式党员, 预备党员: the words of the drop-down say what is asked. */
function withListedFields(
  { choices = [] }: SheetGrid['sheet'],
  last: number,
  columns: readonly TemplateColumn[],
): readonly TemplateColumn[] {
  const taken = new Set(columns.flatMap(({ field }) => field ?? []))
  return columns.map((column, index) => {
    const listed = () =>
      choices.find(
        ({ options, areas }) =>
          options !== null && areas.some(({ left, right, bottom }) => left <= index && index <= right && bottom > last),
      )?.options ?? null
    if (column.field === 'funding') return asksForCategory(listed() ?? []) ? { ...column, field: 'category' } : column
    const known = column.field !== null && !VAGUE.test(column.header)
    if (known || column.header === '' || isAboutOthers(column.header.split('/'))) return column
    const words = listed()
    const field = words === null ? null : fieldOfWords(words)
    if (field === null || taken.has(field)) return column
    taken.add(field)
    return { ...column, field }
  })
}

/** So many rows under a head may say how to fill it: 格式：YYYY-MM-DD, and the example. */
const HINT_ROWS = 3

/** What stands under the head of a column before the first blank row. */
function hintsBelow(grid: SheetGrid, last: number): (column: number) => readonly string[] {
  const rows: number[] = []
  for (let row = last + 1; row <= last + HINT_ROWS && grid.filled(row).length > 1; row += 1) rows.push(row)
  return (column) => rows.map((row) => grid.text(row, column))
}

function firstHint(texts: readonly string[]): TemplateColumn['format'] {
  for (const text of texts) {
    const hint = dateHint(text)
    if (hint !== null) return hint
  }
  return null
}

/** Where the heads of the first columns begin again, each time in the same order. */
export function sideStarts(paths: readonly (readonly string[])[]): readonly number[] {
  const key = (index: number) => (paths[index] ?? []).join('/')
  const begin = paths.findIndex((path) => path.length > 0)
  const names = paths.flatMap((path, index) => (formFieldFor(path) === 'name' ? [index] : []))
  const [first] = names
  if (first === undefined || names.length < 2) return []
  const starts = names.map((name) => name - (first - begin))
  const width = (starts[1] ?? 0) - begin
  const same = (start: number) => {
    for (let offset = 0; offset < width; offset += 1) {
      // An empty column may stand between the lists, and none after the last.
      if (key(begin + offset) !== '' && key(begin + offset) !== key(start + offset)) return false
    }
    return true
  }
  return starts.slice(1).every(same) ? starts : []
}

/** What seats and people have alike; anything else is asked of people. */
const SEAT_ASPECTS: ReadonlySet<Aspect> = new Set(['category', 'unit', 'nature'])
const PEOPLE_ASPECTS = ['sex', 'ethnicity', 'party', 'education', 'degree', 'age', 'title', 'level'] as const

function unitColumns(paths: readonly (readonly string[])[], units: readonly NamedUnit[]): readonly TemplateColumn[] {
  const axis = readAxis(paths, { units, civilServiceApart: false, heading: '', rows: false })
  const counted = PEOPLE_ASPECTS.some((aspect) => axis.aspects.has(aspect))
  const taken = new Set<string>()
  const proposed = paths.map((path, index): TemplateColumn => {
    const figure = unitFieldFor(path)
    const place = axis.places[index] ?? null
    // 总数 beside 男, 女 and 35岁以下 is of people; 编制数 and 行政编制/核定 stay what they say.
    const certain =
      place !== null &&
      place.conditions.length > 0 &&
      (figure === null || place.conditions.some(({ aspect }) => !SEAT_ASPECTS.has(aspect)))
    const counts = place !== null && (counted || certain) && !isFigureHeader(path)
    const field = counts ? 'count' : figure
    const fresh = field === 'count' || (field !== null && !taken.has(field))
    if (field !== null) taken.add(field)
    return { column: columnLetters(index), header: path.join('/'), field: fresh ? field : null, format: null }
  })
  // Where 参公 has a column of its own, 事业编制 is the rest.
  const apart = proposed.some(
    ({ field }, index) =>
      field !== null &&
      figureOf(field)?.scope === 'institutionCivilService' &&
      namesCivilServiceApart(paths[index] ?? []),
  )
  return apart
    ? proposed.map((column) => ({
        ...column,
        field: column.field?.replace(/:institutionAll$/, ':institutionOther') ?? null,
      }))
    : proposed
}

/** Whether a header goes on into rows that a shorter one already names its rows by: 在编人员 and 行政编制 below 类别. */
function takesRows(shorter: FormBlock, block: FormBlock, grid: SheetGrid): boolean {
  if (block.kind !== 'counts' || shorter.kind !== 'counts') return false
  if (shorter.first !== block.first || shorter.last >= block.last) return false
  const named = Math.max(...shorter.labelColumns)
  for (let row = shorter.last + 1; row <= block.last; row += 1)
    if (grid.filled(row).some((column) => column > named)) return false
  return true
}

/**
 * Whether what looks like the head of a table of numbers is a row of the table above it: 退役军人服务站 and 全额事业编制 stand where that one's rows are
 * named, right below another of its rows.
 */
function isRowOf({ kind, last, columns, labelColumns }: FormBlock, below: FormBlock, grid: SheetGrid): boolean {
  if (kind === 'people' || below.kind !== 'counts' || below.first <= last + 1) return false
  const named = Math.max(...labelColumns)
  const value = columns.findIndex(
    ({ field }, index) => index > named && field !== null && (field === 'count' || figureOf(field) !== null),
  )
  for (let row = last + 1; row < below.first; row += 1) {
    const covered = Array.from({ length: value }, (_, column) => originOf(grid, row, column))
    if (!covered.some((cell) => grid.text(cell.row, cell.column) !== '' && cell.row > last)) return false
    // A heading over the next table stands by itself.
    if (covered.every((cell) => grid.text(cell.row, cell.column) === '' || cell.row === row) && isTitle(grid, row))
      return false
  }
  return grid.filled(below.first).every((column) => column < value)
}

/** One text that is merged over what stands below it, or numbered. */
function isTitle(grid: SheetGrid, row: number): boolean {
  const [column, ...more] = grid.filled(row)
  if (column === undefined || more.length > 0) return false
  return (
    /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|附?表)/u.test(
      grid.text(row, column),
    ) || grid.sheet.merges.some(({ top, left, right }) => top === row && left === column && right - left >= 2)
  )
}

/** The best first; of overlapping ones the better, of equal ones the shorter, then the higher. */
function choose(found: readonly FormBlock[], grid: SheetGrid): readonly FormBlock[] {
  const kept: FormBlock[] = []
  const ranked = found
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.last - a.first - (b.last - b.first) || a.first - b.first)
  for (const block of ranked)
    if (!kept.some((one) => one.first <= block.last && block.first <= one.last)) kept.push(block)
  const sorted = kept.toSorted((a, b) => a.first - b.first)
  return sorted.filter((block, at) => !sorted.slice(0, at).some((above) => isRowOf(above, block, grid)))
}
