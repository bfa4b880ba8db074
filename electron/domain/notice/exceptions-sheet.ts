import type { PlainDate } from '../model/plain-date.ts'
import type { SheetModel } from '../report/sheet-model.ts'
import { chineseDate } from './notice-texts.ts'
import { plainSheet, type PlainColumn } from './plain-sheet.ts'

export interface ExceptionLine {
  readonly number: string
  readonly postedOn: PlainDate
  readonly field: string
  readonly reason: string
  readonly decidedBy: string
  readonly recordedOn: PlainDate
}

export interface ExceptionRecord {
  readonly township: string
  readonly on: PlainDate
  readonly journalHead: string
  /** Notices issued, with or without an exception. */
  readonly notices: number
  readonly lines: readonly ExceptionLine[]
}

const COLUMNS: readonly PlainColumn[] = [
  { title: '序号', width: 40, style: 'tableNumber' },
  { title: '公示编号', width: 160, style: 'tableCentered' },
  { title: '张贴日', width: 75, style: 'tableCentered' },
  { title: '例外公开的栏目', width: 130, style: 'tableCentered' },
  { title: '理由', width: 195, style: 'tableText' },
  { title: '决定人', width: 70, style: 'tableCentered' },
  { title: '登记日期', width: 75, style: 'tableCentered' },
]

/** 公开内容例外记录, as paper: the answer to "why did that stand on the wall". */
export function exceptionsSheet({ township, on, journalHead, notices, lines }: ExceptionRecord): SheetModel {
  const none =
    lines.length === 0
      ? '从未公开过规定以外的内容。'
      : `其中 ${lines.length} 处经决定公开了规定以外的内容，全部隐去中间各位后作为文字写入。`
  return plainSheet({
    name: '公开内容例外记录',
    title: '公开内容例外记录',
    subtitle: township,
    paragraphs: [`　　截至${chineseDate(on)}，共发布公示 ${notices} 份，${none}`],
    columns: COLUMNS,
    rows:
      lines.length === 0
        ? [['', '—', '—', '无', '—', '—', '—']]
        : lines.map((line, place) => [
            String(place + 1),
            line.number,
            line.postedOn,
            line.field,
            line.reason,
            line.decidedBy,
            line.recordedOn,
          ]),
    closing: ['说明：公示平时只列姓名、性别、职务（岗位）、职称、编制类别、进入时间、渠道、在编状况、编制卡（证）号。'],
    footerNote: `公开内容例外记录　台账 ${journalHead.slice(0, 8)}…${journalHead.slice(-8)}`,
    orientation: 'landscape',
  })
}
