import type { ObjectionRecord } from '../model/book-snapshot.ts'
import type { PlainDate } from '../model/plain-date.ts'

/** 公示期间收到、办结、未办结、更正 of objections, by count. */
export interface ObjectionFigures {
  readonly received: number
  readonly closed: number
  readonly open: number
  /** Of the closed ones, those that put the book right. */
  readonly corrected: number
}

/**
 * What a 核查报告 reports (盐湖区: “公示期间，共收到举报和反映0件，已办结…变更修0件，未办结0件”): objections received from `from` to `to`, both days
 * included, as the snapshot knows them. `noticeId`: of one notice only. Take them from `BookSnapshot.objections`.
 */
export function objectionFigures(
  objections: readonly ObjectionRecord[],
  range: { readonly from?: PlainDate; readonly to?: PlainDate; readonly noticeId?: string } = {},
): ObjectionFigures {
  const own = objections.filter(
    (objection) =>
      (range.noticeId === undefined || objection.noticeId === range.noticeId) &&
      (range.from === undefined || objection.receivedOn >= range.from) &&
      (range.to === undefined || objection.receivedOn <= range.to),
  )
  const closed = own.filter((objection) => objection.closedOn !== null)
  return {
    received: own.length,
    closed: closed.length,
    open: own.length - closed.length,
    corrected: closed.filter((objection) => objection.outcome === 'corrected').length,
  }
}

/** 公示期间收到 2 件，办结 1 件，未办结 1 件，更正 1 件. */
export function objectionSentence({ received, closed, open, corrected }: ObjectionFigures): string {
  return `公示期间收到 ${received} 件，办结 ${closed} 件，未办结 ${open} 件，更正 ${corrected} 件`
}
