import { OperationError } from '../contract/errors.ts'
import type { Input } from '../contract/operations.ts'
import { endOfWorkingDays } from '../domain/calendar/working-days.ts'
import type { PlainDate } from '../domain/model/plain-date.ts'
import { hasMobileNumber, tidyDeskPhone } from '../domain/notice/desk-phone.ts'
import { townshipName } from '../domain/notice/notice-content.ts'
import { buildNotice } from '../domain/notice/notice-model.ts'
import { nextNoticeNumber } from '../domain/notice/notice-number.ts'
import { defaultIssuer, defaultTitle } from '../domain/notice/notice-texts.ts'
import { paginate, type SheetPageRows } from '../domain/report/paginate.ts'
import type { SheetModel } from '../domain/report/sheet-model.ts'
import { indexSnapshot } from '../domain/rules/snapshot-index.ts'
import { readHead } from '../store/journal.ts'
import { readNotices, readNoticeSettings, type NoticeSettings } from '../store/notice-store.ts'
import type { QueryContext } from './context.ts'
import { readBookState, type BookState } from './read-book-state.ts'

/** A notice as it would be issued now: preview and issue draw the same one. */
export interface NoticeDraft {
  readonly state: BookState
  readonly title: string
  readonly number: string
  readonly asOf: PlainDate
  readonly endsOn: PlainDate
  readonly listed: number
  readonly sheet: SheetModel
  readonly pages: readonly SheetPageRows[]
  /** Hash of the newest journal entry the sheet rests on. */
  readonly head: string
  readonly settings: NoticeSettings
}

/**
 * Gathers the book's state, the next number and the remembered texts, and lays out the sheet. What the input leaves out is taken from the last
 * notice; an empty text leaves it off. @throws notice_phone_mobile, holiday_calendar_missing, notice_empty.
 */
export async function draftNotice(input: Input<'notice.preview'>, context: Pick<QueryContext, 'db' | 'clock'>): Promise<NoticeDraft> {
  if (input.phone !== undefined && hasMobileNumber(input.phone)) throw new OperationError('notice_phone_mobile', { phone: input.phone })
  const end = endOfWorkingDays(input.from, input.days)
  if ('missingYear' in end) throw new OperationError('holiday_calendar_missing', { year: end.missingYear })
  const asOf = input.asOf ?? context.clock.today()
  const { hash: head } = await readHead(context.db)
  const state = await readBookState(context.db, asOf)
  const township = townshipName(state.snapshot)
  const settings = givenSettings(input, township)
  const remembered = await readNoticeSettings(context.db)
  const issued = await readNotices(context.db)
  const number = nextNoticeNumber(township, input.from.slice(0, 4), issued.map((notice) => notice.number))
  const built = buildNotice({
    snapshot: state.snapshot,
    figures: state.figures,
    roster: state.roster,
    index: indexSnapshot(state.snapshot),
    options: { layout: input.layout, from: input.from, endsOn: end.endsOn, days: input.days, asOf, paper: input.paper ?? 'A4', number, journalHead: head, ...mergedSettings(settings, remembered) },
  })
  if (built.listed === 0) throw new OperationError('notice_empty')
  const { sheet, pages } = paginate(built.sheet)
  return { state, title: built.title, number, asOf, endsOn: end.endsOn, listed: built.listed, sheet, pages, head, settings }
}

/** A title or issuer that is only the township's own name stays empty, so that it follows the name when that changes. */
function givenSettings(input: Input<'notice.preview'>, township: string): NoticeSettings {
  return {
    title: input.title === defaultTitle(township) ? '' : input.title,
    issuer: input.issuer === defaultIssuer(township) ? '' : input.issuer,
    phone: input.phone === undefined ? undefined : tidyDeskPhone(input.phone),
    address: input.address,
    mailbox: input.mailbox,
  }
}

function mergedSettings(given: NoticeSettings, remembered: NoticeSettings): NoticeSettings {
  return {
    title: given.title ?? remembered.title,
    issuer: given.issuer ?? remembered.issuer,
    phone: given.phone ?? remembered.phone,
    address: given.address ?? remembered.address,
    mailbox: given.mailbox ?? remembered.mailbox,
  }
}
