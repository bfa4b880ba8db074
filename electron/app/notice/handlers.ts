import type { CommandHandlers, QueryHandlers } from '../context.ts'
import { archiveNotice } from './archive-notice.ts'
import { readNoticeChanges } from './read-changes.ts'
import { closeNotice } from './close-notice.ts'
import { dropDraft, readDraft, saveDraft } from './keep-draft.ts'
import { signDraft } from './sign-draft.ts'
import { readNoticeExceptions } from './read-exceptions.ts'
import { readNoticeFile } from './read-file.ts'
import { issueNotice } from './issue-notice.ts'
import { listNotices } from './list-notices.ts'
import { readNoticePaper } from './read-paper.ts'
import { addPhoto, readNoticePhotoFile } from './keep-photo.ts'
import { previewNotice } from './preview-notice.ts'
import { readNotice } from './read-notice.ts'
import { readNoticeResult } from './read-result.ts'
import { readNoticeSheet } from './read-sheet.ts'
import { closeObjection } from './close-objection.ts'
import { receiveObjection } from './receive-objection.ts'

export const NOTICE_QUERIES = {
  'notice.preview': previewNotice,
  'notice.list': listNotices,
  'notice.file': readNoticeFile,
  'notice.sheet': readNoticeSheet,
  'notice.draft': readDraft,
  'notice.read': readNotice,
  'notice.changes': readNoticeChanges,
  'notice.result': readNoticeResult,
  'notice.exceptions': readNoticeExceptions,
  'notice.paper': readNoticePaper,
  'notice.photo': readNoticePhotoFile,
} satisfies Partial<QueryHandlers>

export const NOTICE_COMMANDS = {
  'notice.issue': issueNotice,
  'notice.saveDraft': saveDraft,
  'notice.signDraft': signDraft,
  'notice.dropDraft': dropDraft,
  'notice.close': closeNotice,
  'notice.archive': archiveNotice,
  'notice.addPhoto': addPhoto,
  'objection.receive': receiveObjection,
  'objection.close': closeObjection,
} satisfies Partial<CommandHandlers>
