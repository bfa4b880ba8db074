import type { Input, Output } from '../contract/operations.ts'
import { figureOf } from '../domain/fill/unit-fields.ts'
import type { QueryContext } from './context.ts'
import { fieldsOf, gatherTemplate, sheetView, type GatheredTemplate } from './gather-template.ts'
import { loadSnapshot } from '../store/load-snapshot.ts'

/** A superior's blank form as it looks, with the mapping remembered for its shape or proposed. Changes nothing. */
export async function readTemplateFile(input: Input<'template.read'>, context: QueryContext): Promise<Output<'template.read'>> {
  const gathered = await gatherTemplate(input, context)
  const { file, raw, template, fingerprint, mapping, source } = gathered
  return {
    fileName: file.name,
    format: raw.format === 'xls' ? 'xls' : 'xlsx',
    title: template.title,
    sheets: raw.sheets.filter((sheet) => !sheet.hidden).map((sheet) => sheet.name),
    sheet: template.sheet.name,
    kind: template.kind,
    headerRows: [...template.headerRows],
    columns: template.columns.map(({ column, header }) => ({ column, header })),
    mapping,
    remembered: source === 'remembered',
    fingerprint,
    fields: await offeredFields(gathered, context),
    view: sheetView(template.sheet),
  }
}

/** Figures are offered for the categories the township has, and for those the form itself asks for. */
async function offeredFields({ template, mapping }: GatheredTemplate, context: QueryContext): Promise<Output<'template.read'>['fields']> {
  const { quotas } = await loadSnapshot(context.db, context.clock.today())
  const scopes = new Set<string>(['all', 'institutionAll', ...quotas.map((quota) => quota.category)])
  for (const { field } of mapping.columns) scopes.add(figureOf(field)?.scope ?? 'all')
  return fieldsOf(template.kind)
    .filter(({ field }) => scopes.has(figureOf(field)?.scope ?? 'all'))
    .map(({ field, title, shape }) => ({ field, title, shape }))
}
