import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { readUnits } from '../../electron/app/units/read-units.ts'
import type { Output } from '../../electron/contract/operations.ts'
import type { QuotaCategory } from '../../electron/domain/model/quota-category.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from './context.ts'

export interface QuotaNumber {
  /** A unit's name, or the township's own for its approved total. */
  readonly unit: string
  readonly category?: QuotaCategory
  readonly amount: number
  readonly on: string
  readonly number: string
}

/** The number a document gives, registered as the screen does it: 核增 or 核减 by the difference to that day. */
export async function setQuota(book: OpenBook, told: QuotaNumber): Promise<Output<'event.add'>> {
  const { category = 'administrative', amount, on } = told
  const { units } = await readUnits({ asOf: on }, makeContext(book))
  const unit = units.find((one) => one.name === told.unit)
  const role = unit?.kind === 'township' ? 'ceiling' : 'allocation'
  const known = unit?.quotas.find((quota) => quota.categoryCode === category && quota.role === role)
  const by = amount - (known?.amount ?? 0)
  return addEvent(
    {
      event: {
        type: by < 0 ? 'quota.decrease' : 'quota.increase',
        on,
        document: { number: told.number },
        unit: told.unit,
        category,
        by: Math.abs(by),
      },
    },
    makeContext(book, { operation: 'event.add' }),
  )
}
