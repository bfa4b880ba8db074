import type { Kysely } from 'kysely'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import type { BookDatabase, PersonTable } from '../../store/book-database.ts'
import { readNumberClaims } from '../../store/person-store.ts'
import { requireFreeIdNumber } from './require-free-id-number.ts'

export interface NumberCorrection {
  readonly patch: Partial<Pick<PersonTable, 'id_number' | 'disputed_id_number'>>
  /** The only other person who claimed the number this correction gives up: nobody disputes it with them any more. */
  readonly freesFor: { readonly personId: string; readonly number: string } | null
}

/** What a corrected ID number changes: `undefined` nothing, null gives the number (or the claim to it) up. */
export async function planNumberCorrection(
  db: Kysely<BookDatabase>,
  person: PersonTable,
  given: string | null | undefined,
  today: PlainDate,
): Promise<NumberCorrection> {
  if (given === undefined) return { patch: {}, freesFor: null }
  const next = given === null ? null : await requireFreeIdNumber(db, given, person.id, today)
  const present = person.id_number ?? person.disputed_id_number
  const patch = { id_number: next, disputed_id_number: null }
  if (present === null || present === next) return { patch, freesFor: null }
  const others = (await readNumberClaims(db, present)).filter((other) => other.id !== person.id)
  const [other] = others
  const alone = others.length === 1 && other !== undefined && other.id_number === null
  return { patch, freesFor: alone ? { personId: other.id, number: present } : null }
}
