import type { Input, Output } from '../../contract/operations.ts'
import { figureOf } from '../../domain/fill/unit-fields.ts'
import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES } from '../../domain/model/quota-category.ts'
import { loadSnapshot } from '../../store/load-snapshot.ts'
import { readTemplateMapping, writeTemplateMapping } from '../../store/template-store.ts'
import type { QueryContext, CommandContext } from '../context.ts'
import { fillForm } from './fill-form.ts'
import { fieldsOf, gatherTemplate, sheetView, type GatheredTemplate } from './gather-template.ts'

/** A superior's blank form as it looks: every part with the mapping remembered for its shape or proposed. Changes nothing. */
export async function readTemplateFile(
  input: Input<'template.read'>,
  context: QueryContext,
): Promise<Output<'template.read'>> {
  const gathered = await gatherTemplate(input, context)
  const { file, raw, parts, others, title } = gathered
  const { units, quotas } = await loadSnapshot(context.db, context.clock.today())
  return {
    fileName: file.name,
    format: raw.format === 'xls' || raw.format === 'docx' ? raw.format : 'xlsx',
    title,
    sheets: raw.sheets.filter((sheet) => !sheet.hidden).map((sheet) => sheet.name),
    parts: parts.map(({ part, scope, fingerprint, mapping, source }) => ({
      key: part.key,
      sheet: part.sheet.name,
      kind: part.kind,
      title: part.title,
      headerRows: [...part.headerRows],
      columns: part.columns.map(({ column, header }) => ({ column, header })),
      mapping,
      remembered: source === 'remembered',
      fingerprint,
      about: scope.says.join('、'),
      copy: part.copy,
      stopped: scope.stopped,
    })),
    others: [...others],
    fields: offeredFields(
      gathered,
      quotas.map(({ category }) => category),
    ),
    units: units.filter(({ kind }) => kind !== 'township').map(({ id, name }) => ({ id, name })),
    categories: QUOTA_CATEGORIES.filter((code) => quotas.some(({ category }) => category === code)).map((code) => ({
      code,
      title: QUOTA_CATEGORY_NAMES[code],
    })),
    views: [...new Set(parts.map(({ part }) => part.sheet))].map((sheet) => ({
      sheet: sheet.name,
      ...sheetView(sheet),
    })),
  }
}

/** Figures are offered for the categories the township has, and for those the form itself asks for. */
function offeredFields(
  { parts, catalogue }: GatheredTemplate,
  own: readonly string[],
): Output<'template.read'>['fields'] {
  const scopes = new Set<string>(['all', 'institutionAll', ...own])
  for (const { mapping } of parts) for (const { field } of mapping.columns) scopes.add(figureOf(field)?.scope ?? 'all')
  const offered = (kind: 'people' | 'units') =>
    fieldsOf(kind, catalogue)
      .filter(({ field }) => scopes.has(figureOf(field)?.scope ?? 'all'))
      .map(({ field, title, shape }) => ({ field, title, shape }))
  const [people, units] = [offered('people'), offered('units')]
  return {
    people,
    card: people,
    units,
    unitCard: units.filter(({ field }) => field !== 'count' && field !== 'sequence'),
    counts: units.filter(({ field }) => field === 'count' || figureOf(field) !== null),
  }
}

/** The form as it would be filled, and what went where. Changes nothing. ID numbers are masked: whole ones only in the file itself, which is journalled. */
export async function previewTemplate(
  input: Input<'template.preview'>,
  context: QueryContext,
): Promise<Output<'template.preview'>> {
  const [first = []] = await filesOf(input, context)
  const { report, form } = await fillForm(input, context, first, 'masked')
  const names = new Set(report.parts.map(({ sheet }) => sheet))
  return {
    ...report,
    views: form.workbook.sheets
      .filter(({ name }) => names.has(name))
      .map((sheet) => ({ sheet: sheet.name, ...sheetView(sheet) })),
  }
}

/** Remembers how parts of these shapes are filled. The same again writes nothing. */
export async function rememberTemplate(
  input: Input<'template.remember'>,
  context: CommandContext,
): Promise<Output<'template.remember'>> {
  const { parts, title } = await gatherTemplate(input, context, input.parts)
  const rows = new Map(
    parts
      .filter(({ source }) => source === 'given')
      .map(({ part, fingerprint, mapping }) => [
        fingerprint,
        { fingerprint, title: part.title, mapping: JSON.stringify(mapping) },
      ]),
  )
  const fresh: { readonly fingerprint: string; readonly title: string; readonly mapping: string }[] = []
  for (const row of rows.values())
    if ((await readTemplateMapping(context.db, row.fingerprint))?.mapping !== row.mapping) fresh.push(row)
  if (fresh.length === 0) return { seq: null }
  const columns = parts.reduce((sum, { mapping }) => sum + mapping.columns.length, 0)
  const { entry } = await context.commit(
    { summary: `记住上级表“${title}”的填法，${columns} 列` },
    async (tx, journal) => {
      for (const row of fresh)
        await writeTemplateMapping(tx, journal, {
          id: context.newId(),
          recorded_at: context.clock.now(),
          ...row,
        })
    },
  )
  return { seq: entry.seq }
}

/**
 * The filled form as a file, a card for several people as one each. No row changes; with whole ID numbers in it, an entry says so and is on the
 * disk before the file is handed out.
 */
export async function fillTemplate(
  input: Input<'template.fill'>,
  context: CommandContext,
): Promise<Output<'template.fill'>> {
  const [first = [], ...rest] = await filesOf(input, context)
  const { report, form, fileName, title } = await fillForm(input, context, first)
  const more = []
  for (const people of rest) more.push(await fillForm(input, context, people))
  const rows = more.reduce((sum, filled) => sum + filled.report.rows, report.rows)
  if (report.plainIdNumbers)
    await context.commit({ summary: `填上级表“${title}”，写入 ${rows} 人的完整身份证号` }, () => Promise.resolve())
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  return {
    ...report,
    problems: [...report.problems, ...more.flatMap((filled) => filled.report.problems)],
    rows,
    fileName,
    base64: base64(form.bytes),
    more: more.map((filled) => ({ fileName: filled.fileName, base64: base64(filled.form.bytes) })),
  }
}

/** Whose cards, file by file: those named, each once; as many a file as the form has cards of one kind. */
async function filesOf(input: Input<'template.fill'>, context: QueryContext): Promise<readonly (readonly string[])[]> {
  const { personId, personIds = [] } = input
  const people = [...new Set([...(personId === undefined ? [] : [personId]), ...personIds])]
  if (people.length < 2) return [people]
  const { parts } = await gatherTemplate(input, context, input.parts)
  const cards = Math.max(1, ...parts.map(({ part }) => part.copy))
  return Array.from({ length: Math.ceil(people.length / cards) }, (_, file) =>
    people.slice(file * cards, (file + 1) * cards),
  )
}
