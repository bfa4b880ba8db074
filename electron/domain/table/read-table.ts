import { isDitto } from './column-profile.ts'
import { leavingHeading, NO_GROUP, underHeading, underTitle, type GroupState, type Heading } from './group-state.ts'
import { shownText, type RawCell } from './raw-workbook.ts'
import { columnsByField, readRow, SECOND_ROW, type RowMarks, type RowReading } from './row-roles.ts'
import { categoryInTitle } from './category-words.ts'
import { countBlockAt } from './count-block.ts'
import { goesOn, joinSecondRow } from './second-rows.ts'
import type { HeadingCounts } from './heading-counts.ts'
import { couldBeName } from './name-like.ts'
import { labelParts, readSectionTitle, type KnownNames } from './section-title.ts'
import { originOf, type SheetGrid } from './sheet-grid.ts'
import type { Side } from './split-sides.ts'
import { isVillage } from './unit-words.ts'
import { MERGED, type PlacedCell, type TypedColumn } from './table-types.ts'

/** A person's row before anything is decided that takes the whole table to decide. */
export interface DraftRecord {
  /** 0-based. */
  readonly row: number
  readonly values: Map<string, PlacedCell>
  readonly group: GroupState
  /** Which table of the sheet it stands in, and which side or page of it. */
  readonly table: number
  readonly part: number
}

/** A heading that gives numbers, and how many stand under it. */
export interface GroupCount {
  readonly heading: Heading
  readonly people: number
}

/** A heading with approved numbers, and what it and those above it say. */
export interface NumberedHeading {
  readonly heading: Heading
  readonly state: GroupState
  /** The heading's own, or those of a label beside it: 核定编制数：8. */
  readonly counts: HeadingCounts
}

export interface TableRows {
  readonly records: readonly DraftRecord[]
  readonly roles: ReadonlyMap<number, RowReading>
  readonly counts: readonly GroupCount[]
  readonly numbered: readonly NumberedHeading[]
  readonly end: GroupState
  /** Titles of the next table, where tables are titled. */
  readonly titles: readonly TableTitle[]
}

export interface TableTitle {
  readonly text: string
  /** 0-based. */
  readonly row: number
}

export interface TableInput {
  readonly grid: SheetGrid
  readonly side: Side
  readonly columns: readonly TypedColumn[]
  /** Columns of the leftmost side that speak for this one as well. */
  readonly shared: readonly TypedColumn[]
  /** 0-based rows below the header; the last is not in it. */
  readonly rows: readonly [number, number]
  readonly known: KnownNames
  readonly start: GroupState
  readonly table: number
  readonly part: number
  /** People of the same list on the pages before. */
  readonly above: readonly DraftRecord[]
  /** Titles that come again on every page say nothing new. */
  readonly pageTitles: ReadonlySet<string>
  /** True where every table of the sheet stands under a title of its own: the headings below the last of the people are the next one's. */
  readonly titled: boolean
}

/** Fields whose merged cells mean the same for every row they span. */
const SPANNING = new Set([
  'unit',
  'outerUnit',
  'unitPost',
  'category',
  'funding',
  'nameplates',
  'unitKind',
  'document',
  'managingBody',
  'effectiveOn',
  'entryDocument',
  'entryRoute',
  'personClass',
  'inQuota',
])
/** Never taken from another row. */
const OWN = new Set(['name', 'idNumber', 'sequence'])

/** Reads the rows of one table from top to bottom. */
export function readTable(input: TableInput): TableRows {
  const { grid, columns, known } = input
  const headerTexts = new Set(columns.flatMap((column) => column.path.at(-1) ?? []))
  const isHeading = (text: string) =>
    labelParts(text).some((part) => {
      // 石门村 alone in a row heads people of its own: nobody below is of the office above.
      if (isVillage(part)) return true
      const title = readSectionTitle(part, known)
      return title.unit !== null || title.category !== null || title.group || title.neutral || title.depth !== null
    })
  const named = columns.some(({ field }) => field === 'name')
  const asNames = columns.map((column) => (column.field === 'names' && !named ? { ...column, field: 'name' } : column))
  const headedAtLeft = input.side.left > 0 && !hasOwnHeadings(input, isHeading) && !hasLoneNames(input, isHeading)
  const columnOf = columnsByField(asNames)
  const marks = { grid, side: input.side, columns: asNames, columnOf, headerTexts, isHeading, headedAtLeft }
  const fields = new Map(asNames.map(({ index, field }) => [index, field]))
  const used = [...input.shared, ...columns].filter((column) => column.field !== null)
  const headers = new Map(used.map(({ index, path }) => [index, path.join('/')]))
  const roles = new Map<number, RowReading>()
  const records: DraftRecord[] = []
  const people = new Map<Heading, number>()
  let group = input.start
  const numbered: NumberedHeading[] = []
  const note = (heading: Heading | null, state: GroupState) => {
    if (heading !== null && heading.title.counts.quotas.length > 0)
      numbered.push({ heading, state, counts: heading.title.counts })
  }
  let waiting: TableTitle[] = []
  const enter = ({ text, row }: TableTitle) => {
    const next = underSection(group, text, row, known)
    if (next !== group) note(next.stack.at(-1) ?? next.unit, next)
    if (next.unit !== group.unit && next.unit !== null) people.set(next.unit, 0)
    group = next
  }
  note(group.unit, group)
  // A title over a table of its own is a heading as well.
  if (group.unit !== null && group.unit.row !== null) people.set(group.unit, 0)
  for (let row = input.rows[0]; row < input.rows[1]; row += 1) {
    const counted = countBlockAt(grid, input.side, row, input.rows[1])
    if (counted > 0) {
      for (let at = row; at < row + counted; at += 1) roles.set(at, { role: 'title', why: '人数统计', text: '' })
      row += counted - 1
      continue
    }
    const reading = isPageTitle(row, input)
      ? { role: 'title' as const, why: '每页的标题', text: '' }
      : readOne(row, marks, fields, records.length > 0)
    roles.set(row, reading)
    const before = records.at(-1)
    if (reading.why === SECOND_ROW && before !== undefined)
      joinSecondRow(before.values, readValues(input, used, headers, row, records), row)
    if (reading.role === 'section') {
      waiting.push({ text: reading.text, row })
    } else if (reading.role === 'data') {
      waiting.forEach(enter)
      waiting = []
      const values = readValues(input, used, headers, row, records)
      records.push({
        row,
        values,
        group,
        table: input.table,
        part: input.part,
      })
      // Somebody's second post counts nowhere, nor whoever has left.
      const counts = !/[（(]兼/u.test(shownText(values.get('name')?.cell)) && leavingHeading(group) === null
      if (counts && group.unit !== null && people.has(group.unit))
        people.set(group.unit, (people.get(group.unit) ?? 0) + 1)
    }
  }
  const titles = input.titled ? waiting : []
  if (!input.titled) waiting.forEach(enter)
  const counts = [...people].map(([heading, count]) => ({ heading, people: count }))
  return { records, roles, counts, numbered, end: group, titles }
}

/** A text alone in this side's part of a row that a heading says, with people on the other side or not. */
function hasOwnHeadings({ grid, side, rows }: TableInput, isHeading: (text: string) => boolean): boolean {
  for (let row = rows[0]; row < rows[1]; row += 1) {
    const [only, ...more] = grid.filled(row).filter((column) => column >= side.left && column <= side.right)
    if (only !== undefined && more.length === 0 && isHeading(grid.text(row, only))) return true
  }
  return false
}

/** 石门村 alone in a row among headings may be a name or head people of its own: who stands on the other side below it nobody can say. */
function hasLoneNames({ grid, rows }: TableInput, isHeading: (text: string) => boolean): boolean {
  for (let row = rows[0]; row < rows[1]; row += 1) {
    const [only, ...more] = grid.filled(row)
    const text = only === undefined || more.length > 0 ? '' : grid.text(row, only)
    if (couldBeName(text) && !isHeading(text)) return true
  }
  return false
}

/** The sheet's title again, perhaps with 第 2 页 beside it. */
function isPageTitle(row: number, { grid, pageTitles }: TableInput): boolean {
  const [first, ...more] = grid.filled(row)
  return first !== undefined && more.length < 2 && pageTitles.has(grid.text(row, first))
}

/** A row without a name that holds a second 学历 and nothing of somebody else goes on from the row above. */
function readOne(
  row: number,
  marks: RowMarks,
  fields: ReadonlyMap<number, string | null>,
  isBelow: boolean,
): RowReading {
  const reading = readRow(row, marks)
  if ((reading.role !== 'data' && reading.role !== 'section') || !isBelow) return reading
  const { grid, side, columnOf } = marks
  // A second row has no name of its own; most rows have one.
  const name = columnOf.get('name')
  if (name !== undefined && grid.text(row, name.index) !== '') return reading
  const fieldAt = (column: number) => fields.get(column) ?? null
  const filled = grid.filled(row).filter((column) => column >= side.left && column <= side.right)
  return goesOn(filled, fieldAt, (column) => grid.text(row, column))
    ? { role: 'title', why: SECOND_ROW, text: '' }
    : reading
}

/** The state below a row that is a heading; `under`: what kind of one. */
export function underSection(
  group: GroupState,
  text: string,
  row: number,
  known: KnownNames,
  under: typeof underTitle = underHeading,
): GroupState {
  const parts = labelParts(text)
  const [only = text] = parts
  if (parts.length > 1) return parts.reduce((state, part) => underSection(state, part, row, known, under), group)
  // 填报日期, 单位：人 and the like head nobody.
  if (
    /^(?:(?:填报|制表|填表|审核|经办|报送|上报|联系)(?!站所|单位|部门|机构)|截[至止]|日期|时间|单位[:：][人元个]|\d{4}年)/u.test(
      text,
    )
  )
    return group
  return under(group, {
    title: readSectionTitle(only, known),
    row: row + 1,
    place: `第 ${row + 1} 行小标题“${text}”`,
  })
}

function readValues(
  input: TableInput,
  used: readonly TypedColumn[],
  headers: ReadonlyMap<number, string>,
  row: number,
  above: readonly DraftRecord[],
): Map<string, PlacedCell> {
  const values = new Map<string, PlacedCell>()
  for (const column of used) {
    const { field, index, letters } = column
    if (field === null) continue
    const header = headers.get(index) ?? ''
    const own = input.grid.text(row, index)
    if (own === '') {
      const merged = SPANNING.has(field) ? spanned(input, row, index) : null
      if (merged !== null) values.set(field, { cell: merged, letters, header, from: MERGED })
      continue
    }
    // A dash where an office or a 编制 is due says nothing.
    if (
      (field === 'unit' || field === 'category') &&
      /^(?:[/\\—－-]+|无|暂无|空|无内设机构)$/u.test(own) &&
      !(field === 'category' && own === '无')
    )
      continue
    if (isDitto(own) && !OWN.has(field)) {
      // 〃 below a blank repeats what the blank stands for.
      const carried = field === 'unit' || field === 'category'
      const last = above.at(-1) ?? input.above.at(-1)
      const told = (record: DraftRecord) => record.values.has(field)
      const value = (carried ? (above.findLast(told) ?? input.above.findLast(told)) : last)?.values.get(field)
      if (value !== undefined) values.set(field, { ...value, letters, header, from: `上一行（本行写“${own}”）` })
      else values.set(field, { cell: own, letters, header, from: null })
      continue
    }
    values.set(field, ownCell(column, header, input.grid.cell(row, index)))
  }
  return values
}

/** Different texts of a column that are looked for before it is taken for one that says another thing in every row. */
const FEW_WORDS = 200
/** The cells of a column by their text: a column of 民族 has the same few thousands of times, and nobody changes one. */
const OWN_CELLS = new WeakMap<TypedColumn, Map<string, PlacedCell>>()

function ownCell(column: TypedColumn, header: string, cell: RawCell): PlacedCell {
  const { letters } = column
  if (typeof cell !== 'string') return { cell, letters, header, from: null }
  const known = OWN_CELLS.get(column) ?? new Map<string, PlacedCell>()
  const found = known.get(cell)
  if (found !== undefined) return found
  const made: PlacedCell = { cell, letters, header, from: null }
  if (known.size < FEW_WORDS) known.set(cell, made)
  OWN_CELLS.set(column, known)
  return made
}

function spanned(input: TableInput, row: number, column: number): RawCell {
  const origin = originOf(input.grid, row, column)
  return origin.row < row && origin.row >= input.rows[0] && origin.column === column
    ? input.grid.cell(origin.row, origin.column)
    : null
}

/** 根据…，现将…予以公示。截至…: whatever offices and 编制 it speaks of are not those of the people below. */
function isProse(text: string): boolean {
  return text.length > 60 || (text.length > 24 && /[。！？]./u.test(text))
}

/** What the texts above a table, its sheet's name and the file's say. The nearest wins. */
export function titleState(
  texts: readonly { readonly text: string; readonly row: number | null; readonly place: string }[],
  known: KnownNames,
): GroupState {
  let state: GroupState = NO_GROUP
  for (const { text, row, place } of texts) {
    if (isProse(text)) continue
    const title = readSectionTitle(text, known)
    const heading: Heading = { title, row, place }
    if (title.unit !== null) state = { ...state, unit: heading }
    const category = title.category ?? categoryInTitle(text)
    if (category !== null) state = { ...state, category: { ...heading, title: { ...title, category } } }
  }
  return state
}
