import type { Generated } from 'kysely'
import type { FactTables } from '../domain/ledger/rows/fact-rows.ts'

export * from '../domain/ledger/rows/fact-rows.ts'

/* The tables of migrations/ as Kysely sees them: the facts, and beside them what is written once and never changed. */

export interface NoticeFileTable {
  readonly notice_id: string
  readonly content: Buffer
  readonly listing: string | null
}
export interface AttachmentFileTable {
  readonly sha256: string
  readonly content: Buffer
}
/** Which entry made a finding go away; found when the entry was written, no fact. */
export interface FindingCureTable {
  readonly seq: number
  readonly rule: string
  readonly subject: string
  readonly unit_id: string | null
  readonly person_id: string | null
  readonly severity: 'error' | 'warning' | 'info'
  readonly text: string
}
/** What one request did and was answered (`store/request-store.ts`); no fact. */
export interface RequestTable {
  readonly id: string
  readonly seq: number
  readonly client: string
  readonly operation: string
  readonly input_digest: string
  readonly reply: string | null
}
/** How a list was left when it was last looked at; no fact. */
export interface SheetMemoryTable {
  readonly list: string
  readonly view: string | null
  readonly layout: string
}
export interface JournalTable {
  readonly seq: number
  readonly recorded_at: string
  readonly actor: string
  readonly operation: string
  readonly effective_on: string | null
  readonly document_number: string | null
  readonly reason: string | null
  readonly summary: string
  readonly reverses: number | null
  readonly change_count: number
  readonly changes_digest: string
  readonly previous_hash: string
  readonly hash: string
}
export interface JournalChangeTable {
  readonly seq: number
  readonly ordinal: number
  readonly table_name: string
  readonly row_id: string
  readonly before_json: string | null
  readonly after_json: string | null
  readonly before_hash: string | null
  readonly after_hash: string | null
  readonly salt: string
}

/** How the file keeps a change (migrations/0019); `journal_change` shows it. */
export interface JournalRowTable {
  readonly seq: number
  readonly ordinal: number
  readonly table_id: number
  readonly row_key: Buffer | string
  /** 0: a row came in, 1: it was changed, 2: it was taken out. */
  readonly kind: 0 | 1 | 2
  readonly images: Buffer
  readonly salt: Buffer
  readonly before_hash: Buffer | string | null
  readonly after_hash: Buffer | string | null
}
export interface JournalTableTable {
  readonly id: Generated<number>
  readonly name: string
}

export interface BookDatabase extends FactTables {
  notice_file: NoticeFileTable
  attachment_file: AttachmentFileTable
  finding_cure: FindingCureTable
  request: RequestTable
  sheet_memory: SheetMemoryTable
  journal: JournalTable
  journal_change: JournalChangeTable & Pick<JournalRowTable, 'row_key' | 'kind'>
  journal_row: JournalRowTable
  journal_table: JournalTableTable
}
