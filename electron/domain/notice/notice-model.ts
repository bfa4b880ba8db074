import { enlargeToA3 } from '../report/paper.ts'
import type { SheetModel } from '../report/sheet-model.ts'
import { TYPE_SIZES } from '../report/text-metrics.ts'
import { footRows, headRows, noticeTitle } from './frame-rows.ts'
import { noticeContent, type NoticeContent, type NoticeFacts } from './notice-content.ts'
import { footerNote, type NoticeOptions } from './notice-texts.ts'
import type { NoticeLayout } from './notice-layout.ts'
import { nineBody } from './nine-rows.ts'
import { shortBody } from './short-rows.ts'
import { tableBody, type SheetBody } from './table-rows.ts'
import { treeBody } from './tree-rows.ts'
import { unitsBody } from './unit-rows.ts'

export interface NoticeInput extends NoticeFacts {
  readonly options: NoticeOptions
}

export interface NoticeSheet {
  readonly title: string
  /** People on the sheet: the in-quota list. */
  readonly listed: number
  readonly content: NoticeContent
  /** Not yet divided into pages: see `paginate`. */
  readonly sheet: SheetModel
}

interface Drawing {
  readonly body: (content: NoticeContent) => SheetBody
  readonly page: Pick<SheetModel, 'orientation' | 'margins'>
}

const UPRIGHT: Drawing['page'] = { orientation: 'portrait', margins: { top: 60, right: 42.5, bottom: 60, left: 42.5 } }
const ACROSS: Drawing['page'] = { orientation: 'landscape', margins: { top: 50, right: 48, bottom: 52, left: 48 } }

const DRAWINGS: Readonly<Record<NoticeLayout, Drawing>> = {
  tree: { body: treeBody, page: UPRIGHT },
  table: { body: tableBody, page: ACROSS },
  nine: { body: nineBody, page: ACROSS },
  units: { body: unitsBody, page: ACROSS },
  short: { body: shortBody, page: UPRIGHT },
}

/**
 * The public notice of one day. Only the in-quota list stands on it (seed 000: 定编到人，张榜公示; 超编和不合规人员不纳入), in public columns only,
 * in one of the layouts that are really posted; on A3 the same, enlarged.
 */
export function buildNotice(input: NoticeInput): NoticeSheet {
  const { options } = input
  const content = noticeContent(input)
  const { body, page } = DRAWINGS[options.layout]
  const sheet = assemble(content, options, body(content), page)
  return {
    title: noticeTitle(content, options),
    listed: content.listed,
    content,
    sheet: options.paper === 'A3' ? enlargeToA3(sheet) : sheet,
  }
}

function assemble(
  content: NoticeContent,
  options: NoticeOptions,
  { widths, header, rows: body }: SheetBody,
  page: Drawing['page'],
): SheetModel {
  const head = headRows(content, options, widths)
  const last = body.length - 1
  return {
    name: '公示',
    paper: 'A4',
    ...page,
    columnWidths: widths,
    fontSizes: TYPE_SIZES,
    repeatRows: { first: head.length, last: head.length },
    // The last row of the list stays with the closing: a page that holds nothing but the signature proves nothing.
    rows: [
      ...head,
      header,
      ...body.map((row, index) => (index === last ? { ...row, keepWithNext: true } : row)),
      ...footRows(content, options, widths),
    ],
    footerNote: footerNote(options),
  }
}
