import { isIdText } from './column-profile.ts'
import type { GroupState, Heading } from './group-state.ts'
import { joinCounts, NO_COUNTS, readHeadingCounts } from './heading-counts.ts'
import type { NumberedHeading } from './read-table.ts'
import { officeLabel } from './label-words.ts'
import { labelParts, readSectionTitle, type KnownNames } from './section-title.ts'
import type { SheetGrid } from './sheet-grid.ts'

/* What stands above the first table of a sheet, and below a table's people. */

export interface SheetTitle {
  readonly text: string
  /** 1-based. */
  readonly row: number
  readonly place: string
  /** Columns it lies over, 0-based. */
  readonly left: number
  readonly right: number
}

/** Texts above the first table; a label with its value in the next cell reads as one. */
export function titlesAbove(grid: SheetGrid, first: number): readonly SheetTitle[] {
  const titles: SheetTitle[] = []
  for (let row = 0; row < first; row += 1) {
    const filled = grid.filled(row)
    const texts = filled.map((column) => grid.text(row, column))
    for (const [index, text] of texts.entries()) {
      const left = filled[index] ?? 0
      if (/[:：]$/u.test(texts[index - 1] ?? '')) continue
      const whole = /[:：]$/u.test(text) ? `${text}${texts[index + 1] ?? ''}` : text
      for (const part of labelParts(whole))
        titles.push({
          text: part,
          row: row + 1,
          place: `第 ${row + 1} 行标题“${part}”`,
          left,
          right: grid.mergeAt(row, left)?.right ?? left,
        })
    }
  }
  return titles
}

/** A signature with its office stands this near the end of a table. */
const FOOT_ROWS = 8
const OFFICE_LABEL = new RegExp(`^${officeLabel()}(?:[（(][^（）()]{1,8}[）)])?[:：]`, 'u')
/** 县委编办, 市财政局: who receives the sheet. */
const ABOVE_TOWNSHIP = /^(?:中共)?\p{sc=Han}{0,6}[县市区省](?:委|政府|编|人社|人力|财政|组织)/u

/** Whose list a table is by what is signed below it, and in which row (0-based). */
export interface Signed {
  readonly office: Heading
  readonly row: number
}

/**
 * 填报科室：党政办公室 填报人：… below the people of each table. `bodies`: their 0-based rows, the last is not in it. Null for each where one of
 * them has none, or where it stands so close above the next header that it may as well be its heading.
 */
export function officesBelow(
  grid: SheetGrid,
  bodies: readonly (readonly [number, number])[],
  known: KnownNames,
): readonly (Signed | null)[] {
  const found = bodies.map((body) => officeBelow(grid, body, known))
  const isFoot = (one: Signed | null, at: number) =>
    one !== null && (at === bodies.length - 1 || grid.filled(one.row + 1).length === 0)
  return found.every(isFoot) ? found : found.map(() => null)
}

function officeBelow(grid: SheetGrid, [from, end]: readonly [number, number], known: KnownNames): Signed | null {
  let looked = 0
  for (let row = end - 1; row >= from && looked < FOOT_ROWS; row -= 1) {
    const texts = grid.filled(row).map((column) => grid.text(row, column))
    if (texts.length > 0) looked += 1
    if (texts.some(isIdText)) return null
    for (const [at, text] of texts.entries())
      for (const part of labelParts(/[:：]$/u.test(text) ? `${text}${texts[at + 1] ?? ''}` : text)) {
        const title = OFFICE_LABEL.test(part.trim()) ? readSectionTitle(part, known) : null
        if (title !== null && title.unit !== null && !ABOVE_TOWNSHIP.test(title.unit))
          return { office: { title, row: null, place: `第 ${row + 1} 行“${part.trim()}”` }, row }
      }
  }
  return null
}

/** 核定编制数：8 above the table of the one office its title names. */
export function labelledNumbers(state: GroupState, titles: readonly SheetTitle[]): NumberedHeading | null {
  const heading = state.unit
  if (heading === null || heading.title.counts.quotas.length > 0) return null
  const counts = titles
    .map(({ text }) => text)
    .filter((text) => text !== heading.title.written && /^[（(]?(?:核定|批准|行政|事业|参公|工勤)*编制/u.test(text))
    .map(readHeadingCounts)
    .reduce(joinCounts, NO_COUNTS)
  return counts.quotas.length === 0 ? null : { heading, state, counts }
}

/** The 文号 the sheet names outside of its table, where there is exactly one. */
export function onlyDocument(grid: SheetGrid): { readonly text: string; readonly place: string } | null {
  const found = new Map<string, number>()
  for (let row = 0; row < grid.height; row += 1) {
    if (row > 8 && row < grid.height - 6) continue
    for (const column of grid.filled(row))
      for (const match of grid.text(row, column).matchAll(/[\p{sc=Han}]{2,8}[〔[（(【［]\d{4}[〕\])）】］]\d{1,4}号/gu))
        if (!found.has(match[0])) found.set(match[0], row + 1)
  }
  const [only] = found
  return only !== undefined && found.size === 1
    ? { text: only[0].replace(/^(?:根据|依据|按照|按|见|经)/u, ''), place: `第 ${only[1]} 行的文号` }
    : null
}
