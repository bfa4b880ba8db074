import type { Kysely } from 'kysely'
import * as book from './0001-book.ts'
import * as ledger from './0002-ledger.ts'
import * as evidence from './0003-evidence.ts'
import * as noticeLife from './0004-notice-life.ts'
import * as layouts from './0005-layouts.ts'
import * as findings from './0006-findings.ts'
import * as packs from './0007-packs.ts'
import * as rosterLayouts from './0008-roster-layouts.ts'
import * as noticeDraft from './0009-notice-draft.ts'
import * as personDocuments from './0010-person-documents.ts'
import * as retirementArrangement from './0011-retirement-arrangement.ts'
import * as postSince from './0012-post-since.ts'
import * as importAnswers from './0013-import-answers.ts'
import * as ownFields from './0014-own-fields.ts'
import * as formBasis from './0015-form-basis.ts'
import * as requests from './0016-requests.ts'
import * as sheetMemory from './0017-sheet-memory.ts'
import * as reform from './0018-reform.ts'
import * as journalRows from './0019-journal-rows.ts'
import * as recordSubject from './0020-record-subject.ts'

export interface BookMigration {
  readonly up: (db: Kysely<unknown>) => Promise<void>
}

/** Every schema step in order, forward only. A released step is never edited, renamed or removed. */
export const MIGRATIONS: Readonly<Record<string, BookMigration>> = {
  '0001-book': book,
  '0002-ledger': ledger,
  '0003-evidence': evidence,
  '0004-notice-life': noticeLife,
  '0005-layouts': layouts,
  '0006-findings': findings,
  '0007-packs': packs,
  '0008-roster-layouts': rosterLayouts,
  '0009-notice-draft': noticeDraft,
  '0010-person-documents': personDocuments,
  '0011-retirement-arrangement': retirementArrangement,
  '0012-post-since': postSince,
  '0013-import-answers': importAnswers,
  '0014-own-fields': ownFields,
  '0015-form-basis': formBasis,
  '0016-requests': requests,
  '0017-sheet-memory': sheetMemory,
  '0018-reform': reform,
  '0019-journal-rows': journalRows,
  '0020-record-subject': recordSubject,
}

/** The schema number a file written by this version carries in `user_version`. */
export const SCHEMA_VERSION = Object.keys(MIGRATIONS).length
