import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import { readStandingWord } from './category-words.ts'
import type { Heading } from './group-state.ts'
import { readHeadingCounts } from './heading-counts.ts'
import { CATEGORY_LABEL, officeLabel } from './label-words.ts'
import { readCountText } from './count-text.ts'
import { isIdText } from './column-profile.ts'
import { headerMatcher } from './header-match.ts'
import { quotaColumnOf } from './quota-columns.ts'
import type { SheetGrid } from './sheet-grid.ts'
import { readSectionTitle, type KnownNames, type SectionTitle } from './section-title.ts'
import type { PlacedCell, TableRecord } from './table-types.ts'
import { bareUnit, looksLikeUnit } from './unit-words.ts'

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
  const told = labels.flatMap(({ text, value }) => (APPROVED_LABEL.test(text) ? quotasTold(value) : []))
  const lines =
    across.length > 0
      ? across
      : told.length > 0
        ? told
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

/** 核定编制 with 行政编制6名，机关工勤编制1名 beside it. */
const APPROVED_LABEL = /^(?:核定|批准|核准|批复)(?:人员)?(?:编制|定编)(?:总?数|情况|员额)?$/u

function quotasTold(value: PlacedCell): readonly (readonly [category: string, value: PlacedCell])[] {
  const { quotas, agree } = readHeadingCounts(shown(value))
  if (!agree || quotas.some(({ word }) => word === null || readStandingWord(word)?.kind !== 'quota')) return []
  return quotas.map(({ word, amount }) => [word ?? '', { ...value, cell: String(amount) }] as const)
}

const OFFICE_LABEL = new RegExp(`^${officeLabel()}$`, 'u')

/** A page of its own above a table: from which row (0-based) on its labels stand, the office they name, and its 编制 where they name one. */
export interface LedgerPage {
  readonly first: number
  readonly office: Heading
  readonly category: Heading | null
}

const CATEGORY = new RegExp(`^${CATEGORY_LABEL}$`, 'u')

/** The page a header stands on where its labels name an office in the cell beside; null where they do not. `above`: last row of the table before. */
export function ledgerPage(grid: SheetGrid, headerRow: number, above: number, known: KnownNames): LedgerPage | null {
  let office: Heading | null = null
  let category: Heading | null = null
  for (let row = headerRow - 1; row > above && headerRow - row <= HIGHEST; row -= 1) {
    const filled = grid.filled(row)
    if (filled.length === 0 || filled.some((column) => isIdText(grid.text(row, column)))) break
    for (const column of filled) {
      const label = grid.text(row, column).replace(/[:：]$/u, '')
      const beside = grid.text(row, (grid.mergeAt(row, column)?.right ?? column) + 1)
      const heading = (title: SectionTitle): Heading => ({ title, row: row + 1, place: `第 ${row + 1} 行“${label}”` })
      if (CATEGORY.test(label) && readStandingWord(beside) !== null)
        category ??= heading(readSectionTitle(beside, known))
      const bare = bareUnit(beside)
      if (OFFICE_LABEL.test(label) && (known.units.has(bare) || looksLikeUnit(bare)))
        office ??= heading({ ...readSectionTitle(beside, known), unit: bare, sureUnit: true })
    }
    if (office !== null) return { first: row, office, category }
  }
  return null
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
        // It stands in no column of the table below.
        value: { cell, letters: '', header: label, from: `第 ${row + 1} 行` },
      })
    }
  }
  return labels
}
