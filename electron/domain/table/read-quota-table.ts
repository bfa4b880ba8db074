import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import { countedAmounts } from './category-words.ts'
import { readCountText } from './count-text.ts'
import type { GroupState } from './group-state.ts'
import { headerMatcher } from './header-match.ts'
import { quotaColumnOf, type QuotaColumn } from './quota-columns.ts'
import { columnLetters, shownText, type RawCell } from './raw-workbook.ts'
import { columnsByField, readRow, type RowReading } from './row-roles.ts'
import { readSectionTitle, type KnownNames } from './section-title.ts'
import { compact, originOf, type SheetGrid } from './sheet-grid.ts'
import type { Side } from './split-sides.ts'
import { profileOf } from './column-profile.ts'
import { isEmptyMark } from './text-repair.ts'
import { MERGED, type PlacedCell, type TableRecord, type TypedColumn } from './table-types.ts'
import { splitPlates, withoutTownship } from './unit-words.ts'

/* A table of offices: one row an office and 编制类型, or one row an office with the 编制类型 across. */

export interface QuotaInput {
  readonly grid: SheetGrid
  readonly paths: readonly (readonly string[])[]
  /** Its columns, where people stand beside it. */
  readonly side?: Side | undefined
  readonly rows: readonly [number, number]
  readonly known: KnownNames
  readonly byHand: Readonly<Record<string, string | null>>
  readonly start: GroupState
  /** The only 文号 the texts around the table name. */
  readonly document: { readonly text: string; readonly place: string } | null
}

export interface QuotaRows {
  readonly columns: readonly TypedColumn[]
  readonly records: readonly TableRecord[]
  readonly roles: ReadonlyMap<number, RowReading>
}

interface Column extends TypedColumn {
  readonly counts: QuotaColumn | null
}

const SPANNING = new Set([
  'unit',
  'category',
  'funding',
  'nameplates',
  'unitKind',
  'document',
  'managingBody',
  'effectiveOn',
])

/** Reads every approved number as a record of its own; the row's other facts go with each. */
export function readQuotaTable(input: QuotaInput): QuotaRows {
  const columns = typeQuotaColumns(input)
  const wide = columns.filter((column) => column.counts?.kind === 'quota')
  const across = !columns.some((column) => column.field === 'category') && wide.length > 0
  const headerTexts = new Set(columns.flatMap((column) => column.path.at(-1) ?? []))
  const side = input.side ?? { left: 0, right: columns.length - 1 }
  const asNames = columns.map((column) => (column.field === 'unit' ? { ...column, field: 'name' } : column))
  const marks = {
    grid: input.grid,
    side,
    columns: asNames,
    columnOf: columnsByField(asNames),
    headerTexts,
    isHeading: (text: string) => {
      const title = readSectionTitle(text, input.known)
      return title.group || (title.category !== null && title.unit === null)
    },
  }
  const roles = new Map<number, RowReading>()
  const records: TableRecord[] = []
  let kind: PlacedCell | null = null
  let category: PlacedCell | null = null
  for (let row = input.rows[0]; row < input.rows[1]; row += 1) {
    const reading = readRow(row, marks)
    const base = baseOf(input, columns, row)
    const counted =
      (!across && base.has('category')) ||
      columns.some(
        (column) =>
          (column.counts !== null || column.field === 'amount') &&
          (/^[—/-]+$/u.test(input.grid.text(row, column.index)) ||
            readCountText(input.grid.text(row, column.index)) !== null ||
            countedAmounts(input.grid.text(row, column.index)).length > 0),
      )
    const unit = base.get('unit')
    const role =
      reading.role === 'subtotal' || reading.role === 'header' || reading.role === 'blank' || !counted
        ? reading.role
        : unit === undefined
          ? reading.role
          : 'data'
    roles.set(
      row,
      role === 'data'
        ? { role, why: null, text: '' }
        : reading.role === 'data'
          ? { role: 'title', why: '没有编制数的行', text: '' }
          : reading,
    )
    if (role === 'section') {
      const title = readSectionTitle(reading.text, input.known)
      const from = `第 ${row + 1} 行小标题“${reading.text}”`
      category = title.category === null ? null : { cell: title.category, letters: '', header: '', from }
      kind = { cell: title.bare, letters: '', header: '', from: `第 ${row + 1} 行小标题“${reading.text}”` }
    }
    if (role !== 'data') continue
    readRemarkFacts(base)
    readPlates(base)
    dropTownship(base, input.known)
    if (category !== null && !base.has('category') && !across) base.set('category', category)
    if (kind !== null && !base.has('unitKind')) base.set('unitKind', kind)
    if (input.document !== null && !base.has('document'))
      base.set('document', { cell: input.document.text, letters: '', header: '', from: input.document.place })
    records.push(...(across ? acrossRecords(input, wide, columns, row, base) : wordedRecords(input, row, base)))
  }
  return { columns, records, roles }
}

function typeQuotaColumns(input: QuotaInput): readonly Column[] {
  const match = headerMatcher('quotas')
  const taken = new Set<string>()
  const none = new Set<string>()
  // 工勤人员 beside 管理人员 and 专业技术人员 is a part of 事业编制 by posts, and no 编制 of its own.
  const groupOf = (path: readonly string[]) => path.slice(0, -1).join('/')
  const posts = new Set(input.paths.filter((path) => STAFF_GROUP.test(path.at(-1) ?? '')).map(groupOf))
  const byPosts = posts.size > 0
  const isFunded = fundedColumns(input)
  const quotaOf = (path: readonly string[]) => {
    const counts = quotaColumnOf(path) ?? (isFunded.has(path) ? quotaColumnOf(['核定编制', path.at(-1) ?? '']) : null)
    return posts.has(groupOf(path)) && counts?.kind === 'quota' && counts.category === 'worker' ? null : counts
  }
  const parted = input.paths.some((path) => quotaOf(path)?.kind === 'quota')
  return input.paths.map((path, index): Column => {
    const letters = columnLetters(index)
    const hand = input.byHand[letters]
    const cells: RawCell[] = []
    for (let row = input.rows[0]; row < Math.min(input.rows[1], input.rows[0] + 100); row += 1)
      cells.push(input.grid.cell(row, index))
    const profile = profileOf(cells, none)
    const read = hand === undefined ? quotaOf(path) : null
    // The sum of posts is the office's number where no 编制 is told apart.
    const whole = byPosts && !parted && read?.kind === 'total'
    const counts = whole ? null : read
    const matched = whole ? { field: 'amount', score: 100 } : match(path)
    const leaders =
      counts?.kind === 'leaders'
        ? { all: 'leadership', chief: 'leadershipChief', deputy: 'leadershipDeputy' }[counts.part]
        : null
    const named = leaders ?? (counts === null ? (matched !== null && matched.score >= 80 ? matched.field : null) : null)
    const field = hand !== undefined ? hand : named
    if (field === null || (taken.has(field) && hand === undefined))
      return { index, letters, path, field: null, by: 'header', profile, counts }
    taken.add(field)
    return { index, letters, path, field, by: hand === undefined ? 'header' : 'hand', profile, counts }
  })
}

/** 经费形式 over 全额拨款 and 差额补贴, with numbers below that are the rest of the row's 编制数: they are seats, told by their funding. */
function fundedColumns({ paths, grid, rows }: QuotaInput): ReadonlySet<readonly string[]> {
  const at = (test: (path: readonly string[]) => boolean) =>
    paths.flatMap((path, column) => (test(path) ? [column] : []))
  const match = headerMatcher('quotas')
  const funded = at(
    (path) => path.length > 1 && isFunding(path) && quotaColumnOf(['核定编制', path.at(-1) ?? '']) !== null,
  )
  const parts = at((path) => quotaColumnOf(path)?.kind === 'quota')
  const [total] = at((path) => quotaColumnOf(path)?.kind === 'total' || match(path)?.field === 'amount')
  if (funded.length === 0 || total === undefined) return new Set()
  let agreeing = 0
  for (let row = rows[0]; row < rows[1]; row += 1) {
    const count = (column: number) => readCountText(grid.text(row, column)) ?? 0
    const sum = (columns: readonly number[]) => columns.reduce((all, column) => all + count(column), 0)
    const [seats, whole] = [sum(funded), count(total)]
    if (seats === 0 || whole === 0) continue
    if (sum(parts) + seats > whole) return new Set()
    if (sum(parts) + seats === whole) agreeing += 1
  }
  return new Set(agreeing === 0 ? [] : funded.map((column) => paths[column] ?? []))
}

const isFunding = (path: readonly string[]) => /^经费(?:形式|来源|渠道)$/u.test(path.at(-2) ?? '')

/** 云溪乡财政所 is 财政所, as it is in a list of people. */
function dropTownship(base: Map<string, PlacedCell>, { township, units }: KnownNames): void {
  const unit = base.get('unit')
  const written = compact(shownText(unit?.cell))
  if (unit === undefined || township === null || units.has(written)) return
  const bare = withoutTownship(written, township)
  if (bare !== written) base.set('unit', { ...unit, cell: bare, from: `单位“${written}”记为“${bare}”` })
}

const STAFF_GROUP = /^(?:管理|专业技术|专技)(?:人员|岗位?|岗)?$/u

function baseOf(input: QuotaInput, columns: readonly Column[], row: number): Map<string, PlacedCell> {
  const base = new Map<string, PlacedCell>()
  for (const { field, index, letters, path } of columns) {
    if (field === null) continue
    const header = path.join('/')
    if (input.grid.text(row, index) !== '')
      base.set(field, { cell: input.grid.cell(row, index), letters, header, from: null })
    else if (SPANNING.has(field)) {
      const origin = originOf(input.grid, row, index)
      if (origin.row < row && origin.row >= input.rows[0] && origin.column === index)
        base.set(field, { cell: input.grid.cell(origin.row, index), letters, header, from: MERGED })
    }
  }
  return base
}

/**
 * One record for every number of the row; 领导职数 goes with the first. A row of zeros keeps its first zero, so that an office without seats is
 * one too. What the row's total has beyond its parts is a record of its own, whose 编制 only the remark can tell.
 */
function acrossRecords(
  input: QuotaInput,
  wide: readonly Column[],
  columns: readonly Column[],
  row: number,
  base: ReadonlyMap<string, PlacedCell>,
): readonly TableRecord[] {
  // What is no number stays, so that it is refused and not lost.
  const filled = wide.filter((column) => {
    const text = input.grid.text(row, column.index)
    return !isEmptyMark(text) && readCountText(text) !== 0
  })
  const total = columns.find((column) => column.counts?.kind === 'total' || column.field === 'amount')
  const sum = filled.reduce((all, column) => all + countAt(input, row, column), 0)
  const rest = total === undefined ? 0 : countAt(input, row, total) - sum
  const zero = rest > 0 ? [] : wide.filter((column) => input.grid.text(row, column.index) !== '').slice(0, 1)
  const parts = (filled.length > 0 ? filled : zero).flatMap((column) =>
    column.counts?.kind === 'quota'
      ? [{ category: QUOTA_CATEGORY_NAMES[column.counts.category], amount: input.grid.cell(row, column.index), column }]
      : [],
  )
  const remark = shownText(base.get('remark')?.cell)
  const lines = [
    ...parts,
    ...(rest > 0 && total !== undefined
      ? partsInRemark(remark, rest).map(({ category, amount }) => ({ category, amount: String(amount), column: total }))
      : []),
  ]
  return lines.map(({ category, amount, column }, place) => {
    const values = new Map(base)
    const { letters } = column
    const header = column.path.join('/')
    if (place > 0) for (const field of values.keys()) if (field.startsWith('leadership')) values.delete(field)
    if (category === null) values.delete('category')
    else values.set('category', { cell: category, letters, header, from: null })
    values.set('amount', { cell: amount, letters, header, from: null })
    return recordOf(input, row, values)
  })
}

/** 行政编制5名 in the column of numbers: the cell says the 编制 as well, or several, each a record of its own. */
function wordedRecords(input: QuotaInput, row: number, base: Map<string, PlacedCell>): readonly TableRecord[] {
  const amount = base.get('amount')
  const told = base.has('category') ? [] : countedAmounts(shownText(amount?.cell))
  if (amount === undefined || told.length === 0) return [recordOf(input, row, base)]
  return told.map(({ word, amount: seats }, place) => {
    const values = new Map(base)
    if (place > 0) for (const field of values.keys()) if (field.startsWith('leadership')) values.delete(field)
    values.set('category', { ...amount, cell: word })
    values.set('amount', { ...amount, cell: String(seats) })
    return recordOf(input, row, values)
  })
}

function countAt(input: QuotaInput, row: number, column: Column): number {
  return readCountText(input.grid.text(row, column.index)) ?? 0
}

/** 事业编制 7 名、事业编制（参公） 3 名未分经费形式: what the remark says of seats no column has; they are nobody's where it does not. */
function partsInRemark(remark: string, rest: number): readonly { category: string | null; amount: number }[] {
  const found = [...remark.matchAll(/((?:行政|事业|机关工勤|参公事业)编制(?:（参公）)?)\s*(\d+)\s*名/gu)].map(
    ([, category = '', amount]) => ({ category, amount: Number(amount) }),
  )
  if (found.reduce((sum, { amount }) => sum + amount, 0) === rest) return found
  return [{ category: found[0]?.category ?? null, amount: rest }]
}

/** 农业综合服务中心（加挂动植检疫站牌子） in one cell. */
function readPlates(base: Map<string, PlacedCell>): void {
  const unit = base.get('unit')
  const { name, plates } = splitPlates(compact(shownText(unit?.cell)))
  if (unit === undefined || plates === '') return
  base.set('unit', { ...unit, cell: name })
  if (!base.has('nameplates')) base.set('nameplates', { ...unit, cell: plates, from: `取自 ${unit.letters} 列` })
}

/** What the program's own 核定表 says in 备注 because it has no column: 领导职数 8 名, 加挂××牌子. */
function readRemarkFacts(base: Map<string, PlacedCell>): void {
  const remark = base.get('remark')
  const text = shownText(remark?.cell)
  if (remark === undefined || text === '') return
  const leaders = /领导职数\s*(\d{1,3})\s*名/u.exec(text)?.[1]
  if (leaders !== undefined && !base.has('leadership'))
    base.set('leadership', { ...remark, cell: leaders, from: `取自 ${remark.letters} 列“备注”` })
  const plates = /加挂([^；;，,。]{2,60}?)(?:的?牌子)/u.exec(text)?.[1]
  if (plates !== undefined && !base.has('nameplates'))
    base.set('nameplates', { ...remark, cell: plates, from: `取自 ${remark.letters} 列“备注”` })
}

function recordOf(input: QuotaInput, row: number, values: ReadonlyMap<string, PlacedCell>): TableRecord {
  return { sheet: input.grid.sheet.name, row: row + 1, values, section: '' }
}
