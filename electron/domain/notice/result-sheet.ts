import type { PlainDate } from '../model/plain-date.ts'
import type { SheetModel } from '../report/sheet-model.ts'
import { objectionSentence, type ObjectionFigures } from './objection-figures.ts'
import { chineseDate, footerNote } from './notice-texts.ts'
import { plainSheet, type PlainColumn } from './plain-sheet.ts'

/** How one objection was settled, without whoever raised it. */
export interface SettledObjection {
  readonly receivedOn: PlainDate
  readonly channel: string
  readonly content: string
  /** 维持, 更正; null while it is open. */
  readonly outcome: string | null
  readonly answer: string | null
  readonly closedOn: PlainDate | null
}

export interface NoticeResult {
  readonly township: string
  readonly issuer: string
  readonly number: string
  readonly journalHead: string
  readonly postedOn: PlainDate
  /** Null: it hung without end and was taken down. */
  readonly endsOn: PlainDate | null
  readonly listed: number
  /** 办结日期; null while it is not closed. */
  readonly closedOn: PlainDate | null
  readonly figures: ObjectionFigures
  readonly objections: readonly SettledObjection[]
}

const COLUMNS: readonly PlainColumn[] = [
  { title: '序号', width: 40, style: 'tableNumber' },
  { title: '收到日期', width: 75, style: 'tableCentered' },
  { title: '方式', width: 60, style: 'tableCentered' },
  { title: '反映的问题', width: 220, style: 'tableText' },
  { title: '处理结果', width: 60, style: 'tableCentered' },
  { title: '答复', width: 215, style: 'tableText' },
  { title: '办结日期', width: 75, style: 'tableCentered' },
]

/** 公示结果, as paper: what came of the notice. Nobody who raised an objection is named. */
export function resultSheet(result: NoticeResult): SheetModel {
  const { figures, objections } = result
  return plainSheet({
    name: '公示结果',
    title: `${result.township}机构编制实名制公示结果`,
    subtitle: result.number,
    paragraphs: [openingText(result)],
    columns: COLUMNS,
    rows:
      objections.length === 0
        ? [['', '—', '—', '公示期间没有收到异议', '—', '—', '—']]
        : objections.map((objection, place) => [
            String(place + 1),
            objection.receivedOn,
            objection.channel,
            objection.content,
            objection.outcome ?? '未办结',
            objection.answer ?? '',
            objection.closedOn ?? '',
          ]),
    closing: [
      `说明：${objectionSentence(figures)}。${result.closedOn === null ? '公示尚未办结。' : `${chineseDate(result.closedOn)}办结。`}`,
      `${result.issuer}（盖章）　　　　　　　　　年　　月　　日`,
    ],
    footerNote: footerNote(result),
    orientation: 'landscape',
  })
}

function openingText({ number, postedOn, endsOn, listed, figures }: NoticeResult): string {
  const period =
    endsOn === null
      ? `自${chineseDate(postedOn)}起长期公开`
      : `自${chineseDate(postedOn)}起至${chineseDate(endsOn)}止公示期满`
  const told =
    figures.received === 0
      ? '公示期间没有收到异议，公示的名单和数字维持不变。'
      : figures.open > 0
        ? `公示期间收到异议 ${figures.received} 件，还有 ${figures.open} 件没有办结。`
        : `公示期间收到异议 ${figures.received} 件，全部办结，其中更正 ${figures.corrected} 件，维持 ${figures.closed - figures.corrected} 件，逐件结果如下。`
  return `　　${number}列入 ${listed} 人，${period}。${told}`
}
