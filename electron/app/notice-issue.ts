import type { Input, Output } from '../contract/operations.ts'
import { readHead } from '../store/journal.ts'
import { addNotice, hashOfFile, rememberNoticeSettings, type StoredNotice } from '../store/notice-store.ts'
import type { CommandContext } from './context.ts'
import { draftNotice, type NoticeDraft } from './draft-notice.ts'
import { noticeView } from './notice-list.ts'

/** The book changed while the sheet was being drawn: what was drawn is not what the book says now. */
class StaleDraft extends Error {}

const ATTEMPTS = 3

/**
 * Issues a notice: draws it, lets the finished file be searched for numbers that must not hang on a wall, and freezes number, file and hash in one
 * commit. Drawing happens outside the write lock; where another change came in between, it is drawn anew from what is true now.
 */
export async function issueNotice(input: Input<'notice.issue'>, context: CommandContext): Promise<Output<'notice.issue'>> {
  for (let attempt = 1; ; attempt += 1) {
    const draft = await draftNotice(input, context)
    const content = await context.excel.draw(draft.sheet, { signal: context.signal })
    try {
      return noticeView(await freeze(input, context, draft, content))
    } catch (error) {
      if (!(error instanceof StaleDraft) || attempt === ATTEMPTS) throw error
    }
  }
}

async function freeze(input: Input<'notice.issue'>, context: CommandContext, draft: NoticeDraft, content: Uint8Array): Promise<StoredNotice> {
  const issuedAt = context.clock.now()
  const notice: StoredNotice = {
    id: context.newId(),
    number: draft.number,
    layout: input.layout,
    asOf: draft.asOf,
    postedOn: input.from,
    workingDays: input.days,
    endsOn: draft.endsOn,
    fileName: `${draft.number}.xlsx`,
    sha256: hashOfFile(content),
    journalHead: draft.head,
    issuedAt,
  }
  const summary = `发布${draft.number}，公示 ${input.days} 个工作日，列入 ${draft.listed} 人`
  await context.commit({ effectiveOn: input.from, documentNumber: draft.number, summary }, async (tx, journal) => {
    if ((await readHead(tx)).hash !== draft.head) throw new StaleDraft('the book changed while the notice was drawn')
    await addNotice(tx, journal, notice, content)
    await rememberNoticeSettings(tx, journal, draft.settings, issuedAt)
  })
  return notice
}
