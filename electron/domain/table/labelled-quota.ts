import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import { readStandingWord } from './category-words.ts'
import { readCountText } from './count-text.ts'
import { isIdText } from './column-profile.ts'
import { headerMatcher } from './header-match.ts'
import { quotaColumnOf } from './quota-columns.ts'
import { columnLetters } from './raw-workbook.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { PlacedCell, TableRecord } from './table-types.ts'

/* A page of a ledger: 机构名称, 编制类型, 核定编制数 and 批准文号 as labels with their values beside them, above the list of people. */

const HIGHEST = 10

interface Label {
  readonly text: string
  readonly value: PlacedCell
}

/**
 * The approved numbers the labels above a header (0-based row) give; empty where they do not name an office and a number. `document`: the
 * only 文号 around the table.
 */
export function readLabelledQuota(
  grid: SheetGrid,
  headerRow: number,
  document: { readonly text: string; readonly place: string } | null,
): readonly TableRecord[] {
  const labels = labelsAbove(grid, headerRow)
  const match = headerMatcher('quotas')
  const facts = new Map<string, PlacedCell>()
  const across: (readonly [category: string, value: PlacedCell])[] = []
  for (const { text, value } of labels) {
    const counted = quotaColumnOf([text])
    if (counted?.kind === 'quota' && readCountText(shown(value)) !== null)
      across.push([QUOTA_CATEGORY_NAMES[counted.category], value])
    const field = match([text])
    if (field !== null && field.score >= 85 && !facts.has(field.field)) facts.set(field.field, value)
  }
  if (document !== null && !facts.has('document'))
    facts.set('document', { cell: document.text, letters: '', header: '', from: document.place })
  const amount = facts.get('amount')
  const category = facts.get('category')
  if (!facts.has('unit') || !facts.has('document')) return []
  const lines =
    across.length > 0
      ? across
      : amount !== undefined && category !== undefined && readStandingWord(shown(category))?.kind === 'quota'
        ? [[shown(category), amount] as const]
        : []
  return lines.flatMap(([name, value]) => {
    if (readCountText(shown(value)) === null) return []
    const values = new Map(facts)
    values.set('category', { ...value, cell: name })
    values.set('amount', value)
    return [{ sheet: grid.sheet.name, row: headerRow + 1, values, section: '' }]
  })
}

const shown = ({ cell }: PlacedCell): string => (typeof cell === 'string' ? cell : (cell?.shown ?? '')).trim()

/** Labels with their values, up to the table before. */
function labelsAbove(grid: SheetGrid, headerRow: number): readonly Label[] {
  const labels: Label[] = []
  for (let row = headerRow - 1; row >= Math.max(0, headerRow - HIGHEST); row -= 1) {
    const filled = grid.filled(row)
    if (filled.some((column) => isIdText(grid.text(row, column)) && grid.text(row, column).length >= 15)) break
    for (const column of filled) {
      const text = grid.text(row, column)
      const joined = /^(?<label>[^:：]{2,12})[:：](?<value>.+)$/u.exec(text)?.groups
      const beside = (grid.mergeAt(row, column)?.right ?? column) + 1
      const label = joined?.['label'] ?? text.replace(/[:：]$/u, '')
      const cell = joined === undefined ? grid.cell(row, beside) : (joined['value'] ?? null)
      if (label.length > 12 || cell === null) continue
      labels.push({
        text: label,
        value: { cell, letters: columnLetters(column), header: label, from: `第 ${row + 1} 行` },
      })
    }
  }
  return labels
}
