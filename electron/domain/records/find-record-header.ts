import { headerKey, withoutBrackets } from '../table/fields.ts'
import { readPaths } from '../table/find-tables.ts'
import { isIdText } from '../table/column-profile.ts'
import { gridOf, type SheetGrid } from '../table/sheet-grid.ts'
import { fieldNamed } from '../table/table-fields.ts'
import type { RawSheet } from '../table/raw-workbook.ts'
import type { RecordSheet, SheetColumn, SheetKind } from './read-record-sheet.ts'

/* Where the table of records of a sheet begins: a header of one to three rows, titles above it, merged heads, as any table of the clerk's. */

const SEARCHED_ROWS = 40
const HIGHEST = 3
const DOCUMENT = new Set(['文号', '依据文号', '批准文号', '依据文件'].map(headerKey))
const SUBJECT = ['name', 'idNumber', 'unit'] as const
const NO_DAY = new Set(['起始日期', '日期', '自', '起'].map(headerKey))
/** Names of the person that only a sheet of records uses. */
const WHO = new Set(['人员'].map(headerKey))

/** The kind and header of a sheet: the rows that name most fields of one kind, and all it needs. Null: no sheet of records. */
export function recogniseRecords(sheet: RawSheet, kinds: readonly SheetKind[]): RecordSheet | null {
  const grid = gridOf(sheet)
  let best: (RecordSheet & { readonly score: number }) | null = null
  for (let first = 0; first < Math.min(grid.height, SEARCHED_ROWS); first += 1)
    for (let last = first; last < Math.min(grid.height, first + HIGHEST) && !holdsNumber(grid, last); last += 1) {
      // One text alone above the heads is the table's title.
      if (first < last && grid.filled(first).length < 2) continue
      const paths = readPaths(grid, first, last)
      for (const kind of kinds) {
        const columns = paths.map((path, index) => ({ index, header: path.join(''), field: fieldOf(path, kind) }))
        const score = scoreOf(columns, kind)
        // Of headers that say the same the shorter and higher one is meant.
        if (score > 0 && (best === null || score > best.score)) best = { kind, grid, headerRow: last, columns, score }
      }
    }
  return best
}

function holdsNumber(grid: SheetGrid, row: number): boolean {
  return grid.filled(row).some((column) => isIdText(grid.text(row, column)) && grid.text(row, column).length >= 15)
}

/** The lowest text, then it with those above it: 年度 below 考核 is 考核年度. */
function fieldOf(path: readonly string[], kind: SheetKind): string | null {
  for (let from = path.length - 1; from >= 0; from -= 1) {
    const field = fieldOfText(path.slice(from).join(''), kind)
    if (field !== null) return field
  }
  return null
}

function fieldOfText(text: string, kind: SheetKind): string | null {
  const [whole, bare] = [headerKey(text), headerKey(withoutBrackets(text))]
  const is = (name: string) => headerKey(name) === whole || headerKey(name) === bare
  if (whole === '') return null
  const field = kind.fields.find(({ title, also }) => is(title) || also?.some(is) === true)
  if (field !== undefined) return field.name
  if (is(kind.from) || (NO_DAY.has(bare) && !is(kind.from))) return 'from'
  if (kind.to !== null && is(kind.to)) return 'to'
  if (DOCUMENT.has(bare)) return 'documentNumber'
  if (WHO.has(bare)) return 'name'
  const known = fieldNamed('roster', text)
  return SUBJECT.find((subject) => subject === known) ?? null
}

function scoreOf(columns: readonly SheetColumn[], kind: SheetKind): number {
  const found = new Set(columns.flatMap(({ field }) => (field === null ? [] : [field])))
  const needed = [
    ...kind.fields.filter((field) => field.required === true).map((field) => field.name),
    ...(kind.subject === 'person' ? ['name'] : []),
    ...(kind.subject === 'unit' ? ['unit'] : []),
  ]
  if (!needed.every((name) => found.has(name) || (name === 'name' && found.has('idNumber')))) return 0
  const own = kind.fields.filter((field) => found.has(field.name)).length
  return own === 0 ? 0 : own * 10 + found.size
}
