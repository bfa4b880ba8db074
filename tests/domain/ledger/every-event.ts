import type { LedgerEvent } from '../../../electron/domain/ledger/events/index.ts'
import type { Resident } from './people-events/town.ts'

/** Who is in the township when an event is tried: two clerks, the head of a station, and somebody who left in 2020. */
export const FOLK: readonly Resident[] = [
  { name: '甲', unit: '党政办', idNumber: '1' },
  { name: '乙', unit: '党政办', title: '主任' },
  { name: '丙', unit: '农业中心', category: 'institution', title: '站长' },
  { name: '走', unit: '经发办', to: '2020-01-01' },
]

type Fields<T extends LedgerEvent['type']> = Omit<Extract<LedgerEvent, { type: T }>, 'type' | 'on' | 'document'> & {
  readonly document?: undefined
}

/** An event of 2026-06-01, or of the day, by 试编〔2026〕3号 unless it says that there is no document. */
export function ev<T extends LedgerEvent['type']>(type: T, fields: Fields<T>, on = '2026-06-01'): LedgerEvent {
  return { type, on, document: { number: '试编〔2026〕3号' }, ...fields }
}
