import type { Input, Output } from '../../contract/operations.ts'
import { offQuotaLedger } from '../../domain/ledger/told/off-quota-ledger.ts'
import { OFF_QUOTA_KIND_NAMES } from '../../domain/model/person.ts'
import type { QueryContext } from '../context.ts'
import { readAskedSnapshot } from '../read-book-state.ts'

/** 编外台账 of a day. `kind` is a code in every list; its words are the kinds' titles. */
export async function readOffQuota(
  input: Input<'offQuota.read'>,
  context: QueryContext,
): Promise<Output<'offQuota.read'>> {
  const snapshot = await readAskedSnapshot(context, input)
  const ledger = offQuotaLedger(snapshot)
  return {
    asOf: snapshot.asOf,
    kinds: ledger.kinds.map(({ kind, control, documentNumber, actual, over }) => ({
      kind,
      title: OFF_QUOTA_KIND_NAMES[kind],
      control,
      document: documentNumber,
      actual,
      over,
    })),
    people: [...ledger.people],
    plan: [...ledger.plan],
  }
}
