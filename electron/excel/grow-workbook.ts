import type { RowGrowth } from './formula-references.ts'
import { grownFormula, unsafe } from './grow-sheet.ts'
import { elements, escapeXml, unescapeXml } from './xml-text.ts'
import { relations, relationsPart, WORKBOOK_PART, type WorkbookParts } from './workbook-parts.ts'

/*
 * Rows came into one sheet: what other parts say of it follows. Print areas, titles and other names, charts and drawings move with the rows;
 * where something could not be moved safely the form is refused rather than quietly bent.
 */

const FORMULA = /(<(?:[\w.-]+:)?f(?:\s[^<>]*)?>)([^<]*)(?=<\/)/g

/** @throws ExcelError `template_rows` */
export function growWorkbook(parts: WorkbookParts, part: string, growth: RowGrowth): void {
  refuseWhatCannotMove(parts, part, growth)
  const names = /(<(?:[\w.-]+:)?definedName(?:\s[^<>]*)?>)([^<]*)(?=<\/)/g
  parts.set(WORKBOOK_PART, parts.text(WORKBOOK_PART).replaceAll(names, (_, before: string, text: string) => `${before}${escapeXml(grownFormula(unescapeXml(text), growth, false))}`))
  for (const name of parts.names) {
    if (!/^xl\/charts\/[^/]+\.xml$/.test(name)) continue
    parts.set(name, parts.text(name).replaceAll(FORMULA, (_, before: string, text: string) => `${before}${escapeXml(grownFormula(unescapeXml(text), growth, false))}`))
  }
  for (const { type, target } of relations(parts, part)) if (type === 'drawing') parts.set(target, grownDrawing(parts.text(target), growth))
  dropCalculationOrder(parts)
}

function refuseWhatCannotMove(parts: WorkbookParts, part: string, growth: RowGrowth): void {
  for (const { type, target } of relations(parts, part)) {
    if (type === 'table') throw unsafe('表里套用了“超级表”')
    if (type === 'pivotTable') throw unsafe('表里有数据透视表')
    if (type === 'comments' && elements(parts.text(target), 'comment').some(({ attributes }) => Number(/\sref="[A-Za-z]+(\d+)"/.exec(attributes)?.[1]) > growth.last)) throw unsafe('空白行下面的格子带有批注')
  }
  for (const name of parts.names) {
    if (name === part || !/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue
    for (const [, , formula = ''] of parts.text(name).matchAll(FORMULA)) {
      const text = unescapeXml(formula)
      if (grownFormula(text, growth, false) !== text) throw unsafe('另一张工作表的公式引用了这些行')
    }
  }
}

/** Anchors count rows from 0. A picture below the block (a seal beside the signature) goes down with it. */
function grownDrawing(xml: string, { last, by }: RowGrowth): string {
  return xml.replaceAll(/(<(?:[\w.-]+:)?row>)(\d+)(?=<\/)/g, (_, before: string, row: string) => `${before}${Number(row) >= last ? Number(row) + by : row}`)
}

/** The order of calculation names cells by their old places; an office program makes it anew. */
function dropCalculationOrder(parts: WorkbookParts): void {
  const chain = relations(parts, WORKBOOK_PART).find(({ type }) => type === 'calcChain')
  if (chain === undefined) return
  parts.remove(chain.target)
  const list = relationsPart(WORKBOOK_PART)
  parts.set(list, parts.text(list).replaceAll(/<(?:[\w.-]+:)?Relationship\s[^<>]*\/calcChain"[^<>]*>/g, ''))
  parts.set('[Content_Types].xml', parts.text('[Content_Types].xml').replaceAll(/<(?:[\w.-]+:)?Override\s[^<>]*calcChain[^<>]*>/g, ''))
}

/** Every formula is computed anew when the file is opened. */
export function calculateOnOpening(parts: WorkbookParts): void {
  const xml = parts.text(WORKBOOK_PART)
  const known = /<((?:[\w.-]+:)?)calcPr(\s[^<>]*?)?(\/?)>/.exec(xml)
  if (known !== null) {
    const attributes = (known[2] ?? '').replaceAll(/\sfullCalcOnLoad="[^"]*"/g, '')
    parts.set(WORKBOOK_PART, xml.replace(known[0], () => `<${known[1] ?? ''}calcPr${attributes} fullCalcOnLoad="1"${known[3] ?? ''}>`))
    return
  }
  // The schema's order: sheets, functionGroups, externalReferences, definedNames, calcPr.
  const before = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'].map((name) => new RegExp(`</((?:[\\w.-]+:)?)${name}\\s*>`).exec(xml)).find((found) => found !== null)
  if (before === undefined || before === null) return
  const end = before.index + before[0].length
  parts.set(WORKBOOK_PART, `${xml.slice(0, end)}<${before[1] ?? ''}calcPr fullCalcOnLoad="1"/>${xml.slice(end)}`)
}
