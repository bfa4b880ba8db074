import { enlargeToA3 } from '../report/paper.ts'
import type { SheetModel, SheetRow } from '../report/sheet-model.ts'
import { TYPE_SIZES } from '../report/text-metrics.ts'
import { footRows, headRows, noticeTitle } from './frame-rows.ts'
import { noticeContent, type NoticeContent, type NoticeFacts } from './notice-content.ts'
import { footerNote, type NoticeOptions } from './notice-texts.ts'
import { tableHeader, tableRows, TABLE_WIDTHS } from './table-rows.ts'
import { treeHeader, treeRows, TREE_WIDTHS } from './tree-rows.ts'

export interface NoticeInput extends NoticeFacts {
  readonly options: NoticeOptions
}

export interface NoticeSheet {
  readonly title: string
  /** People on the sheet: the in-quota list. */
  readonly listed: number
  /** Not yet divided into pages: see `paginate`. */
  readonly sheet: SheetModel
}

/**
 * The public notice of one day. Only the in-quota list stands on it (seed 000: 定编到人，张榜公示; 超编和不合规人员不纳入), in public columns only.
 * Two layouts that are really posted: `tree` by office (A4 portrait), `table` by person (A4 landscape); on A3 the same, enlarged.
 */
export function buildNotice(input: NoticeInput): NoticeSheet {
  const { options } = input
  const content = noticeContent(input)
  const sheet = options.layout === 'tree' ? treeSheet(content, options) : tableSheet(content, options)
  return { title: noticeTitle(content, options), listed: content.listed, sheet: options.paper === 'A3' ? enlargeToA3(sheet) : sheet }
}

function treeSheet(content: NoticeContent, options: NoticeOptions): SheetModel {
  return assemble(content, options, TREE_WIDTHS, treeHeader(), treeRows(content), { orientation: 'portrait', margins: { top: 60, right: 42.5, bottom: 60, left: 42.5 } })
}

function tableSheet(content: NoticeContent, options: NoticeOptions): SheetModel {
  return assemble(content, options, TABLE_WIDTHS, tableHeader(), tableRows(content), { orientation: 'landscape', margins: { top: 50, right: 48, bottom: 52, left: 48 } })
}

function assemble(content: NoticeContent, options: NoticeOptions, columnWidths: readonly number[], header: SheetRow, body: readonly SheetRow[], page: Pick<SheetModel, 'orientation' | 'margins'>): SheetModel {
  const head = headRows(content, options, columnWidths)
  const last = body.length - 1
  return {
    name: '公示',
    paper: 'A4',
    ...page,
    columnWidths,
    fontSizes: TYPE_SIZES,
    repeatRows: { first: head.length, last: head.length },
    // The last row of the list stays with the closing: a page that holds nothing but the signature proves nothing.
    rows: [...head, header, ...body.map((row, index) => (index === last ? { ...row, keepWithNext: true } : row)), ...footRows(content, options, columnWidths)],
    footerNote: footerNote(options),
  }
}
