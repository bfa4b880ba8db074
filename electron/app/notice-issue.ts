import { OperationError } from '../contract/errors.ts'
import { NOTICE_EXCEPTION_TITLES } from '../contract/notice-operations.ts'
import type { Input, Output } from '../contract/operations.ts'
import { noticeListing } from '../domain/notice/notice-listing.ts'
import { readHead } from '../store/journal.ts'
import { dropNoticeDraft } from '../store/notice-draft-store.ts'
import { addNoticeExceptions } from '../store/notice-life-store.ts'
import { addNotice, hashOfFile, rememberNoticeSettings, type StoredNotice } from '../store/notice-store.ts'
import type { CommandContext } from './context.ts'
import { draftNotice, type NoticeDraft } from './draft-notice.ts'
import { noticeView } from './notice-list.ts'
import { readSignOffs, type SignOffs } from './notice-sign-offs.ts'
import { previewOf } from './views/sheet-preview.ts'

/** The book changed while the sheet was being drawn: what was drawn is not what the book says now. */
class StaleDraft extends Error {}

const ATTEMPTS = 3

/**
 * Issues a notice: draws it, lets the finished file be searched for numbers that must not hang on a wall, and freezes number, file, hash and who
 * checked and reviewed it in one commit. Drawing happens outside the write lock; where another change came in between, it is drawn anew.
 * @throws notice_sign_off where a sign-off comes after the posting; notice_exception_reason for a field let in without reason.
 */
export async function issueNotice(input: Input<'notice.issue'>, context: CommandContext): Promise<Output<'notice.issue'>> {
  const signOffs = readSignOffs(input, context.clock.today())
  for (const { field, reason, decidedBy } of input.exceptions ?? []) {
    if (reason === '' || decidedBy === '') throw new OperationError('notice_exception_reason', { field: NOTICE_EXCEPTION_TITLES[field] })
  }
  for (let attempt = 1; ; attempt += 1) {
    const draft = await draftNotice(input, context)
    const content = await context.excel.draw(draft.sheet, { signal: context.signal })
    try {
      return noticeView(await freeze(input, context, { draft, content, signOffs }))
    } catch (error) {
      if (!(error instanceof StaleDraft) || attempt === ATTEMPTS) throw error
    }
  }
}

interface Finished {
  readonly draft: NoticeDraft
  readonly content: Uint8Array
  readonly signOffs: SignOffs
}

async function freeze(input: Input<'notice.issue'>, context: CommandContext, { draft, content, signOffs }: Finished): Promise<StoredNotice> {
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
  const beyond = exceptions.length === 0 ? '' : `，例外公开${exceptions.map(({ field }) => NOTICE_EXCEPTION_TITLES[field]).join('、')}`
  const summary = `发布${draft.number}，${period}，列入 ${draft.listed} 人${beyond}`
  await context.commit({ effectiveOn: input.from, documentNumber: draft.number, reason: exceptions.length === 0 ? null : exceptions.map(({ reason }) => reason).join('；'), summary }, async (tx, journal) => {
    if ((await readHead(tx)).hash !== draft.head) throw new StaleDraft('the book changed while the notice was drawn')
    await addNotice(tx, journal, notice, { content, listing: noticeListing(draft.content, draft.asOf), sheet: { id: context.newId(), pages: JSON.stringify(previewOf(draft.sheet, draft.pages)) } })
    await addNoticeExceptions(journal, exceptions.map((exception) => ({ id: context.newId(), noticeId: notice.id, ...exception, recordedAt: issuedAt })))
    await rememberNoticeSettings(tx, journal, draft.settings, issuedAt)
    await dropNoticeDraft(tx, journal)
  })
  return notice
}
