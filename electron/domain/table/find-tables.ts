import { headerMatcher, isAboutOthers, isRelation, type HeaderMatch } from './header-match.ts'
import { holdsNames, couldBeName, looksLikeName } from './name-like.ts'
import { isIdText } from './column-profile.ts'
import { readCountText } from './count-text.ts'
import { isAside, isPageMark } from './row-roles.ts'
import { originOf, type SheetGrid } from './sheet-grid.ts'
import { shownText } from './raw-workbook.ts'
import type { SheetPurpose } from './fields.ts'
import { quotaColumnOf } from './quota-columns.ts'

/*
 * Where the tables of a sheet are. A header may have any number of rows, may come again on every page or over every office, and may stand
 * twice beside itself.
 */

/** A header's rows (0-based, inclusive) and what its cells say from top to bottom, by column. */
export interface TableHeader {
  readonly first: number
  readonly last: number
  readonly purpose: SheetPurpose
  readonly paths: readonly (readonly string[])[]
  readonly score: number
}

export interface HeaderLimits {
  /** 0-based row a header must hold. */
  readonly at?: number | undefined
  readonly purpose?: SheetPurpose | undefined
  /** Names below must be names by their surname: where rows and columns are turned, more could be one. */
  readonly strict?: true
}

const HIGHEST = 6
/** Rows below a header that are looked at for names. */
const LOOKED_BELOW = 60

type Matcher = (path: readonly string[]) => HeaderMatch | null

/** Every header of the sheet, from top to bottom, none overlapping. */
export function findHeaders(grid: SheetGrid, limits: HeaderLimits = {}): readonly TableHeader[] {
  const purposes: readonly SheetPurpose[] = limits.purpose === undefined ? ['roster', 'quotas'] : [limits.purpose]
  const matchers = { roster: headerMatcher('roster'), quotas: headerMatcher('quotas') }
  const found: TableHeader[] = []
  for (let first = 0; first < grid.height; first += 1) {
    if (limits.at !== undefined && (first > limits.at || first + HIGHEST <= limits.at)) continue
    if (
      holdsData(grid, first) ||
      isWideTitle(grid, first) ||
      isPageMark(grid.filled(first).map((column) => grid.text(first, column)))
    )
      continue
    if (!purposes.some((purpose) => rowSpeaks(grid, first, matchers[purpose], purpose))) continue
    for (let last = first; last < Math.min(grid.height, first + HIGHEST); last += 1) {
      if (limits.at !== undefined && last < limits.at) continue
      if (last > first && (holdsData(grid, last) || isTitleRow(grid, last - 1))) break
      // A lone text below the heads is a heading over people; one that belongs to a merged head is added at the end.
      if (last > first && grid.filled(last).length < 2) continue
      const paths = readPaths(grid, first, last)
      for (const purpose of purposes) {
        const score = scoreOf(paths, purpose, matchers[purpose])
        if (
          score > 0 &&
          isFollowed(grid, last, paths, purpose, matchers[purpose], limits.strict ? looksLikeName : couldBeName)
        )
          found.push({ first, last, purpose, paths, score })
      }
    }
  }
  return choose(withoutNamesBeside(found, matchers.roster)).map((header) =>
    withoutEmptySpans(grid, withRest(grid, header)),
  )
}

/**
 * 人员编制 beside 实有人员名单: where the numbers can be read, the table is one of numbers, and asks about its people. 核定行政编制 beside 姓名 and
 * 性别 is a list of people with the numbers of their offices.
 */
function withoutNamesBeside(found: readonly TableHeader[], match: Matcher): readonly TableHeader[] {
  const twin = ({ first, last, purpose }: TableHeader) =>
    found.find((other) => other.purpose !== purpose && other.first === first && other.last === last)
  const hasOwnNames = ({ paths }: TableHeader) =>
    paths.some((path) => ['name', 'idNumber'].includes(match(path)?.field ?? ''))
  return found.filter((header) => {
    const other = twin(header)
    if (other === undefined) return true
    return header.purpose === 'roster' ? hasOwnNames(header) : !hasOwnNames(other)
  })
}

/** Something in the row is a header on its own or with a row below it: a cheap look before the real one. */
function rowSpeaks(grid: SheetGrid, row: number, match: Matcher, purpose: SheetPurpose): boolean {
  return grid.filled(row).some((column) => {
    const text = grid.text(row, column)
    if (text.length > 20) return false
    return (
      match([text]) !== null ||
      (purpose === 'quotas' && quotaColumnOf([text]) !== null) ||
      /信息|情况|教育|编制|任职/u.test(text)
    )
  })
}

/** One text over more than half of the sheet. */
function isWideTitle(grid: SheetGrid, row: number): boolean {
  const [column, ...more] = grid.filled(row)
  if (column === undefined || more.length > 0) return false
  const merge = grid.mergeAt(row, column)
  return merge !== undefined && (merge.right - merge.left + 1) * 2 > grid.width && merge.right > merge.left
}

/** Such a text, or one that stands alone at the left: the title of what stands below, and no head over some of its columns. */
function isTitleRow(grid: SheetGrid, row: number): boolean {
  if (isWideTitle(grid, row)) return true
  const [column, ...more] = grid.filled(row)
  if (column === undefined || more.length > 0 || grid.mergeAt(row, column) !== undefined) return false
  return column <= (grid.filled(row + 1)[0] ?? column)
}

/** A row with an ID number or a count is no header; a year over a column may be. */
function holdsData(grid: SheetGrid, row: number): boolean {
  const filled = grid.filled(row)
  return filled.some((column, place) => {
    const text = grid.text(row, column)
    // 姓名 | 许小芹 | 性别 | 男: a label with its value beside it.
    if (/^性别$/u.test(text) && /^[男女]$/u.test(grid.text(row, filled[place + 1] ?? column))) return true
    return (isIdText(text) && text.length >= 15) || /^(?!(?:19|20)\d{2}$)\d{1,4}[名人个]?$/u.test(text)
  })
}

/** What each column's cells say from top to bottom. A merged area that began above is a title, not a header. */
export function readPaths(grid: SheetGrid, first: number, last: number): readonly (readonly string[])[] {
  return Array.from({ length: grid.width }, (_, column) => {
    const texts: string[] = []
    for (let row = first; row <= last; row += 1) {
      const origin = originOf(grid, row, column)
      const own = origin.row < first ? '' : grid.text(origin.row, origin.column)
      const text = own === '' && row < last ? groupAbove(grid, row, last, column) : own
      if (text !== '' && text !== texts.at(-1)) texts.push(text)
    }
    return texts
  })
}

/** 核定编制 over 行政 and, without a merged cell, over the blank beside it: a head goes on to the right where the row below has heads. */
function groupAbove(grid: SheetGrid, row: number, last: number, column: number): string {
  const below = (at: number) => {
    for (let lower = row + 1; lower <= last; lower += 1) if (grid.text(lower, at) !== '') return true
    return false
  }
  if (grid.filled(row).length < 2 || grid.mergeAt(row, column) !== undefined || !below(column)) return ''
  for (let at = column - 1; at >= 0 && below(at); at -= 1) {
    if (grid.text(row, at) !== '') return grid.mergeAt(row, at) === undefined ? grid.text(row, at) : ''
  }
  return ''
}

function scoreOf(paths: readonly (readonly string[])[], purpose: SheetPurpose, match: Matcher): number {
  const fields = new Map<string, number>()
  let columns = 0
  for (const path of paths) {
    if (path.length === 0) continue
    columns += 1
    const matched = match(path)
    const field = (purpose === 'quotas' ? quotaColumnOf(path)?.key : undefined) ?? matched?.field
    if (field === undefined) continue
    fields.set(field, Math.max(fields.get(field) ?? 0, (matched?.score ?? 90) / 100))
  }
  if (purpose === 'roster' && isOfRelatives(paths, match)) return 0
  // A column of names alone is a list as well, where the header says nothing else.
  if (columns < 2 && (purpose !== 'roster' || paths.some((path) => path.length > 1) || !fields.has('name'))) return 0
  const has = (field: string) => fields.has(field)
  const good =
    purpose === 'roster'
      ? has('name') || has('idNumber') || has('names')
      : has('unit') &&
        !has('name') &&
        [...fields.keys()].some((field) => field === 'amount' || field.startsWith('quota:') || field === 'leaders:all')
  return good ? [...fields.values()].reduce((sum, value) => sum + value, 0) : 0
}

/** 家庭主要成员 | 称谓 | 姓名 | 年龄 of a card, whose people are nobody's colleagues. 亲属姓名 and 与本人关系 behind somebody's own columns are not. */
function isOfRelatives(paths: readonly (readonly string[])[], match: Matcher): boolean {
  const relation = paths.findIndex((path) => isRelation(path.at(-1) ?? ''))
  const name = paths.findIndex((path) => match(path)?.field === 'name')
  if (relation === -1 || name === -1) return false
  return relation < name
    ? paths
        .slice(0, relation)
        .every((path) => path.length === 0 || isAboutOthers(path) || match(path)?.field === 'sequence')
    : relation === name + 1
}

/** Below a header of people stand names or numbers; below one of offices stand counts. */
function isFollowed(
  grid: SheetGrid,
  last: number,
  paths: readonly (readonly string[])[],
  purpose: SheetPurpose,
  match: Matcher,
  isName: (text: string) => boolean,
): boolean {
  if (
    purpose === 'quotas' &&
    paths.some((path) => match(path)?.field === 'amount') &&
    paths.some((path) => match(path)?.field === 'category')
  )
    return true
  const keys = paths.flatMap((path, column) => {
    if (purpose === 'quotas') return quotaColumnOf(path) !== null || match(path)?.field === 'amount' ? [column] : []
    const field = match(path)?.field
    return (field === 'name' && !isAboutOthers(path)) || field === 'idNumber' || field === 'names' ? [column] : []
  })
  let [good, bad, labels] = [0, 0, 0]
  const wide = paths.filter((path) => path.length > 0).length > 1
  for (let row = last + 1; row < Math.min(grid.height, last + 1 + LOOKED_BELOW); row += 1) {
    const filled = grid.filled(row)
    // A heading, a total or a signature says nothing for or against.
    if ((wide && filled.length === 1) || isAside(filled.map((column) => grid.text(row, column)))) continue
    for (const column of keys) {
      const text = grid.text(row, column)
      if (text === '') continue
      if (match([text]) !== null && purpose === 'roster') {
        // The next header: what stands above it decides.
        if (good > 0) return true
        labels += 1
        continue
      }
      if (purpose === 'quotas' ? readCountText(text) !== null : isPerson(grid, row, column, isName)) good += 1
      else bad += 1
    }
  }
  if (purpose === 'quotas' && good === 0) return false
  return labels > good ? false : good > 0 ? good * 3 >= bad : bad === 0 && labels === 0
}

function isPerson(grid: SheetGrid, row: number, column: number, isName: (text: string) => boolean): boolean {
  const text = grid.text(row, column)
  return isName(text) || isIdText(text) || holdsNames(shownText(grid.cell(row, column)))
}

/** The best first; of overlapping ones the better, of equal ones the shorter, then the higher. */
function choose(found: readonly TableHeader[]): readonly TableHeader[] {
  const best = Math.max(0, ...found.map((header) => header.score))
  const chosen: TableHeader[] = []
  const order = found.toSorted(
    (a, b) =>
      b.score - a.score ||
      Number(b.purpose === 'roster') - Number(a.purpose === 'roster') ||
      a.last - a.first - (b.last - b.first) ||
      a.first - b.first,
  )
  const taken = new Set<number>()
  for (const header of order) {
    if (header.score * 4 < best && header.purpose === order[0]?.purpose && header.score < 2) continue
    const rows = Array.from({ length: header.last - header.first + 1 }, (_, index) => header.first + index)
    if (rows.some((row) => taken.has(row))) continue
    for (const row of rows) taken.add(row)
    chosen.push(header)
  }
  return chosen.toSorted((a, b) => a.first - b.first)
}

/** A header cell merged over columns of which only the first holds something heads that one alone. */
function withoutEmptySpans(grid: SheetGrid, header: TableHeader): TableHeader {
  const paths = header.paths.map((path, column) => {
    const merge = grid.mergeAt(header.last, column) ?? grid.mergeAt(header.first, column)
    if (path.length === 0 || merge === undefined || merge.left === column || merge.right === merge.left) return path
    for (let row = header.last + 1; row < Math.min(grid.height, header.last + 1 + LOOKED_BELOW); row += 1)
      if (grid.text(row, column) !== '') return path
    return []
  })
  return { ...header, paths }
}

/** Rows below that still belong to the header: under its merged cells, or with nothing but words under cells that span several columns. */
function withRest(grid: SheetGrid, header: TableHeader): TableHeader {
  let last = header.last
  while (last + 1 < Math.min(grid.height, header.first + HIGHEST) && belongs(grid, header, last + 1)) last += 1
  return last === header.last ? header : { ...header, last, paths: readPaths(grid, header.first, last) }
}

/** 编制性质 over 行政编制 and, without a merged cell, nothing over the 事业编制 beside it: words under heads that go on to the right. */
function isBareRest(grid: SheetGrid, header: TableHeader, row: number, filled: readonly number[]): boolean {
  const isHeaded = (column: number) => (header.paths[column] ?? []).length > 0
  if (filled.every(isHeaded)) return false
  return filled.every((column) => {
    if (!isHeaded(column)) return column > 0 && grid.text(row, column - 1) !== ''
    return !isHeaded(column + 1) && grid.text(row, column + 1) !== '' && !looksLikeName(grid.text(row, column))
  })
}

function belongs(grid: SheetGrid, header: TableHeader, row: number): boolean {
  const filled = grid.filled(row)
  if (filled.length === 0 || holdsData(grid, row)) return false
  const covered = header.paths.some((path, column) => {
    const merge = path.length === 0 ? undefined : grid.mergeAt(row, column)
    return merge !== undefined && merge.top >= header.first && merge.top <= header.last
  })
  if (covered || isBareRest(grid, header, row, filled)) return true
  return (
    filled.length >= 2 &&
    filled.every((column) => {
      const above = grid.mergeAt(header.last, column)
      return (
        above !== undefined &&
        above.right > above.left &&
        above.top >= header.first &&
        !couldBeName(grid.text(row, column))
      )
    })
  )
}
