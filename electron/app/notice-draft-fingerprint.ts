import type { NoticeDraftContent } from '../contract/notice-draft-operations.ts'
import { noticeFingerprint } from '../domain/notice/notice-fingerprint.ts'
import { hashOfFile } from '../store/notice-store.ts'
import type { QueryContext } from './context.ts'
import { draftNotice } from './draft-notice.ts'

/** Hash of all that the draft would make public today. @throws what drawing it up throws. */
export async function draftFingerprint(content: NoticeDraftContent, context: Pick<QueryContext, 'db' | 'clock'>): Promise<string> {
  // The length of the period is no part of it; a draft that has none yet is drawn up without end.
  const { days: _days, longTerm: _longTerm, ...rest } = content
  const draft = await draftNotice({ ...rest, longTerm: true }, context)
  return hashOfFile(Buffer.from(noticeFingerprint(content.layout, draft.content, draft.texts), 'utf8'))
}
