import { noticeDraftContent, type NoticeDraftContent } from '../../contract/notice-draft-operations.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { dropNoticeDraft, readNoticeDraft, writeNoticeDraft } from '../../store/notice-draft-store.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { noticeFingerprint } from '../../domain/notice/notice-fingerprint.ts'
import { hashOfFile } from '../../store/notice-store.ts'
import { draftNotice } from './draft-notice.ts'

/** The draft that waits, and whether what was checked and reviewed is still what would hang. */
export async function readDraft(_input: Input<'notice.draft'>, context: QueryContext): Promise<Output<'notice.draft'>> {
  const row = await readNoticeDraft(context.db)
  if (row === undefined) return { draft: null }
  // Written by `notice.saveDraft` of this or an earlier version; one this version cannot read is as good as none.
  const parsed = noticeDraftContent.safeParse(JSON.parse(row.content))
  if (!parsed.success) return { draft: null }
  const signed = row.checked_by !== null || row.reviewed_by !== null
  const now = signed ? await presentFingerprint(parsed.data, context) : null
  const signOff = (by: string | null, on: string | null, sheet: string | null) =>
    by === null || on === null ? null : { by, on, stands: sheet === now }
  return {
    draft: {
      content: parsed.data,
      savedAt: row.recorded_at,
      checked: signOff(row.checked_by, row.checked_on, row.checked_sheet),
      reviewed: signOff(row.reviewed_by, row.reviewed_on, row.reviewed_sheet),
    },
  }
}

/** Null where the draft could not hang as it is: an empty list, a mobile number. Nothing that was signed stands then. */
async function presentFingerprint(content: NoticeDraftContent, context: QueryContext): Promise<string | null> {
  try {
    return await draftFingerprint(content, context)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** Keeps the draft. What was signed stays with it; whether it still stands is seen when it is read. The same again writes nothing. */
export async function saveDraft(
  input: Input<'notice.saveDraft'>,
  context: CommandContext,
): Promise<Output<'notice.saveDraft'>> {
  const content = JSON.stringify(input.content)
  if ((await readNoticeDraft(context.db))?.content === content) return { ok: true }
  await context.commit({ summary: '保存公示拟稿' }, async (tx, journal) => {
    const known = await readNoticeDraft(tx)
    const unsigned = {
      checked_by: null,
      checked_on: null,
      checked_sheet: null,
      reviewed_by: null,
      reviewed_on: null,
      reviewed_sheet: null,
    }
    await writeNoticeDraft(tx, journal, {
      ...unsigned,
      ...known,
      id: 'next',
      content,
      recorded_at: context.clock.now(),
    })
  })
  return { ok: true }
}

/** Gives the draft up; the journal keeps what it was. */
export async function dropDraft(
  _input: Input<'notice.dropDraft'>,
  context: CommandContext,
): Promise<Output<'notice.dropDraft'>> {
  if ((await readNoticeDraft(context.db)) === undefined) return { ok: true }
  await context.commit({ summary: '放弃公示拟稿' }, (tx, journal) => dropNoticeDraft(tx, journal))
  return { ok: true }
}

/** Hash of all that the draft would make public today. @throws what drawing it up throws. */
export async function draftFingerprint(
  content: NoticeDraftContent,
  context: Pick<QueryContext, 'db' | 'clock'>,
): Promise<string> {
  // The length of the period is no part of it; a draft that has none yet is drawn up without end.
  const { days: _days, longTerm: _longTerm, ...rest } = content
  const draft = await draftNotice({ ...rest, longTerm: true }, context)
  return hashOfFile(Buffer.from(noticeFingerprint(content.layout, draft.content, draft.texts), 'utf8'))
}
