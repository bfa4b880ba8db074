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
}

/** The schema number a file written by this version carries in `user_version`. */
export const SCHEMA_VERSION = Object.keys(MIGRATIONS).length
