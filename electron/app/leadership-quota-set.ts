import { OperationError } from '../contract/errors.ts'
import type { Input, Output } from '../contract/operations.ts'
import { ensureDocument } from '../store/document-store.ts'
import { addLeadershipQuotas, readLeadershipEntries } from '../store/quota-store.ts'
import { changeFromDay } from './change-from-day.ts'
import type { CommandContext } from './context.ts'
import { requireUnitOn } from './unit-on-day.ts'

/** Sets 核定领导职数 from a day on; the running entry ends that day and stays in the history. */
export async function setLeadershipQuota(input: Input<'leadershipQuota.set'>, context: CommandContext): Promise<Output<'leadershipQuota.set'>> {
  const { effectiveOn, documentNumber, amount, chief, deputy } = input
  refuseUneven(amount, chief, deputy)
  const { entry } = await context.commit({ effectiveOn, documentNumber, summary: '核定领导职数' }, async (tx, journal) => {
    const unit = await requireUnitOn(tx, input.unitId, effectiveOn)
    const recordedAt = context.clock.now()
    const documentId = await ensureDocument(tx, journal, { number: documentNumber }, { id: context.newId(), recordedAt })
    const change = changeFromDay(await readLeadershipEntries(tx, unit.unitId), effectiveOn)
    for (const running of change.closes) await journal.update('leadership_quota', running.id, { valid_to: effectiveOn })
    const [same] = change.replaces
    if (same !== undefined) await journal.update('leadership_quota', same.id, { amount, chief_amount: chief, deputy_amount: deputy, document_id: documentId })
    else await addLeadershipQuotas(journal, [{ id: context.newId(), unitId: unit.unitId, amount, chief, deputy, documentId, validFrom: effectiveOn, validTo: change.validTo, recordedAt }])
    journal.describe({ summary: `${unit.name}领导职数自 ${effectiveOn} 起核定 ${amount} 名` })
  })
  return { seq: entry.seq }
}

/** Where the document divides the number, the parts make up the whole. */
function refuseUneven(amount: number, chief: number | null, deputy: number | null): void {
  if (chief !== null && deputy !== null && chief + deputy !== amount) {
    throw new OperationError('invalid_input', { field: '领导职数', problem: `正职 ${chief} 与副职 ${deputy} 之和应为 ${amount}` })
  }
  const part = chief ?? deputy
  if (part !== null && part > amount) throw new OperationError('invalid_input', { field: '领导职数', problem: `${chief === null ? '副职' : '正职'} ${part} 超过总数 ${amount}` })
}
