import type { GroupState } from './group-state.ts'
import { joinCounts, NO_COUNTS, readHeadingCounts } from './heading-counts.ts'
import type { NumberedHeading } from './read-table.ts'
import { labelParts } from './section-title.ts'
import type { SheetGrid } from './sheet-grid.ts'

/* What stands above the first table of a sheet. */

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
