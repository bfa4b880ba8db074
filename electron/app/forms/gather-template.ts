import type { Catalogue } from '../../vocabulary/catalogue.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input } from '../../contract/operations.ts'
import {
  templateMapping,
  type TemplateMappingInput,
  type TemplateSheetView,
} from '../../contract/template-operations.ts'
import { shownText, type RawSheet, type RawWorkbook } from '../../domain/table/raw-workbook.ts'
import { formFields } from '../../domain/fill/form-fields.ts'
import { withOwnColumns } from '../../domain/fill/own-columns.ts'
import { formUnits } from '../../domain/fill/form-units.ts'
import { IN_POST } from '../../domain/fill/counted-person.ts'
import { namesGroup, plainTitle, readScope, type FormScope } from '../../domain/fill/form-scope.ts'
import { withLentHeads } from '../../domain/fill/lent-heads.ts'
import { withOwnLabels } from '../../domain/fill/own-restrictions.ts'
import type { FieldShape } from '../../domain/fill/person-fields.ts'
import type { NamedUnit } from '../../domain/fill/label-context.ts'
import { readForm, type FormPart, type ReadForm } from '../../domain/fill/read-form.ts'
import { shapeText } from '../../domain/fill/template-mapping.ts'
import type { TemplateKind } from '../../vocabulary/templates.ts'
import { UNIT_FIELDS } from '../../domain/fill/unit-fields.ts'
import { loadSnapshot } from '../../store/load-snapshot.ts'
import { sha256 } from '../../store/canonical.ts'
import { readCatalogue } from '../../store/own-field-store.ts'
import { readTemplateMapping } from '../../store/template-store.ts'
import type { QueryContext, StagedFile } from '../context.ts'

/** A part of a blank form as read, whom it is about, how it will be filled, and by what it is known again. */
export interface GatheredPart {
  readonly part: FormPart
  readonly scope: FormScope
  readonly fingerprint: string
  readonly mapping: TemplateMappingInput
  readonly source: 'given' | 'remembered' | 'proposed'
}

export interface GatheredTemplate {
  readonly file: StagedFile
  readonly raw: RawWorkbook
  readonly parts: readonly GatheredPart[]
  readonly others: ReadForm['others']
  readonly title: string
  /** 参公 has a table of its own: 事业 is the rest. */
  readonly apart: boolean
  /** Every field of a person the book knows. */
  readonly catalogue: Catalogue
}

export interface TemplateField {
  readonly field: string
  readonly title: string
  readonly shape: FieldShape
}

export type GivenMappings = NonNullable<Input<'template.preview'>['parts']>

/** A staged form is read once, however often it is mapped and previewed. It goes when the file goes. */
const READ = new WeakMap<StagedFile, RawWorkbook>()

const SHOWN_ROWS = 80

/**
 * Reads the staged form and finds each part's mapping: the one given, else the remembered one of its shape, else the proposed one.
 * @throws `template_unsupported`, `template_no_header`, `template_no_name`, `template_changed`, and what reading a file may throw.
 */
export async function gatherTemplate(
  input: Pick<Input<'template.preview'>, 'fileId' | 'sheet' | 'headerRow' | 'asOf'>,
  context: QueryContext,
  given: GivenMappings = [],
): Promise<GatheredTemplate> {
  const file = context.stagedFile(input.fileId)
  const raw = await readOnce(file, context)
  if (raw.format !== 'xlsx' && raw.format !== 'xls' && raw.format !== 'docx')
    throw new Refusal('template_unsupported', { file: file.name })
  const catalogue = await readCatalogue(context.db)
  const units = await namedUnits(context, input.asOf)
  const read = readForm(raw, input, units)
  const { others } = read
  const parts = withOwnColumns(read.parts, catalogue)
  if (parts.length === 0) {
    if (input.headerRow !== undefined) throw new Refusal('template_no_name', { file: file.name, row: input.headerRow })
    throw new Refusal('template_no_header', { file: file.name })
  }
  if (given.some(({ key }) => !parts.some((part) => part.key === key))) throw new Refusal('template_changed')
  const apart = parts.some(({ titles }) =>
    titles.some((text) => /参公|参照公务员/u.test(text) && !/含参公/u.test(text)),
  )
  const gathered: GatheredPart[] = []
  for (const found of parts) {
    const people = found.kind === 'people'
    const heads = people ? found.columns.map(({ header }) => header).join(' ') : ''
    const titled = readScope(withNotes(found), units, apart, people ? found.beside : askedBy(found), heads)
    const scope = withSection(withOwnLabels(titled, found, units), found)
    const part = withLentHeads(found, scope)
    const fingerprint = sha256(shapeText(part.kind, part.columns, scope.says))
    const own = given.find(({ key }) => key === part.key)?.mapping
    const remembered = own === undefined ? await rememberedMapping(context, fingerprint, part.kind) : undefined
    gathered.push({
      part,
      scope,
      fingerprint,
      mapping: own ?? remembered ?? proposedMapping(part, scope),
      source: own !== undefined ? 'given' : remembered === undefined ? 'proposed' : 'remembered',
    })
  }
  return { file, raw, catalogue, parts: gathered, others, apart, title: parts[0]?.title ?? file.name }
}

/** The titles of a part with the notes below it, which come before what stands nearer. */
const withNotes = ({ titles: [sheet = '', ...titles], notes }: FormPart) => [sheet, ...notes, ...titles]

/** A group, or one of the lists side by side, whose heading says nothing the book knows is not filled with everybody. */
function withSection(scope: FormScope, { section, kind, titles }: FormPart): FormScope {
  if (kind !== 'people' || scope.stopped !== null) return scope
  const nearest = plainTitle(titles.at(-1) ?? '')
  if (section === null && namesGroup(nearest) && !scope.says.includes(nearest))
    return { ...scope, stopped: `“${nearest.slice(0, 24)}”：认不出是哪些人，没有填` }
  if (section === null) return scope
  return scope.says.includes(plainTitle(section))
    ? scope
    : { ...scope, stopped: `“${section.slice(0, 24)}”：认不出是哪些人，没有填` }
}

function askedBy({ columns, printed }: FormPart): string {
  return [...columns.map(({ header }) => header), ...printed.map(({ labels }) => labels.join('/'))].join(' ')
}

/** The book's units on the day, and the township. */
async function namedUnits(context: QueryContext, asOf: string | undefined): Promise<readonly NamedUnit[]> {
  return formUnits(await loadSnapshot(context.db, asOf ?? context.clock.today()))
}

async function readOnce(file: StagedFile, context: QueryContext): Promise<RawWorkbook> {
  const known = READ.get(file)
  if (known !== undefined) return known
  const raw = await context.excel.parse(file, { signal: context.signal, report: context.report, choices: true })
  READ.set(file, raw)
  return raw
}

async function rememberedMapping(
  context: QueryContext,
  fingerprint: string,
  kind: TemplateKind,
): Promise<TemplateMappingInput | undefined> {
  const row = await readTemplateMapping(context.db, fingerprint)
  if (row === undefined) return undefined
  // An older or newer program may have known other fields: what is not understood is proposed anew.
  const parsed = templateMapping.safeParse(JSON.parse(row.mapping))
  return parsed.success && parsed.data.kind === kind ? parsed.data : undefined
}

function proposedMapping(part: FormPart, scope: FormScope): TemplateMappingInput {
  return {
    kind: part.kind,
    lists: [...(scope.lists ?? usualLists(part.kind, scope))],
    categories: null,
    unitIds: null,
    columns: part.columns.flatMap(({ column, field, format }) => (field === null ? [] : [{ column, field, format }])),
  }
}

/**
 * Whom a form is about that does not say so: numbers are of everybody counted, and so are lists of 在编 and 实有 people; other lists name those
 * whose standing is in order. Either is said in the report.
 */
function usualLists(kind: TemplateKind, { inPost }: FormScope): typeof IN_POST {
  return inPost || kind === 'counts' || kind === 'units' || kind === 'unitCard' ? IN_POST : ['in-quota']
}

/** The fields a form of a kind can ask for. */
export function fieldsOf(kind: TemplateKind, catalogue: Catalogue): readonly TemplateField[] {
  return kind === 'people' || kind === 'card' ? formFields(catalogue) : UNIT_FIELDS
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
