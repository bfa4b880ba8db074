import { OperationError } from '../contract/errors.ts'
import type { Input } from '../contract/operations.ts'
import type { FilledReport, TemplateMappingInput } from '../contract/template-operations.ts'
import type { FillBlock, FillCell, FillRequest } from '../domain/fill/fill-request.ts'
import { columnNumber } from '../domain/import-plan/raw-workbook.ts'
import type { LineFacts } from '../domain/fill/line-text.ts'
import type { IdFormat } from '../domain/fill/template-mapping.ts'
import { townshipName } from '../domain/notice/notice-content.ts'
import type { FilledForm, QueryContext } from './context.ts'
import { columnIndex, fieldsOf, gatherTemplate, type GatheredTemplate } from './gather-template.ts'
import { readAskedState } from './read-book-state.ts'
import { viewBook, type BookView } from './views/book-view.ts'
import { peopleRows, unitRows, type FilledRow } from './views/fill-rows.ts'

export interface FormFilled {
  readonly report: FilledReport
  readonly form: FilledForm
  readonly fileName: string
  readonly title: string
}

type Filling = Input<'template.preview'>

/** Gathers the form and the book of the day, and has the workbook child write one into the other. `masked`: whole ID numbers stay in the core. */
export async function fillForm(input: Filling, context: QueryContext, idNumbers: 'asMapped' | 'masked' = 'asMapped'): Promise<FormFilled> {
  const gathered = withWishes(await gatherTemplate(input, context, input.mapping), input)
  const view = viewBook(await readAskedState(context, input))
  context.report('填表', 0, 1)
  const rows = rowsOf(idNumbers === 'asMapped' ? gathered : withIdFormat(gathered, 'masked'), view, input)
  const form = await context.excel.fill(gathered.file, requestFor(gathered, rows, { township: townshipName(view.state.snapshot), today: context.clock.today(), asOf: view.state.snapshot.asOf }), { signal: context.signal, report: context.report })
  context.report('填表', 1, 1)
  return { report: reportOf(gathered, form, rows), form, fileName: filledName(gathered, view.state.snapshot.asOf), title: gathered.template.title }
}

/** Lists and the look of ID numbers said for this one time. */
function withWishes(gathered: GatheredTemplate, { lists, idFormat }: Filling): GatheredTemplate {
  const looked = idFormat === undefined ? gathered : withIdFormat(gathered, idFormat)
  return lists === undefined ? looked : { ...looked, mapping: { ...looked.mapping, lists } }
}

function withIdFormat(gathered: GatheredTemplate, format: IdFormat): GatheredTemplate {
  const columns = gathered.mapping.columns.map((column) => (column.field === 'idNumber' ? { ...column, format } : column))
  return { ...gathered, mapping: { ...gathered.mapping, columns } }
}

/** @throws `template_whose_card` for a card of nobody. */
function rowsOf({ mapping }: GatheredTemplate, view: BookView, { personId }: Filling): readonly FilledRow[] {
  if (mapping.kind === 'units') return unitRows(view, mapping)
  if (mapping.kind === 'people') return peopleRows(view, mapping, view.roster.filter((entry) => mapping.lists.includes(entry.list)))
  const entry = personId === undefined ? undefined : view.entryOf(personId)
  if (entry === undefined) throw new OperationError('template_whose_card')
  return peopleRows(view, mapping, [entry])
}

function requestFor(gathered: GatheredTemplate, rows: readonly FilledRow[], facts: LineFacts): FillRequest {
  const { template, mapping } = gathered
  const around = { sheet: template.sheet.name, lines: { ...facts, headerRows: template.headerRows } }
  if (mapping.kind === 'card') return { ...around, block: null, cells: mapping.columns.flatMap((column, index) => cardCell(column.column, rows[0]?.[index] ?? null)) }
  return { ...around, block: blockFor(gathered, rows), cells: [] }
}

function blockFor({ template, mapping, file }: GatheredTemplate, rows: readonly FilledRow[]): FillBlock {
  const placed = mapping.columns.map((column) => ({ ...column, index: columnIndex(template, column.column) }))
  if (placed.some(({ index }) => index < 0)) throw new OperationError('template_changed')
  const key = placed.find(({ field }) => field === (mapping.kind === 'people' ? 'name' : 'unit'))
  if (key === undefined) throw new OperationError('template_no_name', { file: file.name, row: template.headerRows[0] })
  const numbers = new Set(fieldsOf(mapping.kind).flatMap(({ field, shape }) => (shape === 'number' && field !== 'sequence' && field !== 'age' ? [field] : [])))
  return {
    headerLast: template.headerRows[1],
    keyColumn: key.index,
    sequenceColumn: placed.find(({ field }) => field === 'sequence')?.index ?? null,
    columns: placed.map(({ index }) => index),
    rows,
    sumColumns: placed.filter(({ field }) => numbers.has(field)).map(({ index }) => index),
  }
}

function cardCell(place: string, value: FillCell['value']): readonly FillCell[] {
  const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(place) ?? []
  if (letters === '') throw new OperationError('template_changed')
  return [{ row: Number(row) - 1, column: columnNumber(letters), value }]
}

function reportOf({ template, mapping, source, raw }: GatheredTemplate, form: FilledForm, rows: readonly FilledRow[]): FilledReport {
  const titles = new Map(fieldsOf(mapping.kind).map(({ field, title }) => [field, title]))
  const ownFormula = new Set(form.outcome.formulaColumns)
  const taken = new Map(mapping.columns.map((column) => [column.column, column.field]))
  const filled = template.columns.flatMap(({ column, header }, index) => {
    const field = taken.get(column)
    return field === undefined || (mapping.kind !== 'card' && ownFormula.has(index)) ? [] : [{ column, header, field, title: titles.get(field) ?? field }]
  })
  const { firstRow, lastRow, inserted, lines } = form.outcome
  // The places of a card may be lines of the form itself: 填表日期 beside the labels of the person.
  const known = new Set([...filled.map(({ column }) => column), ...(mapping.kind === 'card' ? lines.map(({ cell }) => cell) : [])])
  const empty = template.columns.filter(({ column, header }) => header !== '' && !known.has(column)).map(({ column, header }) => ({ column, header, why: taken.has(column) ? '表里自带公式，没有动' : '编制本里没有这一项，留空' }))
  return { sheet: template.sheet.name, kind: mapping.kind, mapping: source, filled, empty, lines: [...lines], rows: rows.length, firstRow, lastRow, inserted, plainIdNumbers: showsIdNumbers(mapping) && rows.length > 0, notes: notesOf(mapping, raw.format === 'xls', rows.length) }
}

function showsIdNumbers(mapping: TemplateMappingInput): boolean {
  return mapping.columns.some(({ field, format }) => field === 'idNumber' && (format === 'plain' || format === 'apostrophe'))
}

function notesOf(mapping: TemplateMappingInput, old: boolean, rows: number): string[] {
  const unasked = mapping.columns.some(({ field, format }) => field === 'idNumber' && format === null)
  return [
    ...(old ? ['旧版 .xls 只能保留文字、合并和列宽，字体、边框和打印设置会丢。请先在 WPS 里另存为 .xlsx 再填，版式就能原样保留。'] : []),
    ...(unasked ? ['身份证号没有选定写法，已打码。要完整号码，请选定“完整号码”，以后这种表都照此填。'] : []),
    ...(rows === 0 ? ['选定的名单是空的，表里没有写入任何一行。'] : []),
  ]
}

function filledName({ file }: GatheredTemplate, asOf: string): string {
  return `${file.name.replace(/\.[^.]*$/, '')}（已填 ${asOf}）.xlsx`
}
