import type { Output } from '../../contract/operations.ts'
import type { ImportQuestionView, ImportRowView, ImportSheetView } from '../../contract/import-operations.ts'
import type { ImportPlan, PlannedRow } from '../../domain/import-plan/import-plan.ts'
import { FIELD_LIST } from '../../domain/table/fields.ts'
import { isMany, putInto } from '../../domain/model/one-or-more.ts'
import { unusedColumns } from '../../domain/import-plan/unused-columns.ts'
import { shownText, type RawSheet } from '../../domain/table/raw-workbook.ts'
import { compact } from '../../domain/table/sheet-grid.ts'
import type { Question, TableRecord } from '../../domain/table/table-types.ts'
import type { RecognisedSheet, RecognisedWorkbook } from '../../domain/table/recognised-workbook.ts'

type Summary = Omit<Output<'import.commit'>, 'committed' | 'seq'>

/** Figures and lists that preview and confirmation share. */
export function importSummary(plan: ImportPlan, workbook: RecognisedWorkbook): Summary {
  const { quotas, people, others, concurrent } = plan.counts
  const sum = (key: 'added' | 'updated' | 'unchanged') => quotas[key] + people[key] + others[key] + concurrent[key]
  return {
    added: sum('added'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    counts: plan.counts,
    absent: plan.absent,
    refused: plan.refused.map((cell) => ({ ...cell })),
    repaired: plan.repaired.map((cell) => ({ ...cell })),
    questions: workbook.questions.map(questionView),
    offers: workbook.offers.map(questionView),
    notes: [...workbook.notes],
    unused: unusedColumns(workbook).map((column) => ({ ...column })),
  }
}

function questionView(question: Question): ImportQuestionView {
  return { ...question, rows: [...question.rows], choices: question.choices.map((choice) => ({ ...choice })) }
}

/** The rows of the sheets, marked up. What only tells where a value comes from is told as that and not as a note. */
export function importRowViews(rows: readonly PlannedRow[], workbook: RecognisedWorkbook): ImportRowView[] {
  const records = new Map<string, Map<number, TableRecord | TableRecord[]>>()
  for (const record of workbook.sheets.flatMap((sheet) => [...sheet.people, ...sheet.quotas])) {
    const byRow = records.get(record.sheet) ?? new Map<number, TableRecord | TableRecord[]>()
    records.set(record.sheet, byRow)
    putInto(byRow, record.row, record)
  }
  const nameOf = (record: TableRecord) => compact(shownText(record.values.get('name')?.cell))
  return rows.map((row) => {
    const own = records.get(row.sheet)?.get(row.row)
    const record =
      own !== undefined && isMany(own) ? own.find((one) => nameOf(one) !== '' && row.title.includes(nameOf(one))) : own
    const origins = record === undefined ? [] : originsOf(record)
    return {
      ...row,
      changes: row.changes.map((change) => ({ ...change })),
      origins,
      notes: row.notes.length === 0 ? [] : notesBeside(row.notes, origins),
    }
  })
}

function notesBeside(notes: PlannedRow['notes'], origins: ImportRowView['origins']): ImportRowView['notes'] {
  const told = origins.flatMap(({ from }) => (from === null ? [] : [`：${from}。`]))
  return notes.filter((note) => !told.some((end) => note.text.endsWith(end))).map((note) => ({ ...note }))
}

/** Office and 编制 always, for they decide where somebody counts; any other value where it is not its own cell's text. */
function originsOf({ values }: TableRecord): ImportRowView['origins'] {
  const origins: ImportRowView['origins'] = []
  for (const [field, { cell, letters, from }] of values) {
    if (from === null && field !== 'unit' && field !== 'category') continue
    const title = FIELD_TITLES.get(field)
    if (title !== undefined)
      origins.push({ column: letters === '' ? null : letters, title, value: shownText(cell), from })
  }
  return origins
}

const FIELD_TITLES: ReadonlyMap<string, string> = new Map(
  FIELD_LIST.toReversed().map(({ field, title }) => [field, title]),
)

function cellsOf(row: RawSheet['rows'][number] | undefined, width: number): string[] {
  const cells: string[] = []
  for (let column = 0; column < width; column += 1) cells.push(shownText(row?.[column]))
  return cells
}

/** One sheet as found. */
export function importSheetView(sheet: RecognisedSheet): ImportSheetView {
  const width = sheet.columns.length
  return {
    sheet: sheet.name,
    purpose: sheet.purpose,
    headerRows: [...sheet.headerRows],
    columns: sheet.columns.map(({ letters, header, field, sample }) => ({
      column: letters,
      header,
      field,
      sample: [...sample],
    })),
    rows: sheet.rows.map(({ row, role }) => ({ row, role, cells: cellsOf(sheet.source.rows[row - 1], width) })),
    groups: sheet.groups.map((group) => ({ ...group })),
    skipped: sheet.rows.flatMap(({ row, why }) => (why === null ? [] : [{ row, why }])),
  }
}
