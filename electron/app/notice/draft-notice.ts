import { Refusal } from '../../vocabulary/refusals.ts'
import { NOTICE_EXCEPTION_TITLES, NOTICE_LAYOUT_TITLES } from '../../contract/notice-operations.ts'
import type { Input } from '../../contract/operations.ts'
import { endOfWorkingDays } from '../../domain/calendar/working-days.ts'
import type { BookSnapshot } from '../../domain/model/book-snapshot.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { hasMobileNumber, tidyDeskPhone } from '../../domain/notice/desk-phone.ts'
import { townshipName, type NoticeContent } from '../../domain/notice/notice-content.ts'
import {
  NOTICE_EXCEPTION_FIELDS,
  takesExceptions,
  type NoticeExceptionField,
} from '../../domain/notice/notice-exceptions.ts'
import type { NoticeTexts } from '../../domain/notice/notice-fingerprint.ts'
import { buildNotice } from '../../domain/notice/notice-model.ts'
import { nextNoticeNumber } from '../../domain/notice/notice-number.ts'
import { defaultIssuer, defaultTitle, type NoticeOptions } from '../../domain/notice/notice-texts.ts'
import { wayAroundMissingYear, type Obstacle } from '../../domain/notice/notice-obstacles.ts'
import type { Doubt } from '../../domain/notice/notice-doubts.ts'
import { paginate, type SheetPageRows } from '../../domain/report/paginate.ts'
import type { SheetModel } from '../../domain/report/sheet-model.ts'
import { indexSnapshot } from '../../domain/model/snapshot-index.ts'
import { readFindingMarks } from '../../store/finding-store.ts'
import { readHead } from '../../store/journal.ts'
import { readNotices, readNoticeSettings, type NoticeSettings } from '../../store/notice-store.ts'
import type { QueryContext } from '../context.ts'
import type { BookState } from '../../domain/state/book-state.ts'
import { readBookState } from '../read-book-state.ts'
import { judgeNotice } from './judge-notice.ts'

/** A notice as it would be issued now: preview and issue draw the same one. */
export interface NoticeDraft {
  readonly state: BookState
  readonly title: string
  readonly number: string
  readonly asOf: PlainDate
  /** Null: 长期公开. */
  readonly endsOn: PlainDate | null
  readonly content: NoticeContent
  readonly listed: number
  readonly sheet: SheetModel
  readonly pages: readonly SheetPageRows[]
  /** Hash of the newest journal entry the sheet rests on. */
  readonly head: string
  readonly settings: NoticeSettings
  /** The clerk's own words as they stand on the sheet. */
  readonly texts: NoticeTexts
  /** Why it cannot hang as it is. */
  readonly obstacles: readonly Obstacle[]
  /** What takes a reason before it is frozen. */
  readonly doubts: readonly Doubt[]
}

/**
 * Gathers the book's state, the next number and the remembered texts, and lays out the sheet. What the input leaves out is taken from the last
 * notice; an empty text leaves it off. @throws notice_phone_mobile, holiday_calendar_missing, notice_empty.
 */
export async function draftNotice(
  input: Input<'notice.preview'>,
  context: Pick<QueryContext, 'db' | 'clock'>,
): Promise<NoticeDraft> {
  if (input.phone !== undefined && hasMobileNumber(input.phone))
    throw new Refusal('notice_phone_mobile', { phone: input.phone })
  const fields = exceptionFields(input)
  const asOf = input.asOf ?? context.clock.today()
  const { hash: head } = await readHead(context.db)
  const state = await readBookState(context.db, asOf)
  const endsOn = endOfPeriod(input, state.snapshot.holidays)
  const township = townshipName(state.snapshot)
  const settings = givenSettings(input, township)
  const printed = mergedSettings(settings, await readNoticeSettings(context.db))
  const issued = await readNotices(context.db)
  const number = nextNoticeNumber(
    township,
    input.from.slice(0, 4),
    issued.map((notice) => notice.number),
  )
  const options: NoticeOptions = {
    layout: input.layout,
    from: input.from,
    endsOn,
    days: input.days ?? null,
    asOf,
    paper: input.paper ?? 'A4',
    number,
    journalHead: head,
    ...printed,
  }
  const built = buildNotice({
    snapshot: state.snapshot,
    figures: state.figures,
    roster: state.roster,
    index: indexSnapshot(state.snapshot),
    exceptions: fields,
    options,
  })
  const marks = await readFindingMarks(context.db)
  if (built.listed === 0) throw new Refusal('notice_empty')
  const { sheet, pages } = paginate(built.sheet)
  const texts = {
    title: built.title,
    issuer: printed.issuer ?? '',
    phone: printed.phone ?? '',
    address: printed.address ?? '',
    mailbox: printed.mailbox ?? '',
  }
  return {
    state,
    title: built.title,
    number,
    asOf,
    endsOn,
    content: built.content,
    listed: built.listed,
    sheet,
    pages,
    head,
    settings,
    texts,
    ...judgeNotice({ state, options, content: built.content, texts }, context.clock.today(), marks),
  }
}

/** Last day of the period; null where it hangs without end. */
function endOfPeriod({ from, days }: Input<'notice.preview'>, holidays: BookSnapshot['holidays']): PlainDate | null {
  if (days === undefined) return null
  const end = endOfWorkingDays(from, days, holidays)
  if ('missingYear' in end)
    throw new Refusal('holiday_calendar_missing', {
      year: end.missingYear,
      way: wayAroundMissingYear(from, days, holidays),
    })
  return end.endsOn
}

/** Fields let onto the sheet. A preview shows them before the reason is written; issuing asks for it. */
function exceptionFields(input: Input<'notice.preview'>): readonly NoticeExceptionField[] {
  const fields = NOTICE_EXCEPTION_FIELDS.filter((field) =>
    input.exceptions?.some((exception) => exception.field === field),
  )
  if (fields.length > 0 && !takesExceptions(input.layout))
    throw new Refusal('notice_exception_layout', {
      layout: NOTICE_LAYOUT_TITLES[input.layout],
      fields: fields.map((field) => NOTICE_EXCEPTION_TITLES[field]).join('、'),
    })
  return fields
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
