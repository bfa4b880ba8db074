import type { Input, Output } from '../contract/operations.ts'
import type { SheetPreview } from '../contract/notice-operations.ts'
import { pageSize } from '../domain/report/paper.ts'
import type { SheetPageRows } from '../domain/report/paginate.ts'
import type { SheetModel } from '../domain/report/sheet-model.ts'
import { indexSnapshot } from '../domain/rules/snapshot-index.ts'
import type { QueryContext } from './context.ts'
import { draftNotice, type NoticeDraft } from './draft-notice.ts'

/** The notice as it would be printed, page by page, and everybody who would not stand on it, with the reason. */
export async function previewNotice(input: Input<'notice.preview'>, context: QueryContext): Promise<Output<'notice.preview'>> {
  const draft = await draftNotice(input, context)
  return {
    title: draft.title,
    number: draft.number,
    asOf: draft.asOf,
    endsOn: draft.endsOn,
    listed: draft.listed,
    leftOff: leftOff(draft),
    preview: previewOf(draft.sheet, draft.pages),
  }
}

function leftOff(draft: NoticeDraft): Output<'notice.preview'>['leftOff'] {
  const { snapshot, roster } = draft.state
  const index = indexSnapshot(snapshot)
  const holdings = new Map(snapshot.holdings.map((holding) => [holding.id, holding]))
  return roster
    .filter((entry) => entry.list !== 'in-quota')
    .map((entry) => {
      const holding = holdings.get(entry.holdingId)
      const unit = holding === undefined ? undefined : index.unitOf(holding)
      return { name: index.person(entry.personId)?.name ?? '', unit: unit?.name ?? '', list: entry.list, why: entry.why ?? '' }
    })
}

/** Pages of a paginated sheet as the screen draws them: every page with its own rows from 0, repeated header rows included. */
export function previewOf(sheet: SheetModel, pages: readonly SheetPageRows[]): SheetPreview {
  const { width, height } = pageSize(sheet)
  return {
    paper: sheet.paper,
    orientation: sheet.orientation,
    pageWidth: width,
    pageHeight: height,
    margins: sheet.margins,
    columnWidths: [...sheet.columnWidths],
    fontSizes: sheet.fontSizes,
    footer: sheet.footerNote,
    pages: pages.map((page) => {
      const rows = page.rowIndexes.flatMap((index) => sheet.rows[index] ?? [])
      return { rowHeights: rows.map((row) => row.height), cells: rows.flatMap((row, place) => row.cells.map(({ column, columnSpan, rowSpan, text, style }) => ({ row: place, column, rowSpan, columnSpan, text, style }))) }
    }),
  }
}
