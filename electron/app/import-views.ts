import type { Output } from '../contract/operations.ts'
import type { ImportRowView, ImportSheetView } from '../contract/import-operations.ts'
import type { ImportPlan, PlannedRow } from '../domain/import-plan/import-plan.ts'
import { shownText } from '../domain/import-plan/raw-workbook.ts'
import type { RecognisedSheet } from '../domain/import-plan/recognised-workbook.ts'

/** A screen shows the sheet to its 400th row; what happens to later rows is in the list of rows. */
const SHOWN_ROWS = 400

type Summary = Omit<Output<'import.commit'>, 'committed' | 'seq'>

/** Figures and lists that preview and confirmation share. */
export function importSummary(plan: ImportPlan): Summary {
  const { quotas, people, others, concurrent } = plan.counts
  const sum = (key: 'added' | 'updated' | 'unchanged') => quotas[key] + people[key] + others[key] + concurrent[key]
  return {
    added: sum('added'), updated: sum('updated'), unchanged: sum('unchanged'),
    counts: plan.counts,
    absent: plan.absent,
    refused: plan.refused.map((cell) => ({ ...cell })),
    repaired: plan.repaired.map((cell) => ({ ...cell })),
  }
}

/** One row of the sheet, marked up. */
export function importRowView(row: PlannedRow): ImportRowView {
  return { ...row, changes: row.changes.map((change) => ({ ...change })), notes: row.notes.map((note) => ({ ...note })) }
}

/** One sheet as found. */
export function importSheetView(sheet: RecognisedSheet): ImportSheetView {
  const width = sheet.columns.length
  return {
    sheet: sheet.name,
    purpose: sheet.purpose,
    headerRows: [...sheet.headerRows],
    columns: sheet.columns.map(({ letters, header, field, sample }) => ({ column: letters, header, field, sample: [...sample] })),
    rows: sheet.rows.slice(0, SHOWN_ROWS).map(({ row, role }) => ({ row, role, cells: Array.from({ length: width }, (_, index) => shownText(sheet.source.rows[row - 1]?.[index])) })),
    skipped: sheet.rows.flatMap(({ row, why }) => (why === null ? [] : [{ row, why }])),
  }
}
