import { findBestBlock, type HeaderBlock } from '../import-plan/find-header.ts'
import { columnLetters, shownText, type RawSheet, type RawWorkbook } from '../import-plan/raw-workbook.ts'
import { readCard } from './read-card.ts'
import { personFieldFor } from './person-fields.ts'
import type { DateFormat, TemplateKind } from './template-mapping.ts'
import { figureOf, leadersOf, unitFieldFor } from './unit-fields.ts'

/** A column of a blank form, or a place of a card, with what is proposed for it. */
export interface TemplateColumn {
  /** Letters; for a card the cell that takes the value. */
  readonly column: string
  /** Header texts from top to bottom, joined with “/”. */
  readonly header: string
  readonly field: string | null
  readonly format: DateFormat | null
}

export interface ReadTemplate {
  readonly sheet: RawSheet
  readonly kind: TemplateKind
  /** 1-based, first and last row of the header; for a card both 0. */
  readonly headerRows: readonly [number, number]
  readonly columns: readonly TemplateColumn[]
  /** What stands above the header: the form's own name. */
  readonly title: string
}

type TableKind = 'people' | 'units'

/** Finds the sheet to fill, its header and what each column asks for. Null: nothing that looks like a form. Hidden sheets only when asked for. */
export function readTemplate(raw: RawWorkbook, asked: { readonly sheet?: string | undefined; readonly headerRow?: number | undefined }): ReadTemplate | null {
  const sheets = asked.sheet === undefined ? raw.sheets.filter((sheet) => !sheet.hidden) : raw.sheets.filter((sheet) => sheet.name === asked.sheet)
  const at = asked.headerRow === undefined ? undefined : asked.headerRow - 1
  let best: { readonly template: ReadTemplate; readonly score: number } | null = null
  for (const sheet of sheets) {
    const found = readSheet(sheet, at)
    if (found !== null && (best === null || found.score > best.score)) best = found
  }
  return best?.template ?? null
}

function readSheet(sheet: RawSheet, at: number | undefined): { readonly template: ReadTemplate; readonly score: number } | null {
  const card = at === undefined ? readCard(sheet) : null
  const tables = (['people', 'units'] as const).flatMap((kind) => {
    const block = findBestBlock(sheet, at, (candidate) => scoreOf(candidate, kind))
    return block === null ? [] : [{ kind, block }]
  })
  const table = tables.toSorted((left, right) => right.block.score - left.block.score)[0]
  // The labels of a card look like a header too; more of them stand on other rows.
  if (card !== null && card.length > (table?.block.score ?? 0)) return { template: { sheet, kind: 'card', headerRows: [0, 0], columns: card, title: titleOf(sheet, sheet.rows.length) }, score: card.length }
  if (table === undefined) return null
  return { template: tableOf(sheet, table.kind, table.block), score: table.block.score }
}

/** The header as a template's; one whose cells are merged down over more rows ends with the last of these. */
function tableOf(sheet: RawSheet, kind: TableKind, block: HeaderBlock): ReadTemplate {
  const below = sheet.merges.filter((merge) => merge.top >= block.first && merge.top <= block.last).map((merge) => merge.bottom)
  const last = Math.max(block.last, ...below)
  return { sheet, kind, headerRows: [block.first + 1, last + 1], columns: columnsOf(block, kind), title: titleOf(sheet, block.first) }
}

function columnsOf(block: HeaderBlock, kind: TableKind): readonly TemplateColumn[] {
  const taken = new Set<string>()
  const proposed = block.paths.map((path, index): TemplateColumn => {
    const field = fieldFor(path, kind)
    const fresh = field !== null && !taken.has(field)
    if (fresh) taken.add(field)
    return { column: columnLetters(index), header: path.join('/'), field: fresh ? field : null, format: fresh ? formatHint(path.join('')) : null }
  })
  // Where 参公 has a column of its own, 事业编制 is the rest.
  const apart = proposed.some((column) => column.field !== null && figureOf(column.field)?.scope === 'institutionCivilService')
  return apart ? proposed.map((column) => ({ ...column, field: column.field?.replace(/:institutionAll$/, ':institutionOther') ?? null })) : proposed
}

function fieldFor(path: readonly string[], kind: TableKind): string | null {
  return kind === 'people' ? personFieldFor(path) : unitFieldFor(path)
}

function scoreOf(block: HeaderBlock, kind: TableKind): number {
  const fields = new Set(block.paths.map((path) => fieldFor(path, kind)).filter((field) => field !== null))
  if (kind === 'people') return fields.has('name') && fields.size >= 2 ? fields.size : 0
  return fields.has('unit') && [...fields].some((field) => figureOf(field) !== null || leadersOf(field) !== null) ? fields.size : 0
}

/** What a header says of its dates in brackets: （1985-06-01）, （YYYYMM）, （1985.06）, （××年××月）. */
function formatHint(header: string): DateFormat | null {
  const hint = /[（(]([^）)]*)[）)]/u.exec(header.normalize('NFKC'))?.[1]?.toLowerCase() ?? ''
  if (/^(?:如|格式)?[:：]?(?:\d{4}-\d{2}-\d{2}|yyyy-mm-dd)/u.test(hint)) return 'day'
  if (/^(?:如|格式)?[:：]?(?:\d{6}|yyyymm)(?!\d|d)/u.test(hint)) return 'month'
  if (/^(?:如|格式)?[:：]?(?:\d{4}\.\d{2}|yyyy\.mm)/u.test(hint)) return 'dot'
  return /(?:\d{4}|yyyy|[x×]+)年/u.test(hint) ? 'chinese' : null
}

function titleOf(sheet: RawSheet, before: number): string {
  for (const row of sheet.rows.slice(0, before)) for (const cell of row) if (shownText(cell).trim().length >= 3) return shownText(cell).replaceAll(/\s+/g, '').slice(0, 80)
  return sheet.name
}
