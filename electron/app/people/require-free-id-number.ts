import type { Kysely } from 'kysely'
import { Refusal } from '../../vocabulary/refusals.ts'
import { readResidentId } from '../../domain/identity/resident-id.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import { readNumberClaims } from '../../store/person-store.ts'

/**
 * Reads an ID number a clerk gives for a person and makes sure nobody else holds or claims it. Returns what to store.
 * @throws `id_number_invalid`, `id_number_taken`
 */
export async function requireFreeIdNumber(
  db: Kysely<BookDatabase>,
  value: string,
  personId: string,
  today: PlainDate,
): Promise<string> {
  const reading = readResidentId(value, today)
  if (reading.verdict === 'invalid')
    throw new Refusal('id_number_invalid', { problem: reading.problem ?? '号码不符合规则' })
  const other = (await readNumberClaims(db, reading.normalized)).find((person) => person.id !== personId)
  if (other !== undefined) throw new Refusal('id_number_taken', { name: other.name })
  return reading.normalized
}
