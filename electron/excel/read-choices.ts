import {
  columnNumber,
  shownText,
  type RawChoice,
  type RawMerge,
  type RawWorkbook,
} from '../domain/table/raw-workbook.ts'
import { openParts, sheetPart, WORKBOOK_PART, type WorkbookParts } from './workbook-parts.ts'
import { attribute, elements, unescapeXml } from './xml-text.ts'

/* What a form's cells accept: lists written out, lists that stand in cells of any sheet, names of such lists; the newer kind of rule too. */

/** The workbook with each sheet's rules. A rule that cannot be read is no rule. */
export function withChoices(workbook: RawWorkbook, bytes: Uint8Array): RawWorkbook {
  const parts = openParts(bytes)
  const names = definedNames(parts)
  // Thousands of cells share one list; it is looked up once.
  const known = new Map<string, readonly string[] | null>()
  const optionsIn = (sheet: string, formula: string) => {
    const key = JSON.stringify([sheet, formula])
    const options = known.has(key) ? (known.get(key) ?? null) : optionsOf(formula, sheet, workbook, names)
    known.set(key, options)
    return options
  }
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const xml = parts.text(sheetPart(parts, sheet.name))
      const choices = elements(xml, 'dataValidation').flatMap((rule): RawChoice[] => {
        const areas = areasOf(attribute(rule.attributes, 'sqref') ?? elements(rule.inner, 'sqref')[0]?.inner ?? '')
        const [first, second] = ['formula1', 'formula2'].map((name) => formulaOf(rule.inner, name))
        switch (attribute(rule.attributes, 'type')) {
          case 'list': {
            const options = optionsIn(sheet.name, first ?? '')
            return areas.length === 0 || options === null ? [] : [{ areas, options, length: null }]
          }
          case 'textLength': {
            const length = lengthOf(attribute(rule.attributes, 'operator'), Number(first), Number(second))
            return areas.length === 0 || length === null ? [] : [{ areas, options: null, length }]
          }
          default:
            return []
        }
      })
      return choices.length === 0 ? sheet : { ...sheet, choices }
    }),
  }
}

/** The older rule holds its formula as text, the newer in an element of its own. */
function formulaOf(rule: string, name: string): string | undefined {
  const found = elements(rule, name)[0]?.inner
  return found === undefined ? undefined : unescapeXml(elements(found, 'f')[0]?.inner ?? found).trim()
}

function definedNames(parts: WorkbookParts): ReadonlyMap<string, string> {
  return new Map(
    elements(parts.text(WORKBOOK_PART), 'definedName').map(({ attributes, inner }) => [
      (attribute(attributes, 'name') ?? '').toLowerCase(),
      unescapeXml(inner).trim(),
    ]),
  )
}

const RANGE =
  /^(?:(?:'((?:[^']|'')+)'|([^'!(),]+))!)?\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/u
const MOST_OPTIONS = 2000

function optionsOf(
  formula: string,
  sheet: string,
  workbook: RawWorkbook,
  names: ReadonlyMap<string, string>,
): readonly string[] | null {
  const quoted = /^"((?:[^"]|"")*)"$/u.exec(formula)?.[1]
  if (quoted !== undefined) return plain(quoted.replaceAll('""', '"').split(/[,，]/u))
  const range = RANGE.exec(formula) ?? RANGE.exec(names.get(formula.replace(/^=/u, '').toLowerCase()) ?? '')
  if (range === null) return null
  const [, apart, bare, left = 'A', top = '1', right = left, bottom = top] = range
  const named = apart?.replaceAll("''", "'") ?? bare ?? sheet
  const rows = workbook.sheets.find((one) => one.name === named)?.rows.slice(Number(top) - 1, Number(bottom)) ?? []
  return plain(
    rows.flatMap((row) => row.slice(columnNumber(left), columnNumber(right) + 1).map((cell) => shownText(cell))),
  )
}

function plain(texts: readonly string[]): readonly string[] | null {
  const options = [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))].slice(0, MOST_OPTIONS)
  return options.length === 0 ? null : options
}

function lengthOf(operator: string | undefined, first: number, second: number): RawChoice['length'] {
  if (!Number.isFinite(first)) return null
  const most = Number.MAX_SAFE_INTEGER
  switch (operator ?? 'between') {
    case 'between':
      return Number.isFinite(second) ? { least: first, most: second } : null
    case 'equal':
      return { least: first, most: first }
    case 'lessThan':
      return { least: 0, most: first - 1 }
    case 'lessThanOrEqual':
      return { least: 0, most: first }
    case 'greaterThan':
      return { least: first + 1, most }
    case 'greaterThanOrEqual':
      return { least: first, most }
    default:
      return null
  }
}

function areasOf(text: string): readonly RawMerge[] {
  return text.split(/\s+/u).flatMap((area) => {
    const found = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/u.exec(area)
    if (found === null) return []
    const [, left = 'A', top = '1', right = left, bottom = top] = found
    return [{ top: Number(top) - 1, left: columnNumber(left), bottom: Number(bottom) - 1, right: columnNumber(right) }]
  })
}
