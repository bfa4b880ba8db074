import type { Kysely } from 'kysely'
import type { Dated, PlainDate } from '../domain/model/plain-date.ts'
import type { QuotaCategory } from '../domain/model/quota-category.ts'
import type { BookDatabase } from './book-database.ts'
import type { JournalWriter } from './journal.ts'

export type QuotaRole = 'allocation' | 'ceiling'

/** A dated row by its id: what a change from a day on needs to know of its neighbours. */
export interface DatedRow extends Dated {
  readonly id: string
}

/** Every 核定编制 entry of one unit and category, oldest first, ended ones too. */
export async function readQuotaEntries(db: Kysely<BookDatabase>, of: { readonly unitId: string; readonly category: QuotaCategory; readonly role: QuotaRole }): Promise<readonly DatedRow[]> {
  const rows = await db
    .selectFrom('quota')
    .select(['id', 'valid_from', 'valid_to'])
    .where('unit_id', '=', of.unitId)
    .where('category', '=', of.category)
    .where('role', '=', of.role)
    .orderBy('valid_from')
    .execute()
  return rows.map((row) => ({ id: row.id, validFrom: row.valid_from, validTo: row.valid_to }))
}

/** Every 领导职数 entry of a unit, oldest first, ended ones too. */
export async function readLeadershipEntries(db: Kysely<BookDatabase>, unitId: string): Promise<readonly DatedRow[]> {
  const rows = await db.selectFrom('leadership_quota').select(['id', 'valid_from', 'valid_to']).where('unit_id', '=', unitId).orderBy('valid_from').execute()
  return rows.map((row) => ({ id: row.id, validFrom: row.valid_from, validTo: row.valid_to }))
}

/** Every choice of who is over in a line, oldest first, ended ones too. */
export async function readChoiceEntries(db: Kysely<BookDatabase>, unitId: string, category: QuotaCategory): Promise<readonly DatedRow[]> {
  const rows = await db.selectFrom('over_quota_choice').select(['id', 'valid_from', 'valid_to']).where('unit_id', '=', unitId).where('category', '=', category).orderBy('valid_from').orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, validFrom: row.valid_from, validTo: row.valid_to }))
}

interface NewRange {
  readonly id: string
  readonly unitId: string
  readonly validFrom: PlainDate
  readonly validTo: PlainDate | null
  readonly recordedAt: string
}

export interface NewQuota extends NewRange {
  readonly category: QuotaCategory
  readonly role: QuotaRole
  readonly amount: number
  readonly documentId: string
}

export async function addQuotas(journal: JournalWriter, quotas: readonly NewQuota[]): Promise<void> {
  await journal.insert(
    'quota',
    quotas.map((quota) => ({ id: quota.id, unit_id: quota.unitId, category: quota.category, role: quota.role, amount: quota.amount, document_id: quota.documentId, valid_from: quota.validFrom, valid_to: quota.validTo, recorded_at: quota.recordedAt })),
  )
}

export interface NewLeadershipQuota extends NewRange {
  readonly amount: number
  readonly chief: number | null
  readonly deputy: number | null
  readonly documentId: string
}

export async function addLeadershipQuotas(journal: JournalWriter, quotas: readonly NewLeadershipQuota[]): Promise<void> {
  await journal.insert(
    'leadership_quota',
    quotas.map((quota) => ({
      id: quota.id, unit_id: quota.unitId, amount: quota.amount, chief_amount: quota.chief, deputy_amount: quota.deputy, document_id: quota.documentId, valid_from: quota.validFrom, valid_to: quota.validTo, recorded_at: quota.recordedAt,
    })),
  )
}

export interface NewChoice extends NewRange {
  readonly category: QuotaCategory
  readonly personId: string
  readonly reason: string
}

export async function addChoices(journal: JournalWriter, choices: readonly NewChoice[]): Promise<void> {
  await journal.insert(
    'over_quota_choice',
    choices.map((choice) => ({ id: choice.id, unit_id: choice.unitId, category: choice.category, person_id: choice.personId, reason: choice.reason, valid_from: choice.validFrom, valid_to: choice.validTo, recorded_at: choice.recordedAt })),
  )
}
