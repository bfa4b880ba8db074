import { noticeDraftContent, type NoticeDraftContent } from '../contract/notice-draft-operations.ts'
import { OperationError } from '../contract/errors.ts'
import type { Input, Output } from '../contract/operations.ts'
import { readNoticeDraft } from '../store/notice-draft-store.ts'
import type { QueryContext } from './context.ts'
import { draftFingerprint } from './notice-draft-fingerprint.ts'

/** The draft that waits, and whether what was checked and reviewed is still what would hang. */
export async function readDraft(_input: Input<'notice.draft'>, context: QueryContext): Promise<Output<'notice.draft'>> {
  const row = await readNoticeDraft(context.db)
  if (row === undefined) return { draft: null }
  // Written by `notice.saveDraft` of this or an earlier version; one this version cannot read is as good as none.
  const parsed = noticeDraftContent.safeParse(JSON.parse(row.content))
  if (!parsed.success) return { draft: null }
  const signed = row.checked_by !== null || row.reviewed_by !== null
  const now = signed ? await presentFingerprint(parsed.data, context) : null
  const signOff = (by: string | null, on: string | null, sheet: string | null) => (by === null || on === null ? null : { by, on, stands: sheet === now })
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
    if (error instanceof OperationError) return null
    throw error
  }
}
