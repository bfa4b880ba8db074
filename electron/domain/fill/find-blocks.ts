import { columnLetters } from '../table/raw-workbook.ts'
import { originOf, type SheetGrid } from '../table/sheet-grid.ts'
import type { NamedUnit } from './label-context.ts'
import { namedUnits } from './unit-labels.ts'
import { namesCivilServiceApart, readAxis } from './count-axis.ts'
import { dateHint } from './date-hints.ts'
import { formFieldFor } from './form-fields.ts'
import type { TemplateColumn } from './template-column.ts'
import type { TemplateKind } from '../../vocabulary/templates.ts'
import { figureOf, isFigureHeader, leadersOf, unitFieldFor } from './unit-fields.ts'

/*
 * Where the tables of a blank sheet are. A header may have any number of rows and stand several times on a sheet; what is below it decides
 * whether people, units or numbers go in.
 */

export interface FormBlock {
  readonly kind: Exclude<TemplateKind, 'card' | 'unitCard'>
  /** 0-based, both included. */
  readonly first: number
  readonly last: number
  readonly paths: readonly (readonly string[])[]
  readonly columns: readonly TemplateColumn[]
  readonly labelColumns: readonly number[]
  readonly score: number
}

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
    if (grid.filled(first).length < 2) continue
    for (let last = first; last < Math.min(grid.height, first + HIGHEST); last += 1) {
      if (last > first && !continuesHeader(grid, first, last)) break
      if (at !== undefined && last < at) continue
      const paths = readPaths(grid, first, last)
      for (const kind of ['people', 'units', 'counts'] as const) {
        const block = readBlock(grid, first, last, paths, kind, units)
        if (block !== null) found.push(block)
      }
    }
  }
  return choose(found)
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

/** What each column's cells say from top to bottom. A merged area that began above is a title, not a header. */
function readPaths(grid: SheetGrid, first: number, last: number): readonly (readonly string[])[] {
  return Array.from({ length: grid.width }, (_, column) => {
    const texts: string[] = []
    for (let row = first; row <= last; row += 1) {
      const origin = originOf(grid, row, column)
      const own = origin.row < first ? '' : grid.text(origin.row, origin.column)
      const text = own === '' && row < last ? spreadFrom(grid, row, last, column) : own
      if (text !== '' && text !== texts.at(-1)) texts.push(text)
    }
    return texts
  })
}

/** A heading that was not merged over its columns: the one at the left, where both have something of their own below. */
function spreadFrom(grid: SheetGrid, row: number, last: number, column: number): string {
  const below = (at: number) =>
    Array.from({ length: last - row }, (_, down) => grid.text(row + 1 + down, at)).some((text) => text !== '')
  if (grid.mergeAt(row, column) !== undefined || !below(column)) return ''
  for (let left = column - 1; left >= 0; left -= 1) {
    if (grid.mergeAt(row, left) !== undefined || !below(left)) return ''
    if (grid.text(row, left) !== '') return grid.text(row, left)
  }
  return ''
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
    const columns = peopleColumns(paths, hintsBelow(grid, below))
    const fields = new Set(columns.flatMap(({ field }) => field ?? []))
    if (!fields.has('name') || fields.size < 2) return null
    return {
      ...base,
      columns,
      labelColumns: columns.flatMap(({ field }, index) => (field === 'name' ? [index] : [])).slice(0, 1),
      score: fields.size,
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
  for (let row = last + 1; row < Math.min(grid.height, last + 1 + LABELS_LOOKED_AT); row += 1)
    if (grid.text(row, column) !== '') labels.push(grid.text(row, column))
  if (labels.length === 0 || namedUnits(labels, units).some((one) => one !== null)) return false
  const read = readAxis(
    labels.map((label) => [label]),
    { units: [], civilServiceApart: false, heading: '', rows: true },
  )
  return read.places.some((place) => place !== null && place.conditions.length > 0)
}

const LABELS_LOOKED_AT = 12

/** Rows named in front, numbers behind: at least two columns and one row that are understood. */
function countsBlock(
  grid: SheetGrid,
  base: Omit<FormBlock, 'columns' | 'labelColumns' | 'score'>,
  units: readonly NamedUnit[],
): FormBlock | null {
  const width = base.paths.findLastIndex((path) => path.length > 0) + 1
  const from = firstValueColumn(grid, base, width, units)
  if (from < 1) return null
  const labelColumns = Array.from({ length: from }, (_, column) => column).filter(
    (column) => !/^(?:序号|编号|行次|栏次|代码|指标代码|计量单位|备注)$/u.test(base.paths[column]?.at(-1) ?? ''),
  )
  if (labelColumns.length === 0) return null
  const asked = base.paths.slice(from, width)
  const axis = readAxis(asked, { units, civilServiceApart: false, heading: '', rows: false })
  const columns = base.paths.slice(0, width).map((path, column): TemplateColumn => {
    const figure = column >= from && isFigureHeader(path) ? unitFieldFor(path) : null
    const counts = column >= from && axis.places[column - from] !== null
    return {
      column: columnLetters(column),
      header: path.join('/'),
      field: figure ?? (counts ? 'count' : null),
      format: null,
    }
  })
  const told = columns.filter(({ field }) => field !== null).length
  // A head merged over several columns is not all of their head: the row below tells them apart.
  const different = new Set(columns.flatMap(({ field, header }) => (field === null ? [] : [header]))).size
  const heading = base.paths[labelColumns.at(-1) ?? 0]?.at(-1) ?? ''
  let rows = 0
  for (let row = base.last + 1; row < grid.height && rows < ROWS_ALONE; row += 1) {
    const labels = labelColumns.map((column) => grid.text(row, column)).filter((text) => text !== '')
    if (labels.length === 0) continue
    const read = readAxis([labels], { units, civilServiceApart: false, heading, rows: true }).places[0]
    const blank = columns.some(({ field }, column) => field !== null && grid.text(row, column) === '')
    if (read !== null && read !== undefined && blank) rows += 1
    if (row > base.last + 12) break
  }
  // A single column of numbers is one only where several rows say of what.
  return (told >= 2 ? rows > 0 && told * 2 >= columns.length - from : told === 1 && rows >= ROWS_ALONE)
    ? { ...base, columns, labelColumns, score: different }
    : null
}

const ROWS_ALONE = 3

/** The first column that counts: its head is a condition or a total, and nothing is written below it where a row begins. */
function firstValueColumn(
  grid: SheetGrid,
  { paths, last }: Pick<FormBlock, 'paths' | 'last'>,
  width: number,
  units: readonly NamedUnit[],
): number {
  for (let column = 0; column < width; column += 1) {
    const path = paths[column] ?? []
    if (path.length === 0) continue
    const written = grid.text(last + 1, column) !== '' && !/^\d*$/u.test(grid.text(last + 1, column))
    if (written) continue
    if (column === 0) return 0
    const read = readAxis([path], { units, civilServiceApart: false, heading: '', rows: false }).places[0]
    if ((read !== null && read !== undefined) || isFigureHeader(path)) return column
  }
  return 0
}

/** Columns of a list of people. Two lists side by side have the same heads twice. */
function peopleColumns(
  paths: readonly (readonly string[])[],
  hints: (column: number) => readonly string[],
): readonly TemplateColumn[] {
  const starts = sideStarts(paths)
  let taken = new Set<string>()
  return paths.map((path, index): TemplateColumn => {
    if (starts.includes(index)) taken = new Set()
    const field = formFieldFor(path)
    const fresh = field !== null && !taken.has(field)
    if (fresh) taken.add(field)
    return {
      column: columnLetters(index),
      header: path.join('/'),
      field: fresh ? field : null,
      format: fresh ? firstHint([path.join(''), ...hints(index)]) : null,
    }
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

const PEOPLE_ASPECTS = ['sex', 'ethnicity', 'party', 'education', 'degree', 'age', 'title', 'level'] as const

function unitColumns(paths: readonly (readonly string[])[], units: readonly NamedUnit[]): readonly TemplateColumn[] {
  const axis = readAxis(paths, { units, civilServiceApart: false, heading: '', rows: false })
  const counted = PEOPLE_ASPECTS.some((aspect) => axis.aspects.has(aspect))
  const taken = new Set<string>()
  const proposed = paths.map((path, index): TemplateColumn => {
    const figure = unitFieldFor(path)
    const place = axis.places[index] ?? null
    // 总数 beside 男, 女 and 35岁以下 is of people; 编制数 and 行政编制/核定 stay what they say.
    const certain = place !== null && place.conditions.length > 0 && figure === null
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

/** The best first; of overlapping ones the better, of equal ones the shorter, then the higher. */
function choose(found: readonly FormBlock[]): readonly FormBlock[] {
  const kept: FormBlock[] = []
  const ranked = found
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.last - a.first - (b.last - b.first) || a.first - b.first)
  for (const block of ranked)
    if (!kept.some((one) => one.first <= block.last && block.first <= one.last)) kept.push(block)
  return kept.toSorted((a, b) => a.first - b.first)
}
