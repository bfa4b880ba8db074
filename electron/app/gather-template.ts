import { OperationError } from '../contract/errors.ts'
import type { Input } from '../contract/operations.ts'
import { templateMapping, type TemplateMappingInput, type TemplateSheetView } from '../contract/template-operations.ts'
import { columnLetters, shownText, type RawSheet, type RawWorkbook } from '../domain/import-plan/raw-workbook.ts'
import { PERSON_FIELDS, type FieldShape } from '../domain/fill/person-fields.ts'
import { readTemplate, type ReadTemplate } from '../domain/fill/read-template.ts'
import { shapeText, type TemplateKind } from '../domain/fill/template-mapping.ts'
import { UNIT_FIELDS } from '../domain/fill/unit-fields.ts'
import { sha256 } from '../store/canonical.ts'
import { readTemplateMapping } from '../store/template-store.ts'
import type { QueryContext, StagedFile } from './context.ts'

/** A blank form as read, how it will be filled, and by what it is known again. */
export interface GatheredTemplate {
  readonly file: StagedFile
  readonly raw: RawWorkbook
  readonly template: ReadTemplate
  readonly fingerprint: string
  readonly mapping: TemplateMappingInput
  readonly source: 'given' | 'remembered' | 'proposed'
}

export interface TemplateField {
  readonly field: string
  readonly title: string
  readonly shape: FieldShape
}

/** A staged form is read once, however often it is mapped and previewed. It goes when the file goes. */
const READ = new WeakMap<StagedFile, RawWorkbook>()

const SHOWN_ROWS = 80

/**
 * Reads the staged form and finds its mapping: the one given, else the remembered one of its shape, else the proposed one.
 * @throws `template_unsupported`, `template_no_header`, `template_no_name`, and what reading a file may throw.
 */
export async function gatherTemplate(input: Pick<Input<'template.read'>, 'fileId' | 'sheet' | 'headerRow'>, context: QueryContext, given?: TemplateMappingInput): Promise<GatheredTemplate> {
  const file = context.stagedFile(input.fileId)
  const raw = await readOnce(file, context)
  if (raw.format === 'csv') throw new OperationError('template_unsupported', { file: file.name })
  const template = readTemplate(raw, input)
  if (template === null) {
    if (input.headerRow !== undefined) throw new OperationError('template_no_name', { file: file.name, row: input.headerRow })
    throw new OperationError('template_no_header', { file: file.name })
  }
  const fingerprint = sha256(shapeText(template.kind, template.columns))
  const remembered = given === undefined ? await rememberedMapping(context, fingerprint, template.kind) : undefined
  return { file, raw, template, fingerprint, mapping: given ?? remembered ?? proposedMapping(template), source: given !== undefined ? 'given' : remembered === undefined ? 'proposed' : 'remembered' }
}

async function readOnce(file: StagedFile, context: QueryContext): Promise<RawWorkbook> {
  const known = READ.get(file)
  if (known !== undefined) return known
  const raw = await context.excel.parse(file, { signal: context.signal, report: context.report })
  READ.set(file, raw)
  return raw
}

async function rememberedMapping(context: QueryContext, fingerprint: string, kind: TemplateKind): Promise<TemplateMappingInput | undefined> {
  const row = await readTemplateMapping(context.db, fingerprint)
  if (row === undefined) return undefined
  // An older or newer program may have known other fields: what is not understood is proposed anew.
  const parsed = templateMapping.safeParse(JSON.parse(row.mapping))
  return parsed.success && parsed.data.kind === kind ? parsed.data : undefined
}

function proposedMapping(template: ReadTemplate): TemplateMappingInput {
  return {
    kind: template.kind,
    lists: ['in-quota'],
    columns: template.columns.flatMap(({ column, field, format }) => (field === null ? [] : [{ column, field, format }])),
  }
}

/** The fields a form of a kind can ask for. */
export function fieldsOf(kind: TemplateKind): readonly TemplateField[] {
  return kind === 'units' ? UNIT_FIELDS : PERSON_FIELDS
}

/** The first rows of a sheet as they look. */
export function sheetView(sheet: RawSheet): TemplateSheetView {
  const rows = sheet.rows.slice(0, SHOWN_ROWS)
  const width = Math.max(0, ...rows.map((row) => row.length))
  return {
    rows: rows.map((row) => Array.from({ length: width }, (_, column) => shownText(row[column]))),
    merges: sheet.merges.filter((merge) => merge.top < SHOWN_ROWS).map((merge) => ({ ...merge })),
    more: sheet.rows.length - rows.length,
  }
}

/** 0-based place of a column's letters within a form; -1 for one it does not have. */
export function columnIndex(template: ReadTemplate, letters: string): number {
  return template.columns.findIndex((column, index) => column.column === letters && columnLetters(index) === letters)
}
