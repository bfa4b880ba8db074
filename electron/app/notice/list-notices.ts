import type { Input, Output } from '../../contract/operations.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { townshipName } from '../../domain/notice/notice-content.ts'
import { objectionFigures } from '../../domain/notice/objection-figures.ts'
import { defaultIssuer, defaultTitle } from '../../domain/notice/notice-texts.ts'
import { loadSnapshot } from '../../store/load-snapshot.ts'
import { readNoticeLife, type NoticeLife } from '../../store/notice-life-store.ts'
import { readNotices, readNoticeSettings, type StoredNotice } from '../../store/notice-store.ts'
import type { QueryContext } from '../context.ts'

/** Issued notices, newest first, with where each stands, and what a new one begins with: the texts of the last, else the township's own name. */
export async function listNotices(_input: Input<'notice.list'>, context: QueryContext): Promise<Output<'notice.list'>> {
  const settings = await readNoticeSettings(context.db)
  const today = context.clock.today()
  const township = townshipName(await loadSnapshot(context.db, today))
  const life = await readNoticeLife(context.db)
  const notices = await readNotices(context.db)
  const lastSigned = (who: 'checkedBy' | 'reviewedBy') => notices.find((notice) => notice[who] !== null)?.[who] ?? ''
  return {
    notices: notices.map((notice) => ({ ...noticeView(notice), ...standingOf(notice, life, today) })),
    defaults: {
      issuer: filled(settings.issuer, defaultIssuer(township)),
      phone: settings.phone ?? '',
      address: settings.address ?? '',
      mailbox: settings.mailbox ?? '',
      title: filled(settings.title, defaultTitle(township)),
    },
    signers: { checkedBy: lastSigned('checkedBy'), reviewedBy: lastSigned('reviewedBy') },
  }
}

function filled(text: string | undefined, otherwise: string): string {
  return text === undefined || text === '' ? otherwise : text
}

/** Stage and objections of a notice on a day. */
export function standingOf(
  notice: StoredNotice,
  life: NoticeLife,
  today: PlainDate,
): Pick<Output<'notice.list'>['notices'][number], 'stage' | 'objections' | 'closedOn' | 'archivedOn'> {
  const closedOn = life.closings.find((row) => row.notice_id === notice.id)?.closed_on ?? null
  const archivedOn = life.archives.find((row) => row.notice_id === notice.id)?.archived_on ?? null
  const objections = life.objections.map((row) => ({
    id: row.id,
    noticeId: row.notice_id,
    receivedOn: row.received_on,
    closedOn: row.closed_on,
    outcome: row.outcome,
  }))
  const over = notice.endsOn !== null && notice.endsOn < today
  const stage = archivedOn !== null ? 'archived' : closedOn !== null ? 'closed' : over ? 'due' : 'posted'
  return { stage, objections: objectionFigures(objections, { noticeId: notice.id }), closedOn, archivedOn }
}

/** A stored notice as every door shows it. */
export function noticeView(notice: StoredNotice): Output<'notice.issue'> {
  return {
    id: notice.id,
    number: notice.number,
    layout: notice.layout,
    asOf: notice.asOf,
    postedOn: notice.postedOn,
    workingDays: notice.workingDays,
    endsOn: notice.endsOn,
    fileName: notice.fileName,
    sha256: notice.sha256,
    issuedAt: notice.issuedAt,
    checkedBy: notice.checkedBy,
    checkedOn: notice.checkedOn,
    reviewedBy: notice.reviewedBy,
    reviewedOn: notice.reviewedOn,
  }
}
