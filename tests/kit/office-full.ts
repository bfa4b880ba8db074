import type { Input } from '../../electron/contract/operations.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { inventedId, seatPeople, type SeatedPerson } from './people.ts'
import { withTownship } from './township.ts'

export type EventInput = Input<'event.add'>['event']
export type EntryInput = Extract<EventInput, { readonly type: 'entry' }>

export const OFFICE = '党政综合办公室'
/** Has 行政编制 5 by the plan. */
const STAFF: readonly SeatedPerson[] = [
  { name: '甘一', unit: OFFICE, birth: '1981-01-11' },
  { name: '甘二', unit: OFFICE, birth: '1982-02-12' },
  { name: '甘三', unit: OFFICE, birth: '1983-03-13' },
  { name: '甘四', unit: OFFICE, birth: '1984-04-14' },
  { name: '甘五', unit: OFFICE, birth: '1985-05-15' },
]

/** Runs `work` on a township whose 党政综合办公室 has the first `count` of its five people. */
export function withOffice(
  count: number,
  work: (book: OpenBook, personIds: readonly string[]) => Promise<void>,
  others: readonly SeatedPerson[] = [],
): Promise<void> {
  return withTownship(async (book) => work(book, await seatPeople(book, [...STAFF.slice(0, count), ...others])))
}

/** Somebody new for the office, with a document, on the day tests stand. */
export const NEWCOMER: EntryInput = {
  type: 'entry',
  on: '2026-11-20',
  document: { number: '山人社〔2026〕8号' },
  person: { name: '新一', idNumber: inventedId('1999-09-19', '女'), sex: '女', birth: '1999-09' },
  unit: OFFICE,
  post: '科员',
  category: 'administrative',
  cause: '21',
  arrivesOn: '2026-11-20',
}
