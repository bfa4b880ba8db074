import type { Input, Output } from '../contract/operations.ts'
import { QUOTA_CATEGORY_NAMES } from '../domain/model/quota-category.ts'
import { ensureDocument } from '../store/document-store.ts'
import { addQuotas, readQuotaEntries } from '../store/quota-store.ts'
import { changeFromDay } from './change-from-day.ts'
import type { CommandContext } from './context.ts'
import { requireUnitOn } from './unit-on-day.ts'

/** Sets 核定编制 from a day on; the running entry ends that day and stays in the history. On the township itself it sets the approved total. */
export async function setQuota(input: Input<'quota.set'>, context: CommandContext): Promise<Output<'quota.set'>> {
  const { effectiveOn, documentNumber, amount, category } = input
  const draft = { effectiveOn, documentNumber, reason: input.reason ?? null, summary: '核定编制' }
  const { entry } = await context.commit(draft, async (tx, journal) => {
    const unit = await requireUnitOn(tx, input.unitId, effectiveOn)
    const role = unit.kind === 'township' ? 'ceiling' : 'allocation'
    const recordedAt = context.clock.now()
    const documentId = await ensureDocument(tx, journal, { number: documentNumber }, { id: context.newId(), recordedAt })
    const change = changeFromDay(await readQuotaEntries(tx, { unitId: unit.unitId, category, role }), effectiveOn)
    for (const running of change.closes) await journal.update('quota', running.id, { valid_to: effectiveOn })
    const [same] = change.replaces
    if (same !== undefined) await journal.update('quota', same.id, { amount, document_id: documentId })
    else await addQuotas(journal, [{ id: context.newId(), unitId: unit.unitId, category, role, amount, documentId, validFrom: effectiveOn, validTo: change.validTo, recordedAt }])
    journal.describe({ summary: `${unit.name}${QUOTA_CATEGORY_NAMES[category]}自 ${effectiveOn} 起核定 ${amount} 名` })
  })
  return { seq: entry.seq }
}
