import { growAreas, type RowGrowth } from './formula-references.ts'
import { grownFormula, unsafe, withFormula, withOwnFormulas } from './grow-sheet.ts'
import { formulaOf, readSheetXml, writeSheetXml, type SheetRowXml } from './sheet-xml.ts'
import { MalformedXml } from './xml-tokens.ts'
import { attribute, elements, escapeXml, replaceElements, rewrite, unescapeXml, withAttribute } from './xml-text.ts'
import { relations, relationsPart, WORKBOOK_PART, type WorkbookParts } from './workbook-parts.ts'

/*
 * Rows came into one sheet: what other parts say of it follows. Print areas, titles and other names, charts and drawings move with the rows;
 * where something could not be moved safely the form is refused rather than quietly bent.
 */

/** @throws ExcelError `template_rows` */
export function growWorkbook(parts: WorkbookParts, part: string, growth: RowGrowth): void {
  refuseWhatCannotMove(parts, part)
  const grown = (xml: string, element: string) =>
    rewrite(xml, {
      text: (text, { name }) => (name === element ? escapeXml(grownFormula(unescapeXml(text), growth, false)) : text),
    })
  parts.set(WORKBOOK_PART, grown(parts.text(WORKBOOK_PART), 'definedName'))
  for (const name of parts.names)
    if (/^xl\/charts\/[^/]+\.xml$/.test(name)) parts.set(name, grown(parts.text(name), 'f'))
  for (const { type, target } of relations(parts, part)) {
    if (type === 'drawing') parts.set(target, grownDrawing(parts.text(target), growth))
    if (type === 'table') parts.set(target, grownRefs(parts.text(target), growth))
    if (type === 'comments') parts.set(target, grownRefs(parts.text(target), growth))
    if (type === 'vmlDrawing') parts.set(target, grownNotes(target, parts, growth))
  }
  for (const name of parts.names)
    if (/^xl\/pivotCache\/pivotCacheDefinition[^/]*\.xml$/.test(name))
      parts.set(name, grownCache(parts.text(name), growth))
  for (const name of parts.names)
    if (name !== part && /^xl\/worksheets\/[^/]+\.xml$/.test(name)) growOtherSheet(parts, name, growth)
  dropCalculationOrder(parts)
}

function refuseWhatCannotMove(parts: WorkbookParts, part: string): void {
  if (relations(parts, part).some(({ type }) => type === 'pivotTable')) throw unsafe('表里有数据透视表')
}

/** A table's area, its filter and order, and the cells that comments stand at. */
function grownRefs(xml: string, growth: RowGrowth): string {
  return rewrite(xml, {
    tag: ({ attributes }) => {
      const area = attribute(attributes, 'ref')
      return area === undefined ? attributes : withAttribute(attributes, 'ref', growAreas(area, growth))
    },
  })
}

/** Boxes of comments: their row, counted from 0, and where they are drawn. */
function grownNotes(part: string, parts: WorkbookParts, growth: RowGrowth): string {
  try {
    return movedNotes(parts.text(part), growth)
  } catch (error) {
    // Drawings of this old kind need not be well-formed.
    if (error instanceof MalformedXml) throw unsafe('表里的批注读不出来')
    throw error
  }
}

function movedNotes(xml: string, { last, by }: RowGrowth): string {
  return rewrite(xml, {
    text: (text, { name }) => {
      if (name === 'Row') return Number(text) >= last ? String(Number(text) + by) : text
      if (name !== 'Anchor') return text
      const numbers = text.split(',').map((one) => one.trim())
      // Left column, offset, top row, offset, right column, offset, bottom row, offset.
      return numbers
        .map((one, place) => ((place === 2 || place === 6) && Number(one) >= last ? String(Number(one) + by) : one))
        .join(', ')
    },
  })
}

/** What a pivot table elsewhere is made of. It is worked out anew when the office program refreshes it. */
function grownCache(xml: string, growth: RowGrowth): string {
  return rewrite(xml, {
    tag: ({ name, attributes }) => {
      const area = name === 'worksheetSource' ? attribute(attributes, 'ref') : undefined
      const sheet = unescapeXml(attribute(attributes, 'sheet') ?? '')
      return area === undefined || sheet !== growth.sheet
        ? attributes
        : withAttribute(attributes, 'ref', growAreas(area, growth))
    },
  })
}

/** Formulas, rules and checks of another sheet that name the grown one. */
function growOtherSheet(parts: WorkbookParts, name: string, growth: RowGrowth): void {
  const xml = parts.text(name)
  const named = elements(xml, 'f').some(({ inner }) => {
    const text = unescapeXml(inner)
    return grownFormula(text, growth, false) !== text
  })
  if (named) {
    const sheet = readSheetXml(xml)
    // A formula that cells share would be changed for each of them by another number of rows.
    const rows = withOwnFormulas(sheet.rows).map((row) => grownFormulasOf(row, growth))
    parts.set(name, writeSheetXml({ ...sheet, rows }))
  }
  const rules = rewrite(parts.text(name), {
    text: (text, { name: element }) =>
      element === 'formula' || element === 'formula1' || element === 'formula2'
        ? escapeXml(grownFormula(unescapeXml(text), growth, false))
        : text,
  })
  if (rules !== parts.text(name)) parts.set(name, rules)
}

function grownFormulasOf(row: SheetRowXml, growth: RowGrowth): SheetRowXml {
  const cells = row.cells.map((cell) => {
    const formula = formulaOf(cell)
    if (formula === undefined) return cell
    const text = unescapeXml(formula.text)
    const grown = grownFormula(text, growth, false)
    if (grown === text) return cell
    if (attribute(formula.attributes, 't') === 'array') throw unsafe('另一张工作表的数组公式引用了这些行')
    return withFormula(cell, grown)
  })
  return cells.every((cell, index) => cell === row.cells[index]) ? row : { ...row, cells, raw: null }
}

/** Anchors count rows from 0. A picture below the block (a seal beside the signature) goes down with it. */
function grownDrawing(xml: string, { last, by }: RowGrowth): string {
  return rewrite(xml, {
    text: (row, { name }) => (name === 'row' && Number(row) >= last ? String(Number(row) + by) : row),
  })
}

/** The order of calculation names cells by their old places; an office program makes it anew. */
function dropCalculationOrder(parts: WorkbookParts): void {
  const chain = relations(parts, WORKBOOK_PART).find(({ type }) => type === 'calcChain')
  if (chain === undefined) return
  parts.remove(chain.target)
  const list = relationsPart(WORKBOOK_PART)
  parts.set(
    list,
    replaceElements(parts.text(list), 'Relationship', ({ whole, attributes }) =>
      (attribute(attributes, 'Type') ?? '').endsWith('/calcChain') ? '' : whole,
    ),
  )
  parts.set(
    '[Content_Types].xml',
    replaceElements(parts.text('[Content_Types].xml'), 'Override', ({ whole, attributes }) =>
      /calcChain/u.test(attribute(attributes, 'PartName') ?? '') ? '' : whole,
    ),
  )
}

/** Every formula is computed anew when the file is opened. */
export function calculateOnOpening(parts: WorkbookParts): void {
  const xml = parts.text(WORKBOOK_PART)
  if (elements(xml, 'calcPr').length > 0) {
    parts.set(
      WORKBOOK_PART,
      rewrite(xml, {
        tag: ({ name, attributes }) =>
          name === 'calcPr' ? withAttribute(attributes, 'fullCalcOnLoad', '1') : attributes,
      }),
    )
    return
  }
  // The schema's order: sheets, functionGroups, externalReferences, definedNames, calcPr.
  const before = ['definedNames', 'externalReferences', 'functionGroups', 'sheets']
    .map((name) => elements(xml, name)[0])
    .find((found) => found !== undefined)
  if (before === undefined) return
  const end = before.at + before.whole.length
  parts.set(WORKBOOK_PART, `${xml.slice(0, end)}<${before.prefix}calcPr fullCalcOnLoad="1"/>${xml.slice(end)}`)
}
