import type { Kysely } from 'kysely'
import type { OverQuotaChoiceTable } from '../domain/ledger/rows/fact-rows.ts'
import type { PlainDate } from '../domain/model/plain-date.ts'
import type { QuotaCategory } from '../domain/model/quota-category.ts'
import type { BookDatabase } from './book-database.ts'
import type { JournalWriter } from './journal.ts'

export type QuotaRole = 'allocation' | 'ceiling'

/** Every choice of who is over, ended ones too. */
export function readChoices(db: Kysely<BookDatabase>): Promise<readonly OverQuotaChoiceTable[]> {
  return db.selectFrom('over_quota_choice').selectAll().orderBy('valid_from').orderBy('id').execute()
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
    quotas.map((quota) => ({
      id: quota.id,
      unit_id: quota.unitId,
      category: quota.category,
      role: quota.role,
      amount: quota.amount,
      document_id: quota.documentId,
      valid_from: quota.validFrom,
      valid_to: quota.validTo,
      recorded_at: quota.recordedAt,
    })),
  )
}

export interface NewLeadershipQuota extends NewRange {
  readonly amount: number
  readonly chief: number | null
  readonly deputy: number | null
  readonly documentId: string
}

export async function addLeadershipQuotas(
  journal: JournalWriter,
  quotas: readonly NewLeadershipQuota[],
): Promise<void> {
  await journal.insert(
    'leadership_quota',
    quotas.map((quota) => ({
      id: quota.id,
      unit_id: quota.unitId,
      amount: quota.amount,
      chief_amount: quota.chief,
      deputy_amount: quota.deputy,
      document_id: quota.documentId,
      valid_from: quota.validFrom,
      valid_to: quota.validTo,
      recorded_at: quota.recordedAt,
    })),
  )
}
