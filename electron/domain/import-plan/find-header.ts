import { fieldForHeader, type SheetPurpose } from './fields.ts'
import { shownText, type RawMerge, type RawSheet } from './raw-workbook.ts'

/** The header of a sheet: its rows (0-based, `last` inclusive) and what each column's cells say from top to bottom. */
export interface HeaderBlock {
  readonly first: number
  readonly last: number
  readonly paths: readonly (readonly string[])[]
}

export interface FoundHeader extends HeaderBlock {
  readonly purpose: SheetPurpose
  readonly score: number
}

const SEARCHED_ROWS = 30
const MAX_HEIGHT = 3

/** Columns without which a sheet cannot be what it looks like. */
const REQUIRED: Readonly<Record<SheetPurpose, readonly string[]>> = { roster: ['name', 'unit'], quotas: ['unit', 'amount'] }

/**
 * Looks for the block of one to three rows under which the most columns are known. A shorter block wins a tie, then a higher one.
 * `at` (0-based) limits the search to blocks that hold that row; `purpose` to one kind. Null: nothing has the columns it takes.
 */
export function findHeader(sheet: RawSheet, limits: { readonly at?: number; readonly purpose?: SheetPurpose } = {}): FoundHeader | null {
  const purposes: readonly SheetPurpose[] = limits.purpose === undefined ? ['roster', 'quotas'] : [limits.purpose]
  const found = purposes.flatMap((purpose) => {
    const best = findBestBlock(sheet, limits.at, (block) => scoreOf(block, purpose))
    return best === null ? [] : [{ ...best, purpose }]
  })
  return found.reduce<FoundHeader | null>((best, next) => (best === null || isBetter(next, best) ? next : best), null)
}

/** The block with the highest score above 0; `at` as in `findHeader`. What a score counts is the caller's. */
export function findBestBlock(sheet: RawSheet, at: number | undefined, score: (block: HeaderBlock) => number): (HeaderBlock & { readonly score: number }) | null {
  let best: (HeaderBlock & { readonly score: number }) | null = null
  for (let first = 0; first < Math.min(sheet.rows.length, at === undefined ? SEARCHED_ROWS : at + 1); first += 1) {
    for (let height = 1; height <= MAX_HEIGHT && first + height <= sheet.rows.length; height += 1) {
      if (at !== undefined && first + height <= at) continue
      const block = readBlock(sheet, first, first + height - 1)
      const next = { ...block, score: score(block) }
      if (next.score > 0 && (best === null || isBetter(next, best))) best = next
    }
  }
  return best
}

interface Scored extends HeaderBlock {
  readonly score: number
}

function isBetter(next: Scored, best: Scored): boolean {
  return next.score > best.score || (next.score === best.score && next.last - next.first < best.last - best.first)
}

/** The block of rows as a header, whatever it says. */
export function readBlock(sheet: RawSheet, first: number, last: number): HeaderBlock {
  const merges = sheet.merges.filter((merge) => merge.top <= last && merge.bottom >= first)
  const width = Math.max(0, ...sheet.rows.slice(first, last + 1).map((row) => row.length), ...merges.map((merge) => merge.right + 1))
  const paths = Array.from({ length: width }, (_, column) => {
    const texts: string[] = []
    for (let row = first; row <= last; row += 1) {
      const text = mergedText(sheet, merges, row, column, first)
      if (text !== '' && text !== texts.at(-1)) texts.push(text)
    }
    return texts
  })
  return { first, last, paths }
}

/** Text of a cell, taken from the top-left of the merged area it lies in; an area that began above the block is a title, not a header. */
function mergedText(sheet: RawSheet, merges: readonly RawMerge[], row: number, column: number, first: number): string {
  const own = headerText(shownText(sheet.rows[row]?.[column]))
  if (own !== '') return own
  const merge = merges.find((area) => area.top <= row && row <= area.bottom && area.left <= column && column <= area.right)
  return merge === undefined || merge.top < first ? '' : headerText(shownText(sheet.rows[merge.top]?.[merge.left]))
}

function headerText(text: string): string {
  return text.replaceAll(/\s+/g, '')
}

function scoreOf(block: HeaderBlock, purpose: SheetPurpose): number {
  const fields = new Set<string>()
  for (const path of block.paths) {
    const field = fieldForHeader(purpose, path)
    if (field !== null) fields.add(field)
  }
  return REQUIRED[purpose].every((field) => fields.has(field)) ? fields.size : 0
}
