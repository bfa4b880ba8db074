import { Refusal } from '../../vocabulary/refusals.ts'
import { NOTICE_EXCEPTION_TITLES } from '../../contract/notice-operations.ts'
import type { Input, Output } from '../../contract/operations.ts'
import type { Overruled } from '../../domain/notice/notice-doubts.ts'
import { noticeListing } from '../../domain/notice/notice-listing.ts'
import { PERSONAL_NUMBER_NAMES, personalNumberIn } from '../../domain/notice/personal-number.ts'
import { readHead } from '../../store/journal.ts'
import { dropNoticeDraft } from '../../store/notice-draft-store.ts'
import { addNoticeExceptions } from '../../store/notice-life-store.ts'
import { addNotice, hashOfFile, rememberNoticeSettings, type StoredNotice } from '../../store/notice-store.ts'
import type { CommandContext } from '../context.ts'
import { draftNotice, type NoticeDraft } from './draft-notice.ts'
import { noticeView } from './list-notices.ts'
import { overruled, refuseObstacles } from './judge-notice.ts'
import { requireCurrentSignOffs } from './require-sign-offs.ts'
import { readSignOffs, type SignOffs } from './read-sign-offs.ts'
import { previewOf } from '../../domain/views/sheet-preview.ts'

/** The book changed while the sheet was being drawn: what was drawn is not what the book says now. */
class StaleDraft extends Error {}

const ATTEMPTS = 3

/**
 * Issues a notice: draws it, lets the finished file be searched for numbers that must not hang on a wall, and freezes number, file, hash and who
 * checked and reviewed it in one commit. Drawing happens outside the write lock; where another change came in between, it is drawn anew.
 * @throws notice_sign_off where a sign-off comes after the posting; notice_exception_reason for a field let in without reason; an obstacle by its
 * own code; notice_sign_off_stale; notice_needs_reason. A number is used up by what is committed, and by nothing else.
 */
export async function issueNotice(
  input: Input<'notice.issue'>,
  context: CommandContext,
): Promise<Output<'notice.issue'>> {
  const signOffs = readSignOffs(input, context.clock.today())
  refusePersonalNumbers(input)
  for (const { field, reason, decidedBy } of input.exceptions ?? []) {
    if (reason === '' || decidedBy === '')
      throw new Refusal('notice_exception_reason', { field: NOTICE_EXCEPTION_TITLES[field] })
  }
  for (let attempt = 1; ; attempt += 1) {
    const draft = await draftNotice(input, context)
    refuseObstacles(draft.obstacles)
    const doubts = [...draft.doubts, ...(await requireCurrentSignOffs(input, signOffs, draft, context))]
    const despite = overruled(doubts, input.despite)
    const content = await context.excel.draw(draft.sheet, { signal: context.signal })
    try {
      return noticeView(await freeze(input, context, { draft, content, signOffs, despite }))
    } catch (error) {
      if (!(error instanceof StaleDraft) || attempt === ATTEMPTS) throw error
    }
  }
}

interface Finished {
  readonly draft: NoticeDraft
  readonly content: Uint8Array
  readonly signOffs: SignOffs
  readonly despite: Overruled | null
}

async function freeze(
  input: Input<'notice.issue'>,
  context: CommandContext,
  { draft, content, signOffs, despite }: Finished,
): Promise<StoredNotice> {
  const issuedAt = context.clock.now()
  const notice: StoredNotice = {
    id: context.newId(),
    number: draft.number,
    layout: input.layout,
    asOf: draft.asOf,
    postedOn: input.from,
    workingDays: input.days ?? null,
    endsOn: draft.endsOn,
    fileName: `${draft.number}.xlsx`,
    sha256: hashOfFile(content),
    journalHead: draft.head,
    issuedAt,
    ...signOffs,
  }
  const exceptions = input.exceptions ?? []
  const period = input.days === undefined ? '长期公开' : `公示 ${input.days} 个工作日`
  const beyond =
    exceptions.length === 0
      ? ''
      : `，例外公开${exceptions.map(({ field }) => NOTICE_EXCEPTION_TITLES[field]).join('、')}`
  const against = despite === null ? '' : `，${despite.doubts.length} 件事写明理由后发布`
  const summary = `发布${draft.number}，${period}，列入 ${draft.listed} 人${beyond}${against}`
  const reasons = [...exceptions.map(({ reason }) => reason), ...(despite === null ? [] : [despite.reason])]
  await context.commit(
    {
      effectiveOn: input.from,
      documentNumber: draft.number,
      reason: reasons.length === 0 ? null : reasons.join('；'),
      summary,
    },
    async (tx, journal) => {
      if ((await readHead(tx)).hash !== draft.head) throw new StaleDraft('the book changed while the notice was drawn')
      await addNotice(tx, journal, notice, {
        content,
        listing: noticeListing(draft.content, draft.asOf, despite),
        sheet: { id: context.newId(), pages: JSON.stringify(previewOf(draft.sheet, draft.pages)) },
      })
      await addNoticeExceptions(
        journal,
        exceptions.map((exception) => ({
          id: context.newId(),
          noticeId: notice.id,
          ...exception,
          recordedAt: issuedAt,
        })),
      )
      await rememberNoticeSettings(tx, journal, draft.settings, issuedAt)
      await dropNoticeDraft(tx, journal)
    },
  )
  return notice
}

/** What is kept with the notice without standing on it: names of who signed, reasons. @throws notice_personal_number */
function refusePersonalNumbers({ checkedBy, reviewedBy, exceptions, despite }: Input<'notice.issue'>): void {
  const told: readonly (readonly [string, string | undefined])[] = [
    ['初审人', checkedBy],
    ['保密审查人', reviewedBy],
    ...(exceptions ?? []).flatMap(({ reason, decidedBy }) => [
      ['例外公开的理由', reason] as const,
      ['决定人', decidedBy] as const,
    ]),
    ['仍要发布的理由', despite?.reason],
  ]
  for (const [place, text] of told) {
    const found = personalNumberIn(text ?? '')
    if (found !== null) throw new Refusal('notice_personal_number', { place, what: PERSONAL_NUMBER_NAMES[found] })
  }
}
